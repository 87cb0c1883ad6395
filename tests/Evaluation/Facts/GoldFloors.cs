using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>F1 of every fact kind and field on gold: our own articles, those kept unread apart, and the visible ones of the guide.</summary>
public sealed class GoldFloors(ITestOutputHelper output)
{
    [Fact]
    public void OwnDevelopmentArticles() => Hold("dev", OwnGold(heldOut: false));

    [Fact]
    public void OwnHeldOutArticles() => Hold("held-out", OwnGold(heldOut: true));

    [FactWithShared("extraction/gold")]
    public void VisibleArticles() => Hold("visible", [.. GoldArticle.ReadAll(SharedFiles.Path("extraction/gold"))]);

    private static GoldArticle[] OwnGold(bool heldOut) =>
        [.. GoldArticle.ReadAll(System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "gold")).Where(article => article.HeldOut == heldOut)];

    private void Hold(string part, GoldArticle[] gold)
    {
        Assert.NotEmpty(gold);
        var scores = FactScorer.Score([.. gold.Select(article => (article, ArticleAnalyzer.Analyze(article.ToArticle())))]);
        foreach (var score in scores.Scores) output.WriteLine($"{part} {score.Name}: P {score.Precision:0.000} R {score.Recall:0.000} F1 {score.F1:0.000} (gold {score.Gold}, found {score.Found})");
        foreach (var score in scores.Scores) Baseline.Hold("facts", $"{part} {score.Name}", score.F1);
    }
}
