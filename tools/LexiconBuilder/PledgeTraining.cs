using System.Globalization;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Learning;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>
/// Trains the model that tells pledges from look-alikes on the development part of our own gold, and compares it with the rules alone across folds
/// over articles and on held-out gold. The order is fixed: the same gold gives the same weights.
/// </summary>
internal static class PledgeTraining
{
    private const int Epochs = 50;
    private const int Folds = 10;
    private const double Rate = 0.08, Penalty = 0.01;

    /// <summary>Features seen less often say nothing.</summary>
    private const int MinCount = 4;

    /// <summary>How much of a gold action must stand in a clause that makes it.</summary>
    private const double SameShare = 0.6;

    private sealed record Example(string[] Features, bool IsPledge);

    private sealed record Read(GoldArticle Gold, AnalyzedArticle Analyzed, MarkedText Marked, OfficialsAndStatements Reported, Example[] Examples);

    /// <summary>Trains on the folders' articles that are not held out, prints how rules and model do, and writes the weights.</summary>
    public static void Train(string target, string[] folders)
    {
        Read[] all = [.. folders.SelectMany(GoldArticle.ReadAll).Select(Reading)];
        Read[] dev = [.. all.Where(article => !article.Gold.HeldOut)], held = [.. all.Where(article => article.Gold.HeldOut)];
        var folds = new List<(GoldArticle, AnalyzedArticle)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Model(Fit([.. dev.Where((_, index) => index % Folds != fold).SelectMany(article => article.Examples)]));
            folds.AddRange(dev.Where((_, index) => index % Folds == fold).Select(article => Judged(article, By(model), true)));
        }
        var weights = Fit([.. dev.SelectMany(article => article.Examples)]);
        Print("development, rules", [.. dev.Select(article => Judged(article, (_, _) => true, false))]);
        Print($"development, model, {Folds} folds over articles", folds);
        Print("held-out, every candidate", [.. held.Select(article => Judged(article, (_, _) => true, true))]);
        Print("held-out, rules", [.. held.Select(article => Judged(article, (_, _) => true, false))]);
        Print("held-out, model", [.. held.Select(article => Judged(article, By(Model(weights)), true))]);
        var rows = weights.Where(row => Math.Abs(row.Value) >= 0.03).OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key}\t0\t{row.Value:0.00}"));
        File.WriteAllText(target, $"# Weights of pledges, made by LexiconBuilder pledges from {dev.Sum(article => article.Examples.Length)} clauses of {dev.Length} articles.\nfeature\t{string.Join('\t', PledgeModel.Classes)}\n{string.Join('\n', rows)}\n");
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

    private static Dictionary<string, double> Fit(Example[] examples)
    {
        var known = examples.SelectMany(example => example.Features).CountBy(feature => feature).Where(entry => entry.Value >= MinCount).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var weights = known.ToDictionary(feature => feature, _ => 0.0, StringComparer.Ordinal);
        var sums = known.ToDictionary(feature => feature, _ => 0.0, StringComparer.Ordinal);
        var random = new Random(1403);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = Rate / (1 + epoch * 0.1);
            foreach (var index in order)
            {
                string[] features = [.. examples[index].Features.Where(known.Contains)];
                var gradient = 1 / (1 + Math.Exp(-features.Sum(feature => weights[feature]))) - (examples[index].IsPledge ? 1 : 0);
                foreach (var feature in features) weights[feature] -= rate * (gradient + Penalty * weights[feature]);
            }
            foreach (var (feature, weight) in weights) sums[feature] += weight;
        }
        return sums.ToDictionary(entry => entry.Key, entry => entry.Value / Epochs, StringComparer.Ordinal);
    }

    private static LinearModel Model(Dictionary<string, double> weights) => new(PledgeModel.Classes, weights.Select(row => KeyValuePair.Create(row.Key, new[] { 0f, (float)row.Value })));

    private static void Print(string what, List<(GoldArticle, AnalyzedArticle)> articles)
    {
        var score = FactScorer.Score(articles)["pledges"];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: P {score.Precision:0.000} R {score.Recall:0.000} F1 {score.F1:0.000}"));
    }
}
