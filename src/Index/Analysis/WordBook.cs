using System.Collections.Concurrent;
using System.Collections.Frozen;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Index.Analysis;

/// <summary>Looks words up: folding, spelling variants, stems and joins, each spelling worked out once and remembered.</summary>
/// <remarks>What is remembered depends on nothing but the embedded tables, and stays below a fixed number of words.</remarks>
internal static class WordBook
{
    private const int MaxRemembered = 300_000;

    private static readonly FrozenDictionary<string, Joining> Joins = AnalysisTable.Read("Analysis/joins.tsv", cells => Parse(cells[1]));
    private static readonly FrozenDictionary<string, string> Synonyms = AnalysisTable.Read("Analysis/synonyms.tsv", cells => Fold.Key(cells[1]));
    private static readonly FrozenDictionary<string, (int Value, bool Alone)> Numbers = AnalysisTable.Read("Analysis/number-words.tsv",
        cells => (int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2] == "yes"));
    private static readonly FrozenSet<string> StopStems = AnalysisTable.Lines("Analysis/stop-words.tsv").SelectMany(word => new[] { Fold.Key(word), LightStem.Of(Fold.Key(word)) }).ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[][] Compounds = [.. AnalysisTable.Lines("Analysis/compounds.tsv").Concat(AnalysisTable.Lines("Analysis/phrases.tsv")).Select(line => line.Split(' ').Select(part => Fold.Key(part)).ToArray())];
    private static readonly FrozenSet<string> CompoundStems = Compounds.SelectMany(parts => new[] { string.Concat(parts), LightStem.Of(string.Concat(parts)) }).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>By the first part of a compound, the first two letters its next part may begin with: most words beside each other are told apart by these.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<int>> CompoundNexts = Compounds.GroupBy(parts => parts[0], parts => Letters(parts[1]), StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet(), StringComparer.Ordinal);

    /// <summary>What begins a compound of three parts: its first two, joined.</summary>
    private static readonly FrozenSet<string> CompoundBeginnings = Compounds.Where(parts => parts.Length > 2).Select(parts => parts[0] + parts[1]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly SpellingTable BySpelling = new(MaxRemembered, Make);
    private static readonly ConcurrentDictionary<(Word, Word), Word?> RememberedPairs = new();
    private static int pairs;

    /// <summary>The word of a spelling.</summary>
    public static Word Of(ReadOnlySpan<char> spelling) => BySpelling.Of(spelling, SpellingTable.Hash(spelling));

    /// <summary>The same, where the <see cref="SpellingTable.Hash(ReadOnlySpan{char})"/> of the spelling and its <see cref="Likely"/> word are known.</summary>
    public static Word Of(ReadOnlySpan<char> spelling, uint hash, Word? likely) =>
        likely is not null && spelling.SequenceEqual(likely.Spelling) ? likely : BySpelling.Of(spelling, hash);

    /// <summary>The word that a spelling with this hash most often is, or null.</summary>
    public static Word? Likely(uint hash) => BySpelling.First(hash);

    /// <summary>The one word that two written side by side are, or null where they are two.</summary>
    public static Word? Joined(Word first, Word second)
    {
        if (first.IsFigure || second.IsFigure || (!second.MayJoinLast && first.Joining is not (Joining.Before or Joining.BeforeKnown) && !MayBeCompound(first, second))) return null;
        if (RememberedPairs.TryGetValue((first, second), out var known)) return known;
        var joined = !BelongTogether(first, second) ? null : second.Key == "ی" && first.Key[^1] == 'ه' ? first : Of(first.Key + second.Key);
        if (Interlocked.Increment(ref pairs) % MaxRemembered == 0) RememberedPairs.Clear();
        RememberedPairs.TryAdd((first, second), joined);
        return joined;
    }

    /// <summary>The one word that three written side by side are, or null.</summary>
    public static Word? Joined(Word first, Word second, Word third) =>
        first.CompoundNexts is not null && CompoundBeginnings.Contains(first.Key + second.Key) && IsCompound(first.Key + second.Key + third.Key) ? Of(first.Key + second.Key + third.Key) : null;

    /// <summary>Whether a plain query of several words does not insist on this one.</summary>
    public static bool IsStop(string stem) => StopStems.Contains(stem);

    private static bool BelongTogether(Word first, Word second)
    {
        if (first.Key.Length == 0 || second.Key.Length == 0) return false;
        var joins = second.Joining switch
        {
            Joining.After => true,
            Joining.AfterHeh => first.Key[^1] == 'ه' && first.Key.Length > 2,
            Joining.AfterVowel => first.Key[^1] is 'ه' or 'ا' or 'و' && first.Key.Length > 2,
            Joining.AfterKnown => IsKnown(first.Key + second.Key),
            _ => false,
        };
        return joins
            || first.Joining == Joining.Before
            || (first.Joining == Joining.BeforeKnown && second.Key.Length > 1 && IsKnown(first.Key + second.Key))
            || (MayBeCompound(first, second) && IsCompound(first.Key + second.Key));
    }

    private static bool MayBeCompound(Word first, Word second) => first.CompoundNexts is { } nexts && second.Key.Length > 0 && nexts.Contains(Letters(second.Key));

    private static int Letters(string part) => part.Length > 1 ? (part[0] << 16) | part[1] : part[0] << 16;

    private static bool IsKnown(string joined) => LightStem.IsWord(joined) || LightStem.IsWord(LightStem.Of(joined)) || IsCompound(joined);

    private static bool IsCompound(string joined) => CompoundStems.Contains(joined) || CompoundStems.Contains(LightStem.Of(joined));

    private static Word Make(string spelling)
    {
        if (char.IsDigit(spelling[0]))
        {
            var number = NumberSpelling.Form(spelling);
            return new(spelling, number, number, number) { IsFigure = true };
        }
        // «اداره‌ی» and «ادارهٔ» are one spelling of the genitive after a silent ه.
        var key = Fold.Key(spelling.EndsWith("ه\u200cی", StringComparison.Ordinal) ? spelling.AsSpan(0, spelling.Length - 2) : spelling);
        // One object where they are equal: what lies together is read together.
        if (key == spelling) key = spelling;
        var form = Canonical(key);
        var inWords = Numbers.GetValueOrDefault(key);
        return new(spelling, key, form, LightStem.Of(form))
        {
            Joining = Joins.GetValueOrDefault(key), CompoundNexts = CompoundNexts.GetValueOrDefault(key), Number = inWords.Value, CountsAlone = inWords.Alone,
        };
    }

    /// <summary>The spelling the variants of a word share; an inflected variant keeps its ending.</summary>
    private static string Canonical(string key)
    {
        if (Synonyms.TryGetValue(key, out var whole)) return whole;
        for (var length = key.Length - 1; length > 2; length--)
        {
            if (Synonyms.TryGetValue(key[..length], out var start) && LightStem.Of(start + key[length..]) == LightStem.Of(start)) return start + key[length..];
        }
        return key;
    }

    private static Joining Parse(string cell) => cell switch
    {
        "before" => Joining.Before,
        "before-known" => Joining.BeforeKnown,
        "after" => Joining.After,
        "after-heh" => Joining.AfterHeh,
        "after-vowel" => Joining.AfterVowel,
        "after-known" => Joining.AfterKnown,
        _ => throw new FormatException($"'{cell}' is no way to join"),
    };
}
