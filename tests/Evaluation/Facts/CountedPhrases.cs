using System.Globalization;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>What numbers measure in <c>counted-sentences.tsv</c>: sentences of our own, one construction of the language after another.</summary>
public sealed class CountedPhrases(ITestOutputHelper output)
{
    [Fact]
    public void OwnSentences()
    {
        var (right, all) = (0, 0);
        foreach (var row in File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Facts", "counted-sentences.tsv")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = row.Split('\t');
            var figures = ArticleAnalyzer.Analyze(new Article { Id = "a", Source = "a", Title = "", Paragraphs = [cells[0]] }).Figures.ToList();
            foreach (var wanted in cells[1].Split(" | "))
            {
                all++;
                if (figures.FindIndex(figure => IsOf(figure, wanted)) is >= 0 and var at)
                {
                    right++;
                    figures.RemoveAt(at);
                }
                else
                {
                    output.WriteLine($"{cells[0]}: «{wanted}» is not among {string.Join(" | ", figures.Select(figure => $"{figure.Value} {figure.Unit} {figure.Counted}"))}");
                }
            }
        }
        output.WriteLine($"counted phrases of own sentences: {right} of {all} ({(double)right / all:0.000})");
        Baseline.Hold("facts", "own sentences counted", (double)right / all);
    }

    // Value, unit and counted phrase; the unit of two words «متر مربع» is one.
    private static bool IsOf(Figure figure, string wanted)
    {
        var parts = wanted.Replace("متر مربع", "مترمربع", StringComparison.Ordinal).Split(' ', 3);
        return figure.Value == decimal.Parse(parts[0], CultureInfo.InvariantCulture) && ScoringText.SameUnit(parts[1], figure.Unit) && FactScorer.IsSameCounted(parts[2], figure.Counted);
    }
}
