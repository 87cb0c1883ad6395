using System.Text.RegularExpressions;

namespace NewsMiner.Evaluation.Articles;

/// <summary>
/// Precision, recall and F1 over runs of four words, as the article extraction benchmark of Zyte reckons them: of each page the shares of runs that both
/// texts hold, that only one holds; the means of precision and recall over all pages; F1 of those means.
/// </summary>
internal static partial class ShinglesF1
{
    private const int RunLength = 4;

    /// <summary>Precision and recall of one page, null where the text they are shares of is empty.</summary>
    public readonly record struct Score(double? Precision, double? Recall);

    /// <summary>Compares the text found with the text people copied.</summary>
    public static Score Of(string reference, string candidate)
    {
        var (expected, found) = (Runs(reference), Runs(candidate));
        var both = expected.Sum(run => Math.Min(run.Value, found.GetValueOrDefault(run.Key)));
        return new(Share(both, found.Values.Sum()), Share(both, expected.Values.Sum()));
    }

    /// <summary>The means over pages and their F1.</summary>
    public static (double Precision, double Recall, double F1) Mean(IReadOnlyCollection<Score> scores)
    {
        var (precision, recall) = (scores.Average(score => score.Precision) ?? 0, scores.Average(score => score.Recall) ?? 0);
        return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static double? Share(int part, int all) => all == 0 ? null : (double)part / all;

    /// <summary>A text of fewer words is one run.</summary>
    private static Dictionary<string, int> Runs(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        return words.Length == 0 ? [] : Enumerable.Range(0, Math.Max(1, words.Length - RunLength + 1)).Select(i => string.Join(' ', words.Skip(i).Take(RunLength))).CountBy(run => run).ToDictionary();
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
