using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>Whether facts are right as often as their confidence says: officials with their post, statements with their speaker.</summary>
public sealed class Calibration(ITestOutputHelper output)
{
    private static readonly double[] Bounds = [0, 0.6, 0.8, 0.9, 0.95];

    private sealed record Judged(double Confidence, bool IsRight);

    [Fact]
    public void ConfidenceIsTheShareThatIsRight()
    {
        foreach (var heldOut in new[] { false, true })
        {
            (GoldArticle Gold, AnalyzedArticle Found)[] articles = [.. GoldArticle.ReadAll(System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "gold")).Where(article => article.HeldOut == heldOut).Select(article => (article, ArticleAnalyzer.Analyze(article.ToArticle())))];
            var part = heldOut ? "held-out" : "dev";
            Show($"{part} officials", [.. articles.SelectMany(pair => pair.Found.Officials.Select(official => Judge(pair.Gold, official)).OfType<Judged>())]);
            Show($"{part} statements", [.. articles.SelectMany(pair => pair.Found.Statements.Select(statement => Judge(pair.Gold, statement)).OfType<Judged>())]);
        }
    }

    // What matches an optional entry is neither right nor wrong.
    private static Judged? Judge(GoldArticle gold, Official found)
    {
        var wanted = gold.Officials.Where(official => ScoringText.SameName(official.Name, found.Name)).OrderBy(official => official.Optional).FirstOrDefault();
        if (wanted is { Optional: true }) return null;
        return new(found.Confidence, wanted is not null && ScoringText.Folded(wanted.Role) == ScoringText.Folded(found.Role) && ScoringText.Folded(wanted.Place) == ScoringText.Folded(found.Place));
    }

    private static Judged? Judge(GoldArticle gold, Statement found)
    {
        var wanted = gold.Statements.Where(statement => ScoringText.Overlap(statement.Text, found.Text) >= 0.6).OrderByDescending(statement => ScoringText.Overlap(statement.Text, found.Text)).FirstOrDefault();
        if (wanted is { Optional: true }) return null;
        var sameSpeaker = wanted?.Speaker is { Length: > 0 } speaker ? found.Speaker is { } said && ScoringText.SameName(speaker, said) : found.Speaker is null;
        return new(found.Confidence, wanted is not null && sameSpeaker);
    }

    /// <summary>The expected calibration error: by how much confidence and share differ, averaged over facts.</summary>
    private void Show(string what, IReadOnlyList<Judged> facts)
    {
        Assert.NotEmpty(facts);
        var error = 0.0;
        output.WriteLine($"{what}: confidence, facts, predicted, right");
        for (var bin = 0; bin < Bounds.Length; bin++)
        {
            var (from, to) = (Bounds[bin], bin + 1 < Bounds.Length ? Bounds[bin + 1] : 1.01);
            Judged[] inside = [.. facts.Where(fact => fact.Confidence >= from && fact.Confidence < to)];
            if (inside.Length == 0) continue;
            var (predicted, right) = (inside.Average(fact => fact.Confidence), (double)inside.Count(fact => fact.IsRight) / inside.Length);
            error += Math.Abs(predicted - right) * inside.Length / facts.Count;
            output.WriteLine($"  {from:0.00}-{Math.Min(to, 1):0.00}  {inside.Length,4}  {predicted:0.000}  {right:0.000}");
        }
        output.WriteLine($"  expected calibration error {error:0.000}");
        Baseline.Hold("facts", $"{what} calibration", 1 - error);
    }
}
