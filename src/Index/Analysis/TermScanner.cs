namespace NewsMiner.Index.Analysis;

/// <summary>Cuts a text into spellings and says which stand side by side.</summary>
internal ref struct TermScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>Where the spelling now read begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Its <see cref="SpellingTable.Hash(ReadOnlySpan{char})"/>.</summary>
    public uint Hash { get; private set; }

    /// <summary>Whether nothing but a space or a half-space parts it from the one before.</summary>
    public bool IsBesideLast { get; private set; }

    /// <summary>Reads the next spelling.</summary>
    public bool MoveNext()
    {
        var gap = 0;
        for (; at < text.Length; at++)
        {
            var kind = CharacterClasses.Of(text[at]);
            if (kind is CharacterClass.Letter or CharacterClass.Digit) break;
            gap += kind is CharacterClass.Space or CharacterClass.HalfSpace ? 1 : 3;
        }
        if (at >= text.Length) return false;
        IsBesideLast = gap <= 2;
        Start = at;
        var hash = 0u;
        if (CharacterClasses.Of(text[at]) == CharacterClass.Digit)
        {
            for (; at < text.Length && IsInNumber(); at++) hash = SpellingTable.Hash(hash, text[at]);
        }
        else
        {
            for (; at < text.Length && IsInWord(); at++) hash = SpellingTable.Hash(hash, text[at]);
        }
        (End, Hash) = (at, hash);
        return true;
    }

    private readonly bool IsInNumber() =>
        char.IsDigit(text[at]) || (NumberSpelling.IsMark(text[at]) && at + 1 < text.Length && char.IsDigit(text[at + 1]));

    private readonly bool IsInWord() => CharacterClasses.Of(text[at]) switch
    {
        // «شده‌است» is two words wherever it is written.
        CharacterClass.HalfSpace => !IsCopula(text[(at + 1)..]),
        var kind => kind > CharacterClass.HalfSpace,
    };

    private static bool IsCopula(ReadOnlySpan<char> rest) => rest.StartsWith("است") && (rest.Length == 3 || CharacterClasses.Of(rest[3]) < CharacterClass.HalfSpace);
}
