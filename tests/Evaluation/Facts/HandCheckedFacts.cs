using System.Globalization;
using NewsMiner.Extractor;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>Figures and pledges of real news that a person read against their sentences.</summary>
public sealed class HandCheckedFacts(ITestOutputHelper output)
{
    [FactWithShared(HandChecked.Texts)]
    public void SampledFiguresAndPledges() => HandChecked.Hold(output, "hand-checked.tsv", ["figure", "pledge"], IsFound);

    // A pledge may gain or lose words at its ends and stay the same one.
    private static bool IsFound(AnalyzedArticle article, HandCheckedRow row) => row.Kind == "figure"
        ? article.Figures.Any(figure => figure.Start < row.End && row.Start < figure.End && figure.Value == Value(row) && figure.Unit == row.Of)
        : article.Pledges.Any(pledge => pledge.Start < row.End && row.Start < pledge.End);

    private static decimal Value(HandCheckedRow row) => decimal.Parse(row.What, NumberStyles.Float, CultureInfo.InvariantCulture);
}
