using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Learning;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>
/// Compares what the rules of pledges find with what a linear model would choose among more clauses, trained on the development part of our own gold:
/// across folds over its articles, and on held-out gold. The order is fixed: the same gold gives the same figures.
/// </summary>
internal static class PledgeTraining
{
    private const int Folds = 10;

    private static readonly LogisticRegression Regression = new(PledgeModel.Classes.Length, Epochs: 50, Rate: 0.04, Penalty: 0.02, MinCount: 4);

    /// <summary>How much of a gold action must stand in a clause that makes it.</summary>
    private const double SameShare = 0.6;

    private sealed record Example(string[] Features, bool IsPledge);

    private sealed record Read(GoldArticle Gold, AnalyzedArticle Analyzed, MarkedText Marked, OfficialsAndStatements Reported, Example[] Examples);

    /// <summary>How rules and model do on the articles, each with its name.</summary>
    public static IReadOnlyList<(string Name, Score Score)> Compare(IReadOnlyList<GoldArticle> articles)
    {
        Read[] all = [.. articles.Select(Reading)];
        Read[] dev = [.. all.Where(article => !article.Gold.HeldOut)], held = [.. all.Where(article => article.Gold.HeldOut)];
        var folds = new List<(GoldArticle, AnalyzedArticle)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Model(dev.Where((_, index) => index % Folds != fold).SelectMany(article => article.Examples));
            folds.AddRange(dev.Where((_, index) => index % Folds == fold).Select(article => Judged(article, By(model), true)));
        }
        var final = Model(dev.SelectMany(article => article.Examples));
        return
        [
            ("development, rules", ScoreOf([.. dev.Select(article => Judged(article, (_, _) => true, false))])),
            ($"development, model, {Folds} folds over articles", ScoreOf(folds)),
            ("held-out, every candidate", ScoreOf([.. held.Select(article => Judged(article, (_, _) => true, true))])),
            ("held-out, rules", ScoreOf([.. held.Select(article => Judged(article, (_, _) => true, false))])),
            ("held-out, model", ScoreOf([.. held.Select(article => Judged(article, By(final), true))])),
        ];
    }

    private static Read Reading(GoldArticle gold)
    {
        var analyzed = ArticleAnalyzer.Analyze(gold.ToArticle());
        var text = TokenizedText.Read(analyzed.Article.Text);
        var marked = new MarkedText(text, analyzed.Article.Published?.Day);
        var reported = OfficialsAndStatements.Find(analyzed.Article, text);
        var examples = new List<Example>();
        FiguresAndPledges.Find(analyzed.Article, marked, reported, (_, clause) =>
        {
            var words = ScoringText.Tokens(marked.Words(clause.First, clause.End)).ToHashSet(StringComparer.Ordinal);
            var same = gold.Pledges.Where(pledge => ScoringText.Tokens(pledge.Action) is { Count: > 0 } action && action.Count(words.Contains) >= SameShare * action.Count).ToArray();
            if (same.Length == 0 || same.Any(pledge => !pledge.Optional)) examples.Add(new([.. PledgeModel.Features(marked, clause)], same.Length > 0));
            return false;
        }, isWide: true);
        return new(gold, analyzed, marked, reported, [.. examples]);
    }

    private static (GoldArticle, AnalyzedArticle) Judged(Read article, Func<MarkedText, PledgeClause, bool> promises, bool isWide) =>
        (article.Gold, article.Analyzed with { Pledges = FiguresAndPledges.Find(article.Analyzed.Article, article.Marked, article.Reported, promises, isWide).Pledges });

    private static Func<MarkedText, PledgeClause, bool> By(LinearModel model) => (text, clause) => PledgeModel.Promises(model, text, clause);

    private static LinearModel Model(IEnumerable<Example> examples) =>
        new(PledgeModel.Classes, Regression.Fit([.. examples.Select(example => (example.Features, example.IsPledge ? 1 : 0))]));

    private static Score ScoreOf(List<(GoldArticle, AnalyzedArticle)> articles) => FactScorer.Score(articles)["pledges"];
}
