using System.Globalization;
using NewsMiner.Extractor.Articles;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Articles;

/// <summary>Reads eighty English pages of sixteen outlets no table of ours names, and compares the body with what people copied from them.</summary>
public sealed class FundusEvaluation(ITestOutputHelper output)
{
    [FactWithShared("data/fundus-evaluation")]
    public void BodiesOfEnglishPages()
    {
        var scores = new List<RougeLsum.Score>();
        var runs = new List<ShinglesF1.Score>();
        foreach (var page in FundusPage.ReadAll(SharedFiles.Path("data/fundus-evaluation")))
        {
            var lines = ArticleReader.Read(PageDecoder.Decode(page.Bytes, null).Text, page.Url) is ReadResult.Found found ? found.Article.Paragraphs : [];
            var score = RougeLsum.Best(page.Body, lines);
            scores.Add(score);
            runs.Add(Shingles(page.Body, lines));
            if (score.F1 < 0.98) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Name}: precision {score.Precision:0.000}, recall {score.Recall:0.000}, F1 {score.F1:0.000}"));
        }
        var (precision, recall, f1) = (scores.Average(score => score.Precision), scores.Average(score => score.Recall), scores.Average(score => score.F1));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fundus, {scores.Count} pages, ROUGE-LSum: precision {precision:0.0000}, recall {recall:0.0000}, F1 {f1:0.0000}"));
        var words = ShinglesF1.Mean(runs);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fundus, {runs.Count} pages, runs of four words: precision {words.Precision:0.0000}, recall {words.Recall:0.0000}, F1 {words.F1:0.0000}"));
        Baseline.Hold("reader", "fundus ROUGE-LSum F1", f1);
        Baseline.Hold("reader", "fundus four-word F1", words.F1);
    }

    /// <summary>The better of the reference with and without its optional paragraphs.</summary>
    private static ShinglesF1.Score Shingles(string[] reference, IReadOnlyList<string> lines)
    {
        var candidate = string.Join('\n', lines);
        var whole = ShinglesF1.Of(string.Join('\n', reference), candidate);
        var least = ShinglesF1.Of(string.Join('\n', reference.Where(paragraph => !(paragraph.StartsWith('[') && paragraph.EndsWith(']')))), candidate);
        return ShinglesF1.Mean([least]).F1 > ShinglesF1.Mean([whole]).F1 ? least : whole;
    }

    [Fact]
    public void RunsOfFourWordsAreCountedAsOftenAsBothTextsHoldThem()
    {
        // Reference "a b c d e": runs abcd, bcde. Candidate "a b c d x a b c d": abcd twice among six runs. One of six is right, one of two is found.
        var score = ShinglesF1.Of("w1 w2 w3 w4 w5", "w1 w2 w3 w4 w9 w1 w2 w3 w4");
        Assert.Equal(1.0 / 6, score.Precision!.Value, 6);
        Assert.Equal(0.5, score.Recall!.Value, 6);
        Assert.Equal(new ShinglesF1.Score(null, 0), ShinglesF1.Of("w1 w2", ""));
    }

    [Fact]
    public void RougeCountsAWordOnlyAsOftenAsBothTextsHoldIt()
    {
        // Reference "a b c d e", candidate sentences "a b f" and "a c e": the union of the subsequences is a b c e; Lin 2004, 3.2 counts 4 of 5.
        var score = RougeLsum.Best(["w1 w2 w3 w4 w5"], ["w1 w2 w6 w7 w8. w1 w3 w8 w9 w5."]);
        Assert.Equal(0.8, score.Recall, 6);
        Assert.Equal(0.4, score.Precision, 6);
    }

    [Fact]
    public void OptionalParagraphsMayStandOrNot()
    {
        string[] reference = ["One two three.", "[Four five six.]"];
        Assert.Equal(1, RougeLsum.Best(reference, ["One two three."]).F1, 6);
        Assert.Equal(1, RougeLsum.Best(reference, ["One two three.", "Four five six."]).F1, 6);
    }
}
