using System.Numerics;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>What a row of <c>affixes.tsv</c> says of its words, which explains each.</summary>
[Flags]
internal enum AffixKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Endings of the plural, with what may follow them: <c>هایشان</c>.</summary>
    Plural = 1,

    /// <summary>Endings of comparison.</summary>
    Degree = 2,

    /// <summary>Particles before a verb that its <c>می</c> follows.</summary>
    Particle = 4,

    /// <summary>Endings that <c>ی</c> keeps off by a half-space: <c>صندلی‌اش</c>.</summary>
    Ye = 8,

    /// <summary>Endings that a silent <c>ه</c> keeps off by a half-space: <c>خانه‌ای</c>.</summary>
    Vowel = 16,

    /// <summary>Endings of possession that stand behind a plural: <c>خواب‌های‌تان</c>.</summary>
    Possessive = 32,

    /// <summary>Demonstratives that lose the space before <c>را</c>: «آنرا».</summary>
    Demonstrative = 64,

    /// <summary>Auxiliaries of the future that lose the space before their verb: «خواهدشد».</summary>
    Future = 128,

    /// <summary>Verbs that a noun makes a predicate with, in the subjunctive: <c>انجام شود</c>.</summary>
    Subjunctive = 256,

    /// <summary>Words that take no ending.</summary>
    Bare = 512,

    /// <summary>Words that are no second part of a compound.</summary>
    Alone = 1024,

    /// <summary>Words that lose the space behind them: «وتقویت».</summary>
    Before = 2048,

    /// <summary>Words that lose the space before them: «بایداز».</summary>
    Behind = 4096,

    /// <summary>Words and verbs that no genitive is bound to.</summary>
    Unbound = 8192,

    /// <summary>Words behind which a singular with <c>ی</c> stands: <c>هیچ نامه‌ای</c>.</summary>
    Single = 16384,

    /// <summary>Names of letters: «بی بی سی».</summary>
    Letters = 32768,

    /// <summary>Prefixes that are no words: <c>بی‌ادب</c>.</summary>
    Prefix = 65536,

    /// <summary>Participles that make an adjective of the noun before them: <c>حذف‌شده</c>.</summary>
    Passive = 131072,

    /// <summary>Agents that are a word with what they do: <c>تشکیل‌دهنده</c>.</summary>
    Agent = 262144,

    /// <summary>Words before which a participle is a part of the verb: <c>حذف شده است</c>.</summary>
    Predicate = 524288,
}

/// <summary>The endings and small words of <c>affixes.tsv</c>, found by the hash of the table of words.</summary>
internal static class Affixes
{
    private static readonly (AffixKinds Kind, string[] Words)[] Rows =
        [.. LanguageTable.Read("Text/affixes.tsv").Select(row => (row.Name<AffixKinds>(0), row[1].Split(' ')))];

    private static readonly (ulong Hash, AffixKinds Kinds)[] Slots = Fill();

    /// <summary>Particles before a verb that its <c>می</c> follows.</summary>
    public static readonly string[] VerbPrefixes = Rows.Single(row => row.Kind == AffixKinds.Particle).Words;

    /// <summary>The number of letters of the longest ending.</summary>
    public static readonly int Longest = Rows.SelectMany(row => row.Words).Max(ending => ending.Length);

    /// <summary>What the table says of a word.</summary>
    public static AffixKinds Of(ReadOnlySpan<char> word) => word.Length > Longest ? AffixKinds.None : Of(WordTable.Hash(word));

    /// <summary>What the table says of the word with this hash.</summary>
    public static AffixKinds Of(ulong hash)
    {
        for (var slot = (int)hash & Slots.Length - 1; Slots[slot].Hash != 0; slot = slot + 1 & Slots.Length - 1)
            if (Slots[slot].Hash == hash) return Slots[slot].Kinds;
        return AffixKinds.None;
    }

    /// <summary>True where any of the kinds applies to the word.</summary>
    public static bool Is(ReadOnlySpan<char> word, AffixKinds kinds) => (Of(word) & kinds) != 0;

    /// <summary>True for any ending, which is no second part of a compound.</summary>
    public static bool IsEnding(ReadOnlySpan<char> word) => Is(word, AffixKinds.Plural | AffixKinds.Degree | AffixKinds.Ye | AffixKinds.Vowel);

    private static (ulong, AffixKinds)[] Fill()
    {
        var slots = new (ulong Hash, AffixKinds Kinds)[BitOperations.RoundUpToPowerOf2((uint)Rows.Sum(row => row.Words.Length) * 2)];
        foreach (var (kind, words) in Rows)
        {
            foreach (var hash in words.Select(word => WordTable.Hash(word)))
            {
                var slot = (int)hash & slots.Length - 1;
                while (slots[slot].Hash != 0 && slots[slot].Hash != hash) slot = slot + 1 & slots.Length - 1;
                slots[slot] = (hash, slots[slot].Kinds | kind);
            }
        }
        return slots;
    }
}
