using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.LexiconBuilder;

/// <summary>The lists that write a word with half-spaces.</summary>
[Flags]
internal enum WordSources
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The dictionary of hazm, with a word class.</summary>
    Dictionary = 1,

    /// <summary>The same, without a class.</summary>
    Unclassed = 2,

    /// <summary>The compounds of shekar.</summary>
    Compounds = 4,

    /// <summary>The counted words of shekar.</summary>
    Counted = 8,

    /// <summary>The words of Wikipedia.</summary>
    Encyclopaedia = 16,

    /// <summary>The corrections of Parsivar.</summary>
    Corrections = 32,

    /// <summary>The conjugation of common verbs.</summary>
    Verbs = 64,
}

/// <summary>What the sources say of one sequence of letters.</summary>
internal sealed class WordFacts
{
    /// <summary>Its count as one word without half-spaces, and that of a list which gives no counts.</summary>
    public long Plain, PlainListed;

    /// <summary>True where a dictionary holds it without half-spaces.</summary>
    public bool Lexeme;

    /// <summary>What it can be.</summary>
    public WordClasses Classes;

    /// <summary>Counts of its spellings with half-spaces, by their places.</summary>
    public Dictionary<uint, long> Joined { get; } = [];

    /// <summary>Which lists write it with half-spaces.</summary>
    public WordSources JoinedIn;

    /// <summary>What it adds to the odds of a compound as its first and as its second part, 0 to 15, 9 for nothing; 0 where nothing is known.</summary>
    public int First, Second;

    /// <summary>How likely its parts are one word where a space stands between them, 0 to 1.</summary>
    public double OneWord;

    /// <summary>True where a list of words, not of what was counted in texts, has it with half-spaces.</summary>
    public bool JoinedLexeme => (JoinedIn & (WordSources.Dictionary | WordSources.Compounds | WordSources.Corrections)) != 0;

    /// <summary>True where a list without counts has it with half-spaces.</summary>
    public bool JoinedListed => (JoinedIn & (WordSources.Compounds | WordSources.Encyclopaedia | WordSources.Corrections)) != 0;

    /// <summary>How often an encyclopaedia writes it as one word without half-spaces.</summary>
    public long PlainSeen;

    /// <summary>How often the encyclopaedia writes it with half-spaces, by their places.</summary>
    public Dictionary<uint, long> JoinedSeen { get; } = [];

    /// <summary>How often an encyclopaedia writes it before, and behind, a half-space.</summary>
    public long FirstSeen, SecondSeen;

    /// <summary>The count of one of its spellings with half-spaces.</summary>
    public long JoinedCount(uint mask) => Joined.GetValueOrDefault(mask);
}
