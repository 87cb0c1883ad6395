using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>The endings of <c>affixes.tsv</c>.</summary>
internal static class Affixes
{
    private static readonly Dictionary<string, FrozenSet<string>> Kinds =
        LanguageTable.Read("Text/affixes.tsv").ToDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Endings of the plural, with what may follow them: <c>هایشان</c>.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Plural = Set("plural");

    /// <summary>Endings of comparison.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Degree = Set("degree");

    /// <summary>Particles before a verb that its <c>می</c> follows.</summary>
    public static readonly string[] VerbPrefixes = [.. Kinds["particle"]];

    /// <summary>Endings that <c>ی</c> keeps off by a half-space: <c>صندلی‌اش</c>.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterYe = Set("ye");

    /// <summary>Endings that a silent <c>ه</c> keeps off by a half-space: <c>خانه‌ای</c>.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterSilentHe = Set("vowel");

    /// <summary>Endings of possession that stand behind a plural: <c>خواب‌های‌تان</c>.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Possessive = Set("possessive");

    /// <summary>Demonstratives that lose the space before <c>را</c>: «آنرا».</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Demonstrative = Set("demonstrative");

    /// <summary>Auxiliaries of the future that lose the space before their verb: «خواهدشد».</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Future = Set("future");

    /// <summary>Verbs that a noun makes a predicate with, in the subjunctive: <c>انجام شود</c>.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Subjunctive = Set("subjunctive");

    /// <summary>Words that take no ending.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bare = Set("bare");

    /// <summary>Words that are no second part of a compound.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Alone = Set("alone");

    /// <summary>Words and verbs that no genitive is bound to.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unbound = Set("unbound");

    /// <summary>Words behind which a singular with <c>ی</c> stands: <c>هیچ نامه‌ای</c>.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeSingle = Set("single");

    /// <summary>Names of letters: «بی بی سی».</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LetterNames = Set("letters");

    /// <summary>Words that lose the space behind them: «وتقویت».</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GluedBefore = Set("before");

    /// <summary>Words that lose the space before them: «بایداز».</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GluedBehind = Set("behind");

    /// <summary>True for any ending, which is no second part of a compound.</summary>
    public static bool IsEnding(ReadOnlySpan<char> word) => Plural.Contains(word) || Degree.Contains(word) || AfterYe.Contains(word) || AfterSilentHe.Contains(word);

    /// <summary>The number of letters of the longest ending.</summary>
    public static readonly int Longest = Kinds.Values.SelectMany(set => set).Max(ending => ending.Length);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string kind) => Kinds[kind].GetAlternateLookup<ReadOnlySpan<char>>();
}
