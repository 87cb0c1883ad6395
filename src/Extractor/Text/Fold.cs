using System.Globalization;

namespace NewsMiner.Extractor.Text;

/// <summary>
/// The one folding by which text is compared everywhere: Arabic letters to Persian ones, all digits to ASCII;
/// diacritics, kashida, half-spaces and (in <see cref="Key"/>) spaces dropped. The guide defines it.
/// </summary>
public static class Fold
{
    /// <summary>The folding of every UTF-16 unit, reckoned once.</summary>
    private static readonly char[] Folded = [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => Reckon((char)unit))];

    /// <summary>The letter or digit a character is compared as; '\0' where it plays no part in comparison.</summary>
    public static char Character(char c) => Folded[c];

    private static char Reckon(char c) => c switch
    {
        'ي' or 'ى' or 'ئ' => 'ی',
        'ك' => 'ک',
        'ۀ' or 'ة' => 'ه',
        'أ' or 'إ' or 'آ' => 'ا',
        'ؤ' => 'و',
        >= '٠' and <= '٩' => (char)(c - '٠' + '0'),
        >= '۰' and <= '۹' => (char)(c - '۰' + '0'),
        'ء' or 'ـ' => '\0',
        >= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e' or '\ufeff' => '\0',
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? '\0' : c,
    };

    /// <summary>The text folded, with white space and half-spaces dropped, so that all spellings of a word are equal.</summary>
    public static string Key(ReadOnlySpan<char> text)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var folded = Character(c);
            if (folded != '\0' && !char.IsWhiteSpace(folded)) buffer[length++] = folded;
        }
        return new string(buffer[..length]);
    }
}
