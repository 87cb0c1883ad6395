using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>What the confidence of figures and pledges is worth on articles it was not counted on: by bins, predicted and right.</summary>
public sealed class FigureCalibration(ITestOutputHelper output)
{
    [Fact]
    public void HeldOutFacts()
    {
        var facts = GoldArticle.ReadAll(System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "gold")).Where(article => article.HeldOut)
            .SelectMany(article => FactScorer.Judge(article, ArticleAnalyzer.Analyze(article.ToArticle()))).ToList();
        foreach (var kind in new[] { "figure", "pledge" })
        {
            var judged = facts.Where(fact => fact.Class.StartsWith(kind, StringComparison.Ordinal)).ToList();
            var error = CalibrationTable.Show(output, $"held-out {kind}s", [.. judged.Select(fact => (fact.Confidence, fact.IsRight))]);
            foreach (var group in judged.GroupBy(fact => fact.Class).Where(group => group.Count() >= 10).OrderByDescending(group => group.Count()))
                output.WriteLine($"{group.Key}: {group.Count()}, predicted {group.Average(fact => fact.Confidence):0.000}, right {group.Average(fact => fact.IsRight ? 1.0 : 0):0.000}");
            Baseline.Hold("facts", $"held-out {kind}s confidence agrees", 1 - error);
        }
    }
}
