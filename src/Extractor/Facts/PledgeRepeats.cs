using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Keeps one of the pledges that title, lead and body make of the same promise: the fullest.</summary>
internal static class PledgeRepeats
{
    private const double SameShare = 0.6;

    /// <summary>The pledges in text order, each promise once.</summary>
    public static IReadOnlyList<Pledge> Drop(IReadOnlyList<Pledge> pledges)
    {
        if (pledges.Count < 2) return pledges;
        var words = new HashSet<string>?[pledges.Count];
        HashSet<string> WordsOf(int pledge) => words[pledge] ??= TokenizedText.Read(pledges[pledge].Action).Tokens.Select(token => token.Key).Where(key => key.Length > 2).ToHashSet(StringComparer.Ordinal);
        var kept = new bool[pledges.Count];
        Array.Fill(kept, true);
        for (var i = 0; i < pledges.Count; i++)
        {
            for (var j = i + 1; kept[i] && j < pledges.Count; j++)
            {
                if (!kept[j] || !MayBeSame(pledges[i], pledges[j]) || !SayTheSame(WordsOf(i), WordsOf(j))) continue;
                if (Fullness(pledges[j]) > Fullness(pledges[i])) kept[i] = false;
                else kept[j] = false;
            }
        }
        return [.. pledges.Where((_, i) => kept[i])];
    }

    private static bool MayBeSame(Pledge a, Pledge b)
    {
        if (a.Sentence == b.Sentence && a.Span != b.Span && a.Deadline != b.Deadline) return false;
        if (a.Due is not null && b.Due is not null && a.Due != b.Due) return false;
        return a.Amounts.Count == 0 || b.Amounts.Count == 0 || a.Amounts.Any(b.Amounts.Contains);
    }

    private static bool SayTheSame(HashSet<string> wordsOfA, HashSet<string> wordsOfB)
    {
        var smaller = Math.Min(wordsOfA.Count, wordsOfB.Count);
        return smaller > 0 && wordsOfA.Count(wordsOfB.Contains) >= SameShare * smaller && (smaller > 2 || wordsOfA.SetEquals(wordsOfB));
    }

    private static int Fullness(Pledge pledge) =>
        (pledge.Deadline is null ? 0 : 40) + (pledge.Speaker is null ? 0 : 20) + pledge.Amounts.Count * 10 + Math.Min(pledge.Action.Length / 10, 30);
}
