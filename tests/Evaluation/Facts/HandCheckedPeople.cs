using System.Globalization;
using NewsMiner.Api.Input;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>Officials and speakers of fifty real news texts that a person judged: those found right must stay, those found wrong should go.</summary>
public sealed class HandCheckedPeople(ITestOutputHelper output)
{
    private sealed record Row(string Kind, string Article, int Start, int End, string Name, string Role, bool IsRight);

    [FactWithShared("data/fars-news/articles.jsonl")]
    public void SampledOfficialsAndSpeakers()
    {
        var rows = File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Facts", "hand-checked-people.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(Read).ToList();
        var wanted = rows.Select(row => row.Article).ToHashSet(StringComparer.Ordinal);
        var articles = ArticleInput.Read([SharedFiles.Path("data/fars-news/articles.jsonl")], Stream.Null).OfType<InputItem.Found>().Where(item => wanted.Contains(item.Article.Id))
            .ToDictionary(item => item.Article.Id, item => ArticleAnalyzer.Analyze(item.Article), StringComparer.Ordinal);
        foreach (var kind in new[] { "official", "speaker" })
        {
            var checkedRows = rows.Where(row => row.Kind == kind).ToList();
            var found = checkedRows.Where(row => IsFound(articles[row.Article], row)).ToList();
            foreach (var row in checkedRows.Where(row => row.IsRight && !found.Contains(row))) output.WriteLine($"lost: {row}");
            var right = found.Count(row => row.IsRight);
            var (precision, kept) = ((double)right / found.Count, (double)right / checkedRows.Count(row => row.IsRight));
            output.WriteLine($"{kind}s checked by hand: {checkedRows.Count}, found {found.Count}, right {right}: precision {precision:0.000}, right ones kept {kept:0.000}");
            Baseline.Hold("facts", $"hand-checked {kind}s precision", precision);
            Baseline.Hold("facts", $"hand-checked {kind}s kept", kept);
        }
    }

    // A statement may gain or lose words at its ends and stay the same one.
    private static bool IsFound(AnalyzedArticle article, Row row) => row.Kind == "official"
        ? article.Officials.Any(official => official.Role == row.Role && ScoringText.SameName(official.Name, row.Name))
        : article.Statements.Any(statement => statement.Start < row.End && row.Start < statement.End && statement.Speaker is { } speaker && ScoringText.Folded(speaker) == ScoringText.Folded(row.Name));

    private static Row Read(string line)
    {
        var cells = line.Split('\t');
        return new(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5], cells[6] == "right");
    }
}
