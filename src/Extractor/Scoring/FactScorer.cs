using NewsMiner.Extractor.Facts;

namespace NewsMiner.Extractor.Scoring;

/// <summary>How well one kind of facts, or one of its fields, was found.</summary>
/// <param name="Name">The kind, or kind and field: <c>officials.post</c>.</param>
/// <param name="Right">Found and right.</param>
/// <param name="Gold">What gold asks for; optional entries do not count.</param>
/// <param name="Found">What was found, save what matches an optional entry.</param>
public sealed record Score(string Name, int Right, int Gold, int Found)
{
    /// <summary>The share of what was found that is right, 0 to 1.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>The share of gold that was found, 0 to 1.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>A miss, a false find or a wrong field.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Name">The kind, or kind and field.</param>
/// <param name="What"><c>missed</c>, <c>false</c> or <c>wrong</c>.</param>
/// <param name="Gold">The gold entry, or null.</param>
/// <param name="Got">The found fact, or null.</param>
public sealed record ScoringError(string ArticleId, string Name, string What, object? Gold, object? Got);

/// <summary>Scores of all kinds, micro-averaged over articles, with every error.</summary>
public sealed record FactScores(IReadOnlyList<Score> Scores, IReadOnlyList<ScoringError> Errors)
{
    /// <summary>The score of a kind or field.</summary>
    public Score this[string name] => Scores.First(score => score.Name == name);
}

/// <summary>A found fact: the class its confidence goes by, the confidence, and whether gold says it is right.</summary>
internal sealed record JudgedFact(string Class, double Confidence, bool IsRight);

/// <summary>Scores extracted facts against gold as the annotation guide defines it.</summary>
public static class FactScorer
{
    /// <summary>Scores articles against their gold.</summary>
    public static FactScores Score(IReadOnlyList<(GoldArticle Gold, AnalyzedArticle Found)> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var tally = new Tally();
        foreach (var (gold, found) in articles)
        {
            tally.Count(gold.Id, "officials", gold.Officials, found.Officials, item => item.Optional, OfficialSimilarity, ("officials.post", SamePost));
            tally.Count(gold.Id, "statements", gold.Statements, found.Statements, item => item.Optional, StatementSimilarity,
                ("statements.speaker", (g, p) => SameSpeaker(g.Speaker, p.Speaker)), ("statements.kind", (g, p) => g.Kind == p.Kind));
            tally.Count(gold.Id, "figures", gold.Figures, found.Figures, item => item.Optional, FigureSimilarity, ("figures.counted", CountedAgrees),
                ("figures.kind", (g, p) => g.Kind == p.Kind), ("figures.qualifier", (g, p) => g.Qualifier == p.Qualifier),
                ("figures.change", (g, p) => g.Change == p.Change), ("figures.period", (g, p) => g.Period == p.Period));
            tally.Count(gold.Id, "pledges", gold.Pledges, found.Pledges, item => item.Optional, PledgeSimilarity,
                ("pledges.detail", (g, p) => AmountsAgree(g, p) && DeadlineAgrees(g, p)), ("pledges.due", (g, p) => g.Due == p.Due));
            tally.CountGiven("pledges.due given", gold.Pledges, found.Pledges, item => item.Optional, PledgeSimilarity, item => item.Due is not null, (g, p) => g.Due == p.Due);
        }
        return tally.Result();
    }

    /// <summary>The figures and pledges found in an article with their classes and whether they are right; those that match optional gold are left out.</summary>
    internal static IEnumerable<JudgedFact> Judge(GoldArticle gold, AnalyzedArticle found)
    {
        var errors = Score([(gold, found)]).Errors;
        bool IsWrong(object fact, params ReadOnlySpan<string> names)
        {
            foreach (var error in errors)
            {
                if (ReferenceEquals(error.Got, fact) && names.Contains(error.Name)) return true;
            }
            return false;
        }
        var optional = Tally.Matched(gold.Figures, found.Figures, item => item.Optional, FigureSimilarity).Concat(Tally.Matched(gold.Pledges, found.Pledges, item => item.Optional, PledgeSimilarity)).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var figure in found.Figures.Where(figure => !optional.Contains(figure))) yield return new(FactConfidence.ClassOf(figure), figure.Confidence, !IsWrong(figure, "figures", "figures.counted"));
        foreach (var pledge in found.Pledges.Where(pledge => !optional.Contains(pledge))) yield return new(FactConfidence.ClassOf(pledge), pledge.Confidence, !IsWrong(pledge, "pledges"));
    }

    private static double OfficialSimilarity(ScoredOfficial gold, Official found) =>
        ScoringText.Folded(gold.Name) == ScoringText.Folded(found.Name) ? 2 : ScoringText.SameName(gold.Name, found.Name) ? 1 : 0;

    private static bool SamePost(ScoredOfficial gold, Official found) =>
        ScoringText.Folded(gold.Role) == ScoringText.Folded(found.Role) && ScoringText.Folded(gold.Place) == ScoringText.Folded(found.Place);

    private static double StatementSimilarity(ScoredStatement gold, Statement found) => ScoringText.Overlap(gold.Text, found.Text) is >= 0.6 and var overlap ? overlap : 0;

    private static bool SameSpeaker(string? gold, string? found) => string.IsNullOrEmpty(gold) || string.IsNullOrEmpty(found)
        ? string.IsNullOrEmpty(gold) && string.IsNullOrEmpty(found)
        : ScoringText.SameName(gold, found) || ScoringText.Folded(gold) == ScoringText.Folded(found);

    private static double FigureSimilarity(ScoredFigure gold, Figure found) => !IsSameFigure(gold, found) ? 0 : CountedAgrees(gold, found) ? 1.5 : 1;

    /// <summary>True where value, upper end and unit are the same, whatever is counted.</summary>
    public static bool IsSameFigure(ScoredFigure gold, Figure found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        if (!SameNumber(gold.Value, found.Value) || (gold.Max is { } max && !(found.Max is { } other && SameNumber(max, other)))) return false;
        return ScoringText.SameUnit(gold.Unit, found.Unit) || (!string.IsNullOrEmpty(gold.Counted) && ScoringText.SameUnit(gold.Counted, found.Unit));
    }

    private static bool CountedAgrees(ScoredFigure gold, Figure found) => IsSameCounted(gold.Counted, found.Counted);

    /// <summary>True where the head of one counted phrase is among the words of the other.</summary>
    public static bool IsSameCounted(string? gold, string? found)
    {
        string[] g = [.. ScoringText.Tokens(gold).Select(ScoringText.Singular)], p = [.. ScoringText.Tokens(found).Select(ScoringText.Singular)];
        if (g.Length == 0 || p.Length == 0) return g.Length == p.Length;
        return p.Contains(g[0]) || g.Contains(p[0]);
    }

    private static double PledgeSimilarity(ScoredPledge gold, Pledge found)
    {
        var want = ScoringText.Tokens(gold.Action).ToHashSet();
        var best = new[] { found.Action, found.Text }.Select(ScoringText.Tokens).Where(have => want.Count > 0 && have.Count is > 0 and <= 90)
            .Select(have => (double)want.Count(have.ToHashSet().Contains) / want.Count).DefaultIfEmpty().Max();
        return best >= 0.5 ? best : 0;
    }

    private static bool AmountsAgree(ScoredPledge gold, Pledge found) => Amounts(gold.Amounts ?? []).SequenceEqual(Amounts(found.Amounts));

    private static IEnumerable<(double, string)> Amounts(IReadOnlyList<Amount> amounts) =>
        amounts.Select(amount => ((double)amount.Value, ScoringText.Tokens(amount.Unit).FirstOrDefault("") ?? "")).OrderBy(amount => amount.Item1).ThenBy(amount => amount.Item2, StringComparer.Ordinal);

    private static bool DeadlineAgrees(ScoredPledge gold, Pledge found)
    {
        var (a, b) = (ScoringText.Folded(gold.Deadline), ScoringText.Folded(found.Deadline));
        return a.Length == 0 || b.Length == 0 ? a.Length == b.Length : a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static bool SameNumber(decimal first, decimal second) => Math.Abs(first - second) <= 1e-6m * Math.Max(1, Math.Abs(first));
}
