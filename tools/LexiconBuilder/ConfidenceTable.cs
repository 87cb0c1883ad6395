using System.Globalization;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Scoring;

namespace NewsMiner.LexiconBuilder;

/// <summary>Counts on gold that rules may read how often figures and pledges of each class are right.</summary>
internal static class ConfidenceTable
{
    /// <summary>How many facts of the kind's mean share each class starts with: few facts of a class say little.</summary>
    private const double Prior = 6;

    /// <summary>
    /// Writes the shares by class of the folders' articles that are not held out. Rules were written with these in view, so the shares of
    /// wrong facts are raised by one factor for each kind, such that their mean is that of the held-out articles as a whole.
    /// </summary>
    public static void Write(string target, string[] folders)
    {
        var articles = folders.SelectMany(GoldArticle.ReadAll).ToLookup(article => article.HeldOut);
        JudgedFact[] Judged(bool heldOut) => [.. articles[heldOut].SelectMany(article => FactScorer.Judge(article, ArticleAnalyzer.Analyze(article.ToArticle())))];
        var (facts, unseen) = (Judged(false), Judged(true));
        var rows = new List<string>();
        foreach (var kind in facts.GroupBy(fact => fact.Class[..fact.Class.IndexOf(':', StringComparison.Ordinal)]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var mean = (double)kind.Count(fact => fact.IsRight) / kind.Count();
            var held = unseen.Where(fact => fact.Class.StartsWith(kind.Key, StringComparison.Ordinal)).ToArray();
            var factor = held.Length == 0 || mean >= 1 ? 1 : (double)held.Count(fact => !fact.IsRight) / held.Length / (1 - mean);
            double Raised(double share) => Math.Clamp(1 - factor * (1 - share), 0.05, 0.99);
            rows.Add(Row(kind.Key, Raised(mean)));
            rows.AddRange(kind.GroupBy(fact => fact.Class).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Row(group.Key, Raised((group.Count(fact => fact.IsRight) + Prior * mean) / (group.Count() + Prior)))));
        }
        File.WriteAllText(target, $"# Shares of facts that were right on gold by class, made by LexiconBuilder confidence from {facts.Length} facts of {articles[false].Count()} articles.\n{string.Join('\n', rows)}\n");
    }

    private static string Row(string name, double share) => $"{name}\t{share.ToString("0.00", CultureInfo.InvariantCulture)}";
}
