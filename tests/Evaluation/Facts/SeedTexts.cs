using NewsMiner.Api.Input;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>The seed articles as raw texts, boilerplate and all: every mandatory figure and pledge, and nothing from boilerplate.</summary>
public sealed class SeedTexts(ITestOutputHelper output)
{
    [FactWithShared("seeds")]
    public void FiguresAndPledgesOfRawTexts()
    {
        var gold = GoldArticle.ReadAll(SharedFiles.Path("extraction/gold")).Where(article => article.Id.StartsWith("seed-", StringComparison.Ordinal)).ToDictionary(article => article.Id, StringComparer.Ordinal);
        var pairs = Directory.GetFiles(SharedFiles.Path("seeds"), "*.txt").Order(StringComparer.Ordinal)
            .Select(file => (Gold: gold.GetValueOrDefault("seed-" + System.IO.Path.GetFileName(file)[..3]), File: file)).Where(pair => pair.Gold is not null)
            .Select(pair => (pair.Gold!, ArticleAnalyzer.Analyze(Assert.IsType<InputItem.Found>(Assert.Single(ArticleInput.Read([pair.File], Stream.Null))).Article))).ToList();
        Assert.NotEmpty(pairs);
        var scores = FactScorer.Score(pairs);
        foreach (var error in scores.Errors.Where(error => error.Name is "figures" or "pledges")) output.WriteLine($"{error.ArticleId} {error.Name} {error.What}: {error.Gold ?? error.Got}");
        foreach (var name in new[] { "figures", "figures.counted", "pledges", "pledges.detail" }) output.WriteLine($"raw seeds {name}: right {scores[name].Right} of {scores[name].Gold}, found {scores[name].Found}");
        Baseline.Hold("facts", "raw seeds figures recall", scores["figures"].Recall);
        Baseline.Hold("facts", "raw seeds figures precision", scores["figures"].Precision);
        Baseline.Hold("facts", "raw seeds pledges recall", scores["pledges"].Recall);
    }
}
