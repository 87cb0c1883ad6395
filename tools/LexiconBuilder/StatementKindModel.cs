using System.Globalization;
using System.Security.Cryptography;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Learning;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>
/// Trains the model of the kinds of statements on the development part of our own gold: multinomial logistic regression with an L2 penalty,
/// by stochastic gradient descent in a fixed order, so that the same gold gives the same weights.
/// </summary>
internal static class StatementKindModel
{
    private const int Epochs = 60;
    private const int Folds = 20;
    private const double Rate = 0.03, Penalty = 0.003;

    /// <summary>Features seen less often say nothing.</summary>
    private const int MinCount = 3;

    private sealed record Example(string[] Features, int Kind, string ByCues, string? Verb, string Article);

    /// <summary>Trains, prints how rules and model do across folds and on held-out gold, and writes the weights.</summary>
    public static void Train(string gold, string target)
    {
        var articles = GoldArticle.ReadAll(gold);
        Example[] dev = [.. articles.Where(article => !article.HeldOut).SelectMany(Examples)], held = [.. articles.Where(article => article.HeldOut).SelectMany(Examples)];
        var right = 0;
        string[] ids = [.. dev.Select(example => example.Article).Distinct()];
        for (var fold = 0; fold < Folds; fold++)
        {
            var tested = ids.Where((_, index) => index % Folds == fold).ToHashSet();
            right += Right(Model(Fit([.. dev.Where(example => !tested.Contains(example.Article))])), [.. dev.Where(example => tested.Contains(example.Article))]);
        }
        var weights = Fit(dev);
        var model = Model(weights);
        Print("development, cue words", dev.Count(ByCues), dev.Length);
        Print($"development, model, {Folds} folds over articles", right, dev.Length);
        Print("held-out, cue words", held.Count(ByCues), held.Length);
        Print("held-out, model", Right(model, held), held.Length);
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. articles.Where(article => !article.HeldOut).OrderBy(article => article.Id, StringComparer.Ordinal).SelectMany(article => File.ReadAllBytes(Path.Combine(gold, article.Id + ".json")))]))[..16];
        var rows = weights.Where(row => row.Value.Any(weight => Math.Abs(weight) >= 0.05)).OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => $"{row.Key}\t{string.Join('\t', row.Value.Select(weight => weight.ToString("0.00", CultureInfo.InvariantCulture)))}");
        File.WriteAllText(target, $"# Weights of the kinds of statements, made by LexiconBuilder kinds from {dev.Length} statements of {ids.Length} articles; gold {hash}.\nfeature\t{string.Join('\t', StatementKinds.All)}\n{string.Join('\n', rows)}\n");
    }

    private static IEnumerable<Example> Examples(GoldArticle gold)
    {
        var article = gold.ToArticle();
        var analyzed = ArticleAnalyzer.Analyze(article);
        var text = TokenizedText.Read(analyzed.Article.Text);
        var marked = new MarkedText(text, analyzed.Article.Published?.Day);
        var reported = OfficialsAndStatements.Find(analyzed.Article, text);
        for (var i = 0; i < reported.Statements.Count; i++)
        {
            var statement = reported.Statements[i];
            var pair = gold.Statements.Where(item => !item.Optional).Select(item => (item, Overlap: ScoringText.Overlap(item.Text, statement.Text))).OrderByDescending(item => item.Overlap).FirstOrDefault();
            if (pair.Overlap < 0.6 || Array.IndexOf(StatementKinds.All, pair.item.Kind) is not (>= 0 and var kind)) continue;
            yield return new([.. StatementKinds.Features(marked, reported, i, analyzed.Pledges, analyzed.Article.Published?.Day)], kind, statement.Kind, statement.Verb, gold.Id);
        }
    }

    private static Dictionary<string, float[]> Fit(Example[] examples)
    {
        var known = examples.SelectMany(example => example.Features).CountBy(feature => feature).Where(entry => entry.Value >= MinCount).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var weights = known.ToDictionary(feature => feature, _ => new double[StatementKinds.All.Length], StringComparer.Ordinal);
        var sums = known.ToDictionary(feature => feature, _ => new double[StatementKinds.All.Length], StringComparer.Ordinal);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        var random = new Random(1403);
        var scores = new double[StatementKinds.All.Length];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = Rate / (1 + epoch * 0.1);
            foreach (var index in order)
            {
                double[][] rows = [.. examples[index].Features.Where(known.Contains).Select(feature => weights[feature])];
                for (var k = 0; k < scores.Length; k++) scores[k] = rows.Sum(row => row[k]);
                var most = scores.Max();
                var total = scores.Sum(score => Math.Exp(score - most));
                for (var k = 0; k < scores.Length; k++)
                {
                    var gradient = Math.Exp(scores[k] - most) / total - (k == examples[index].Kind ? 1 : 0);
                    foreach (var row in rows) row[k] -= rate * (gradient + Penalty * row[k]);
                }
            }
            foreach (var (feature, row) in weights)
            {
                for (var k = 0; k < row.Length; k++) sums[feature][k] += row[k];
            }
        }
        return sums.ToDictionary(entry => entry.Key, entry => Array.ConvertAll(entry.Value, sum => (float)(sum / Epochs)), StringComparer.Ordinal);
    }

    private static LinearModel Model(Dictionary<string, float[]> weights) => new(StatementKinds.All, weights);

    private static int Right(LinearModel model, Example[] examples) => examples.Count(example => (StatementKinds.ByVerb(example.Verb) ?? model.Classify(example.Features).Class) == StatementKinds.All[example.Kind]);

    private static bool ByCues(Example example) => example.ByCues == StatementKinds.All[example.Kind];

    private static void Print(string what, int right, int all) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {right} of {all} ({(double)right / all:0.000})"));
}
