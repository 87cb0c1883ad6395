using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>What the confidence of figures and pledges is worth on articles it was not counted on: by bins, predicted and right.</summary>
public sealed class Calibration(ITestOutputHelper output)
{
    private static readonly double[] Bounds = [0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001];

    [Fact]
    public void HeldOutFacts()
    {
        var facts = GoldArticle.ReadAll(System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "gold")).Where(article => article.HeldOut)
            .SelectMany(article => FactScorer.Judge(article, ArticleAnalyzer.Analyze(article.ToArticle()))).ToList();
        foreach (var kind in new[] { "figure", "pledge" })
        {
            var judged = facts.Where(fact => fact.Class.StartsWith(kind, StringComparison.Ordinal)).ToList();
            var error = 0.0;
            for (var i = 0; i + 1 < Bounds.Length; i++)
            {
                var bin = judged.Where(fact => fact.Confidence >= Bounds[i] && fact.Confidence < Bounds[i + 1]).ToList();
                if (bin.Count == 0) continue;
                var (predicted, right) = (bin.Average(fact => fact.Confidence), bin.Average(fact => fact.IsRight ? 1.0 : 0));
                error += Math.Abs(predicted - right) * bin.Count / judged.Count;
                output.WriteLine($"{kind}s with confidence {Bounds[i]:0.00} to {Math.Min(1, Bounds[i + 1]):0.00}: {bin.Count}, predicted {predicted:0.000}, right {right:0.000}");
            }
            foreach (var group in judged.GroupBy(fact => fact.Class).Where(group => group.Count() >= 10).OrderByDescending(group => group.Count()))
                output.WriteLine($"{group.Key}: {group.Count()}, predicted {group.Average(fact => fact.Confidence):0.000}, right {group.Average(fact => fact.IsRight ? 1.0 : 0):0.000}");
            output.WriteLine($"{kind}s: mean difference {error:0.000}");
            Baseline.Hold("facts", $"held-out {kind}s confidence agrees", 1 - error);
        }
    }
}
