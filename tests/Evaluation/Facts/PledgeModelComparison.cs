using NewsMiner.Extractor.Scoring;
using NewsMiner.LexiconBuilder;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>Whether rules or a trained model should judge what promises: the better on held-out articles does.</summary>
public sealed class PledgeModelComparison(ITestOutputHelper output)
{
    /// <summary>So much the model would have to be better, F1, for its weights to be worth their keep: about three pledges.</summary>
    private const double Worth = 0.02;

    [Fact]
    public void RulesJudgeAsLongAsNoModelBeatsThem()
    {
        var rows = PledgeTraining.Compare([.. GoldArticle.ReadAll(System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "gold"))]);
        foreach (var (name, score) in rows) output.WriteLine($"{name}: P {score.Precision:0.000} R {score.Recall:0.000} F1 {score.F1:0.000}");
        double F1(string name) => rows.Single(row => row.Name == name).Score.F1;
        Assert.True(F1("held-out, model") <= F1("held-out, rules") + Worth, "a trained model now finds pledges better than the rules: let it judge");
    }
}
