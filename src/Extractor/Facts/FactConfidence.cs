using System.Collections.Frozen;
using System.Globalization;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>
/// How often facts found like this one were right on gold, from <c>confidence.tsv</c>, made by <c>LexiconBuilder confidence</c>:
/// of a figure, that number, unit and counted phrase are right; of a pledge, that somebody undertakes it.
/// </summary>
internal static class FactConfidence
{
    private static readonly FrozenDictionary<string, double> Shares = LanguageTable.Read("Facts/confidence.tsv")
        .ToFrozenDictionary(row => row[0], row => double.TryParse(row[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1 ? share : throw row.Bad($"'{row[1]}' is no share"), StringComparer.Ordinal);

    /// <summary>The confidence of a figure, 0 to 1.</summary>
    public static double Of(Figure figure) => Share(ClassOf(figure));

    /// <summary>The confidence of a pledge, 0 to 1.</summary>
    public static double Of(Pledge pledge) => Share(ClassOf(pledge));

    /// <summary>What the confidence of a figure goes by: its rule, and where the counted phrase comes from.</summary>
    public static string ClassOf(Figure figure) =>
        figure.Rule + "; counted " + (figure.Counted is not { } counted ? "unknown" : Fold.Key(counted) == Fold.Key(figure.Unit) ? "is the unit" : IsIn(figure.Sentence, counted) ? "in the sentence" : "carried over");

    /// <summary>What the confidence of a pledge goes by: its rule, and whether it has a deadline.</summary>
    public static string ClassOf(Pledge pledge) => pledge.Rule + (pledge.Deadline is null ? "; no deadline" : "; deadline");

    // A class too rare to be counted stands for the fact kind as a whole.
    private static double Share(string name) => Shares.TryGetValue(name, out var share) ? share : Shares[name[..name.IndexOf(':', StringComparison.Ordinal)]];

    private static bool IsIn(string sentence, string counted)
    {
        var head = counted.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? counted[..space] : counted;
        return sentence.Contains(head, StringComparison.Ordinal) || Fold.Key(sentence).Contains(Fold.Key(head), StringComparison.Ordinal);
    }
}
