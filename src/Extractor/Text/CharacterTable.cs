using System.Globalization;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>What the normaliser does with a character.</summary>
internal enum CharacterKind : byte
{
    /// <summary>A mark or symbol.</summary>
    Mark,

    /// <summary>A letter of the Persian alphabet, or one that becomes such letters.</summary>
    Letter,

    /// <summary>A digit of any of the three sets.</summary>
    Digit,

    /// <summary>A letter of another script.</summary>
    Foreign,

    /// <summary>White space inside a line.</summary>
    Space,

    /// <summary>The end of a line.</summary>
    LineBreak,

    /// <summary>The half-space, or what old fonts wrote for it.</summary>
    HalfSpace,

    /// <summary>Nothing a reader sees: direction marks, kashida, vowel marks.</summary>
    Ignored,

    /// <summary>A mark that is part of the letter before it: tanwin, the hamza above.</summary>
    Joined,
}

/// <summary>The letters, digits and marks of Persian and what is written for their look-alikes (<c>characters.tsv</c>).</summary>
internal static class CharacterTable
{
    public const char HalfSpace = '\u200c';

    private static readonly CharacterKind[] Kinds = new CharacterKind[char.MaxValue + 1];
    private static readonly char[] Folded = new char[char.MaxValue + 1];
    private static readonly Dictionary<char, string> Expansions = [];

    static CharacterTable()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var c = (char)code;
            Folded[code] = c;
            Kinds[code] = KindOf(c);
        }
        for (var digit = 0; digit < 10; digit++) Folded['٠' + digit] = (char)('۰' + digit);
        foreach (var row in LanguageTable.Read("Text/characters.tsv")) Take(row);
    }

    public static CharacterKind KindOfCharacter(char c) => Kinds[c];

    /// <summary>The one character written for <paramref name="c"/>; '\0' where there are several or none.</summary>
    public static char Fold(char c) => Folded[c];

    /// <summary>True for a letter of the house's spelling.</summary>
    public static bool IsSettledLetter(char c) => Folded[c] == c && Kinds[c] == CharacterKind.Letter;

    /// <summary>The characters written for one whose <see cref="Fold"/> is '\0'.</summary>
    public static string Expansion(char c) => Expansions[c];

    /// <summary>True for letters that never join the next one, after which a half-space is not seen.</summary>
    public static bool EndsJoin(char letter) => letter is 'ا' or 'آ' or 'أ' or 'د' or 'ذ' or 'ر' or 'ز' or 'ژ' or 'و' or 'ؤ' or 'ء';

    private static void Take(TableRow row)
    {
        if (!int.TryParse(row[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code > char.MaxValue)
            throw row.Bad($"'{row[0]}' is not a code point below 10000");
        var written = row[1];
        Folded[code] = written.Length == 1 ? written[0] : '\0';
        if (written.Length != 1) Expansions[(char)code] = written;
        Kinds[code] = written.Length == 0 ? CharacterKind.Ignored : char.IsDigit(written[0]) ? CharacterKind.Digit : Kinds[written[0]];
    }

    private static CharacterKind KindOf(char c) => c switch
    {
        '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\v' or '\f' => CharacterKind.LineBreak,
        HalfSpace or '\u00ad' or '\u00ac' => CharacterKind.HalfSpace,
        '\u200b' or '\u200d' or '\u200e' or '\u200f' or '\ufeff' or '\u061c' or 'ـ' => CharacterKind.Ignored,
        (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => CharacterKind.Ignored,
        'ً' or 'ٔ' => CharacterKind.Joined,
        (>= 'ٌ' and <= 'ٓ') or (>= '\u0655' and <= '\u065f') or '\u0670' or (>= '\u06d6' and <= '\u06dc') or (>= '\u06df' and <= '\u06e8') or (>= '\u06ea' and <= '\u06ed') => CharacterKind.Ignored,
        (>= '0' and <= '9') or (>= '٠' and <= '٩') or (>= '۰' and <= '۹') => CharacterKind.Digit,
        ' ' or '\t' => CharacterKind.Space,
        (>= '\u0621' and <= '\u063a') or (>= '\u0641' and <= '\u064a') or (>= '\u0671' and <= '\u06d3') or '\u06d5' => CharacterKind.Letter,
        _ => char.IsWhiteSpace(c) ? CharacterKind.Space : char.IsLetter(c) || char.IsSurrogate(c) ? CharacterKind.Foreign : CharacterKind.Mark,
    };
}
