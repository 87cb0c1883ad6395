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
/// Trains the model of the kinds of statements on the development part of our own gold;
/// the same gold gives the same weights.
/// </summary>
internal static class StatementKindModel
{
    private const int Folds = 20;

    private static readonly LogisticRegression Regression = new(StatementKinds.All.Length, Epochs: 60, Rate: 0.03, Penalty: 0.003, MinCount: 3);

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

    private static Dictionary<string, float[]> Fit(Example[] examples) => Regression.Fit([.. examples.Select(example => (example.Features, example.Kind))]);

    private static LinearModel Model(Dictionary<string, float[]> weights) => new(StatementKinds.All, weights);

    private static int Right(LinearModel model, Example[] examples) => examples.Count(example => (StatementKinds.ByVerb(example.Verb) ?? model.Classify(example.Features).Class) == StatementKinds.All[example.Kind]);

    private static bool ByCues(Example example) => example.ByCues == StatementKinds.All[example.Kind];

    private static void Print(string what, int right, int all) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {right} of {all} ({(double)right / all:0.000})"));
}
