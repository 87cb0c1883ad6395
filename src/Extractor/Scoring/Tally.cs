namespace NewsMiner.Extractor.Scoring;

/// <summary>Counts over articles: pairs gold and found one to one, the most similar first, gold that counts before optional gold.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (int Right, int Gold, int Found)> counts = [];
    private readonly List<ScoringError> errors = [];

    public void Count<TGold, TFound>(
        string article, string kind, IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, bool> optional,
        Func<TGold, TFound, double> similarity, params (string Name, Func<TGold, TFound, bool> Agrees)[] details)
    {
        var pairs = Match(gold, found, optional, similarity);
        (int Gold, int Found)[] kept = [.. pairs.Where(pair => !optional(gold[pair.Gold]))];
        var asked = gold.Count(item => !optional(item));
        var claimed = found.Count - (pairs.Count - kept.Length);
        Add(kind, kept.Length, asked, claimed);
        foreach (var (name, agrees) in details)
        {
            Add(name, kept.Count(pair => agrees(gold[pair.Gold], found[pair.Found])), asked, claimed);
            errors.AddRange(kept.Where(pair => !agrees(gold[pair.Gold], found[pair.Found])).Select(pair => new ScoringError(article, name, "wrong", gold[pair.Gold], found[pair.Found])));
        }
        var (matchedGold, matchedFound) = (pairs.Select(pair => pair.Gold).ToHashSet(), pairs.Select(pair => pair.Found).ToHashSet());
        errors.AddRange(gold.Where((item, index) => !optional(item) && !matchedGold.Contains(index)).Select(item => new ScoringError(article, kind, "missed", item, null)));
        errors.AddRange(found.Where((_, index) => !matchedFound.Contains(index)).Select(item => new ScoringError(article, kind, "false", null, item)));
    }

    /// <summary>Counts a field only where gold gives it: found are the matched facts whose gold has the field.</summary>
    public void CountGiven<TGold, TFound>(
        string name, IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, bool> optional, Func<TGold, TFound, double> similarity, Func<TGold, bool> given, Func<TGold, TFound, bool> agrees)
    {
        (int Gold, int Found)[] kept = [.. Match(gold, found, optional, similarity).Where(pair => !optional(gold[pair.Gold]) && given(gold[pair.Gold]))];
        Add(name, kept.Count(pair => agrees(gold[pair.Gold], found[pair.Found])), gold.Count(item => !optional(item) && given(item)), kept.Length);
    }

    /// <summary>The found facts that match an optional one of gold.</summary>
    public static IEnumerable<object> Matched<TGold, TFound>(IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, bool> optional, Func<TGold, TFound, double> similarity)
        where TFound : class => Match(gold, found, optional, similarity).Where(pair => optional(gold[pair.Gold])).Select(pair => (object)found[pair.Found]);

    public FactScores Result() => new([.. counts.Select(entry => new Score(entry.Key, entry.Value.Right, entry.Value.Gold, entry.Value.Found))], errors);

    private void Add(string name, int right, int gold, int found)
    {
        var before = counts.GetValueOrDefault(name);
        counts[name] = (before.Right + right, before.Gold + gold, before.Found + found);
    }

    private static List<(int Gold, int Found)> Match<TGold, TFound>(
        IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, bool> optional, Func<TGold, TFound, double> similarity)
    {
        var candidates = gold.SelectMany((g, i) => found.Select((f, j) => (Similarity: similarity(g, f), Counts: !optional(g), Gold: i, Found: j)))
            .Where(pair => pair.Similarity > 0)
            .OrderByDescending(pair => pair.Similarity).ThenByDescending(pair => pair.Counts).ThenBy(pair => pair.Gold).ThenBy(pair => pair.Found);
        var (usedGold, usedFound, pairs) = (new HashSet<int>(), new HashSet<int>(), new List<(int, int)>());
        foreach (var pair in candidates)
        {
            if (usedGold.Contains(pair.Gold) || usedFound.Contains(pair.Found)) continue;
            usedGold.Add(pair.Gold);
            usedFound.Add(pair.Found);
            pairs.Add((pair.Gold, pair.Found));
        }
        return pairs;
    }
}
