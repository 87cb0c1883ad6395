using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>How much is put right inside words that are right with and without half-spaces, each more than the one before.</summary>
internal enum WordRepairs
{
    /// <summary>Nothing: only what cannot be without.</summary>
    Sure,

    /// <summary>Those that are seldom joined on purpose: «کتابها».</summary>
    Likely,

    /// <summary>All of them: «بزرگتر» and «موضعگیری», too.</summary>
    All,
}

/// <summary>What a text does where a half-space belongs, as far as it shows; it decides how much is put right in doubt.</summary>
/// <param name="Written">It writes half-spaces: what is right both ways stays.</param>
/// <param name="Lost">It writes two parts as one word: «میشود».</param>
/// <param name="Spaced">It writes a space: «می شود».</param>
/// <param name="Long">It is so long that a habit would have shown.</param>
internal readonly record struct HalfSpaceHabit(bool Written, bool Lost, bool Spaced, bool Long)
{
    /// <summary>The share of half-spaces from which on a text is held to write them: one in so many characters.</summary>
    private const long Rarest = 400;

    /// <summary>How likely, of 31, two words must be one in a text that writes spaces for half-spaces.</summary>
    public const int SpacedOneWord = 10;

    /// <summary>The number of characters among which half-spaces, or their want, are mostly seen.</summary>
    private const int Telling = 120;

    /// <summary>What is put right inside a word.</summary>
    public WordRepairs Repairs => Lost ? WordRepairs.All : Unknown && !Long ? WordRepairs.Likely : WordRepairs.Sure;

    /// <summary>How likely, of 31, two words must be one to be joined.</summary>
    public int OneWord => Spaced ? SpacedOneWord : Written || Lost ? 30 : 13;

    /// <summary>True where nothing shows what the text does.</summary>
    public bool Unknown => !Written && !Lost && !Spaced;

    /// <summary>True where this habit permits repairs that the other does not, or may show itself to be one that does.</summary>
    public bool AllowsMoreThan(HalfSpaceHabit other) => Unknown && other.Spaced && !other.Lost || OneWord < other.OneWord || Repairs > other.Repairs;

    /// <summary>Reads the habit off a text as it was typed.</summary>
    public static HalfSpaceHabit Of(ReadOnlySpan<char> text)
    {
        var isLong = text.Length >= Telling;
        if (Writes(text)) return new(Written: true, Lost: false, Spaced: false, isLong);
        var (lost, spaced) = (false, false);
        for (var at = 0; !(lost && spaced) && text[at..].IndexOfAny(' ', 'ه') is var next and >= 0; at += next + 1)
        {
            var sign = text[(at + next)..];
            if (!IsSign(sign)) continue;
            if (IsSpaced(sign)) spaced = true;
            else if (!lost && IsLost(sign)) lost = true;
        }
        return new(Written: false, lost, spaced, isLong);
    }

    private static bool Writes(ReadOnlySpan<char> text)
    {
        var count = 0L;
        for (var at = 0; text[at..].IndexOf(CharacterTable.HalfSpace) is var next and >= 0; at += next + 1)
        {
            var place = at + next;
            var seen = place > 0 && place + 1 < text.Length && IsLetter(text[place - 1]) && IsLetter(text[place + 1]);
            if (seen && ++count * Rarest >= text.Length) return true;
        }
        return false;
    }

    /// <summary>True at what may show a habit: «میشود» or «می شود», «برنامهها», «شدهاند» or «شده اند», «سازمان های», «خانه ای».</summary>
    private static bool IsSign(ReadOnlySpan<char> text) => text.Length > 2 && (text[0], text[1]) switch
    {
        (' ', 'م') => text[2] is 'ی' or 'ي',
        (' ', 'ن') => text[2] == 'م' && text.Length > 3 && text[3] is 'ی' or 'ي',
        (' ', 'ه') => text[2] == 'ا',
        ('ه', 'ه') => text[2] == 'ا',
        ('ه', 'ا') => text.StartsWith("هاند"),
        ('ه', ' ') => text[2] == 'ا' && text.Length > 3 && (text[3] is 'ی' or 'ي' || text.StartsWith("ه اند")),
        _ => false,
    };

    private static bool IsSpaced(ReadOnlySpan<char> sign)
    {
        var at = sign[0] == ' ' ? 1 : 2;
        if (sign[at - 1] != ' ') return false;
        var word = sign[at..(at + WordLength(sign[at..]))];
        return at + word.Length < sign.Length && sign[at + word.Length] == ' '
            && word is "می" or "نمی" or "مي" or "نمي" or "ها" or "های" or "هاي" or "ای" or "اي" or "اند";
    }

    private static bool IsLost(ReadOnlySpan<char> sign)
    {
        if (sign[0] == 'ه') return sign[1] == 'ه' || sign[1] == 'ا' && WordLength(sign) == 4;
        if (sign[1] == 'ه') return false;
        Span<char> word = stackalloc char[WordRepair.LongestWord];
        var length = WordLength(sign[1..]);
        if (length > word.Length) return false;
        for (var i = 0; i < length; i++) word[i] = CharacterTable.Fold(sign[1 + i]);
        var entry = WordRepair.Words.Find(word[..length]);
        return entry.Lost == LostHalfSpace.Certain && entry.Is(WordClasses.Verb);
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsLetter(text[length])) length++;
        return length;
    }

    private static bool IsLetter(char c) => CharacterTable.KindOfCharacter(c) == CharacterKind.Letter;
}
