using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Search;

/// <summary>Our ranking over real news beside the common Persian one, each set of questions with its floor.</summary>
public sealed class RankingEvaluation(ITestOutputHelper output)
{
    [FactWithShared("data/fars-news/articles.jsonl")]
    public void RankingHoldsItsFloorsAndBeatsTheBaseline()
    {
        var scores = JudgedCollection.Measure(SharedFiles.Path("data/fars-news/articles.jsonl"), SharedFiles.Path("data/lucene-fa/stopwords.txt"), Path.Combine(AppContext.BaseDirectory, "Search", "subjects.tsv"));
        foreach (var (questions, (ours, baseline)) in scores)
        {
            output.WriteLine(FormattableString.Invariant($"{questions,-20} MAP {ours.Map:0.000} nDCG@10 {ours.Ndcg:0.000}   baseline {baseline.Map:0.000} {baseline.Ndcg:0.000}"));
        }
        foreach (var (questions, (ours, baseline)) in scores)
        {
            Baseline.Hold("search", questions + " MAP", ours.Map);
            Baseline.Hold("search", questions + " nDCG@10", ours.Ndcg);
            Assert.True(ours.Map > baseline.Map && ours.Ndcg > baseline.Ndcg, $"{questions}: the baseline ranks as well ({ours} against {baseline})");
        }
    }

    [Theory]
    [InlineData("a b c", "a", 1, 1)]
    [InlineData("b a", "a", 0.5, 0.6309)]
    [InlineData("a x b", "a b", 0.8333, 0.9197)]
    [InlineData("x y", "a", 0, 0)]
    [InlineData("a", "a b", 0.5, 0.6131)]
    public void MeasuresAreThoseOfTheirPapers(string ranked, string relevant, double precision, double ndcg)
    {
        string[] hits = ranked.Split(' ');
        var wanted = relevant.Split(' ').ToHashSet();
        Assert.Equal(precision, RankingMeasures.AveragePrecision(hits, wanted), 4);
        Assert.Equal(ndcg, RankingMeasures.NdcgAt10(hits, wanted), 4);
    }
}
