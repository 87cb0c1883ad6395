using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Keeps one of the pledges that title, lead and body make of the same promise: the fullest.</summary>
internal static class PledgeRepeats
{
    private const double SameShare = 0.6;

    /// <summary>How much of a lead's promise stands again in the text's where both name the same day.</summary>
    private const double OtherWordsShare = 0.25;

    /// <summary>The pledges in text order, each promise once; those that begin before <paramref name="titleEnd"/> stand in the title.</summary>
    public static IReadOnlyList<Pledge> Drop(IReadOnlyList<Pledge> pledges, int titleEnd)
    {
        if (pledges.Count < 2) return pledges;
        var words = new HashSet<string>?[pledges.Count];
        HashSet<string> WordsOf(int pledge) => words[pledge] ??= TokenizedText.Read(pledges[pledge].Action).Tokens.Where(token => token.Key.Length > 2).Select(token => token.Lexeme.Stem).ToHashSet(StringComparer.Ordinal);
        var kept = new bool[pledges.Count];
        Array.Fill(kept, true);
        for (var i = 0; i < pledges.Count; i++)
        {
            for (var j = i + 1; kept[i] && j < pledges.Count; j++)
            {
                if (!kept[j] || !MayBeSame(pledges[i], pledges[j]) || !SayTheSame(WordsOf(i), WordsOf(j), IsLead(pledges[i], pledges[j], titleEnd))) continue;
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

    // The title or lead says in other words what the text says: the same day, and some of the same words.
    private static bool IsLead(Pledge a, Pledge b, int titleEnd) =>
        a.Sentence != b.Sentence && a.Due is not null && a.Due == b.Due && (a.Amounts.Count == 0 || a.Amounts.All(b.Amounts.Contains)) && (a.Speaker is null || a.Speaker == b.Speaker && a.Span.Start < titleEnd);

    private static bool SayTheSame(HashSet<string> wordsOfA, HashSet<string> wordsOfB, bool isLead)
    {
        var smaller = Math.Min(wordsOfA.Count, wordsOfB.Count);
        var shared = wordsOfA.Count(wordsOfB.Contains);
        if (isLead && shared >= OtherWordsShare * smaller) return true;
        return smaller > 0 && shared >= SameShare * smaller && (smaller > 2 || wordsOfA.SetEquals(wordsOfB));
    }

    private static int Fullness(Pledge pledge) =>
        (pledge.Deadline is null ? 0 : 40) + (pledge.Speaker is null ? 0 : 20) + pledge.Amounts.Count * 10 + Math.Min(pledge.Action.Length / 10, 30);
}
