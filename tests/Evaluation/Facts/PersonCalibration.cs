using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>Whether facts are right as often as their confidence says: officials with their post, statements with their speaker.</summary>
public sealed class PersonCalibration(ITestOutputHelper output)
{
    [Fact]
    public void ConfidenceIsTheShareThatIsRight()
    {
        foreach (var heldOut in new[] { false, true })
        {
            (GoldArticle Gold, AnalyzedArticle Found)[] articles = [.. GoldArticle.ReadAll(System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "gold")).Where(article => article.HeldOut == heldOut).Select(article => (article, ArticleAnalyzer.Analyze(article.ToArticle())))];
            var part = heldOut ? "held-out" : "dev";
            Hold($"{part} officials", [.. articles.SelectMany(pair => pair.Found.Officials.Select(official => Judge(pair.Gold, official)).OfType<(double, bool)>())]);
            Hold($"{part} statements", [.. articles.SelectMany(pair => pair.Found.Statements.Select(statement => Judge(pair.Gold, statement)).OfType<(double, bool)>())]);
        }
    }

    // What matches an optional entry is neither right nor wrong.
    private static (double Confidence, bool IsRight)? Judge(GoldArticle gold, Official found)
    {
        var wanted = gold.Officials.Where(official => ScoringText.SameName(official.Name, found.Name)).OrderBy(official => official.Optional).FirstOrDefault();
        if (wanted is { Optional: true }) return null;
        return (found.Confidence, wanted is not null && ScoringText.Folded(wanted.Role) == ScoringText.Folded(found.Role) && ScoringText.Folded(wanted.Place) == ScoringText.Folded(found.Place));
    }

    private static (double Confidence, bool IsRight)? Judge(GoldArticle gold, Statement found)
    {
        var wanted = gold.Statements.Where(statement => ScoringText.Overlap(statement.Text, found.Text) >= 0.6).OrderByDescending(statement => ScoringText.Overlap(statement.Text, found.Text)).FirstOrDefault();
        if (wanted is { Optional: true }) return null;
        var sameSpeaker = wanted?.Speaker is { Length: > 0 } speaker ? found.Speaker is { } said && ScoringText.SameName(speaker, said) : found.Speaker is null;
        return (found.Confidence, wanted is not null && sameSpeaker);
    }

    private void Hold(string what, IReadOnlyList<(double Confidence, bool IsRight)> facts) => Baseline.Hold("facts", $"{what} calibration", 1 - CalibrationTable.Show(output, what, facts));
}
