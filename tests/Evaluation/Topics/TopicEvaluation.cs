using System.Globalization;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Topics;
using NewsMiner.LexiconBuilder;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Topics;

/// <summary>Topics of articles against those a person gave them, the model beside cue words alone.</summary>
public sealed class TopicEvaluation(ITestOutputHelper output)
{
    private static readonly string Corpus = System.IO.Path.Combine(AppContext.BaseDirectory, "corpus");

    private static readonly IReadOnlyDictionary<string, string[]> Labels = TopicLabels.Read(System.IO.Path.Combine(Corpus, "topics.tsv"));

    private static readonly IReadOnlyList<GoldArticle> Gold = GoldArticle.ReadAll(System.IO.Path.Combine(Corpus, "gold"));

    [Fact]
    public void EveryGoldArticleHasOneToThreeTopics()
    {
        Assert.Equal(Gold.Select(article => article.Id).Order(StringComparer.Ordinal), Labels.Keys.Order(StringComparer.Ordinal));
        Assert.All(Labels, label => Assert.InRange(label.Value.Distinct().Count(), 1, 3));
    }

    /// <summary>The development articles taught the model, so that only those apart say how good it is.</summary>
    [Fact]
    public void TopicsOfHeldOutArticlesStayAboveTheirFloors()
    {
        GoldArticle[] articles = [.. Gold.Where(article => article.HeldOut)];
        var (micro, macro) = Print("held-out, model", articles, article => ArticleAnalyzer.Analyze(article.ToArticle()).Topics);
        var cues = Print("held-out, cue words", articles, article => TopicTraining.ByCues(TopicFeatures.Of(TokenizedText.Read(article.ToArticle().Text))));
        Assert.True(micro > cues.Micro, $"the model ({micro:0.000}) is no better than cue words ({cues.Micro:0.000})");
        Baseline.Hold("topics", "held-out micro F1", micro);
        Baseline.Hold("topics", "held-out macro F1", macro);
    }

    private (double Micro, double Macro) Print(string what, GoldArticle[] articles, Func<GoldArticle, IReadOnlyList<string>> topics)
    {
        var scores = TopicLabels.Compare([.. articles.Select(article => ((IReadOnlyList<string>)Labels[article.Id], topics(article)))]);
        var (micro, macro) = (TopicLabels.Micro(scores), TopicLabels.MacroF1(scores));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: P {micro.Precision:0.000} R {micro.Recall:0.000} micro F1 {micro.F1:0.000} macro F1 {macro:0.000} ({articles.Length} articles, {micro.Gold} topics)"));
        return (micro.F1, macro);
    }
}
