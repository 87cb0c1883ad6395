using System.Globalization;
using NewsMiner.Api.Input;
using NewsMiner.Extractor;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>A fact of a real news text, by where it stands, and what a person said of it.</summary>
/// <param name="What">What names the fact beside its place: a value, a name; empty for none.</param>
/// <param name="Of">What belongs to it: a unit, a role; empty for none.</param>
internal sealed record HandCheckedRow(string Kind, string Article, int Start, int End, string What, string Of, bool IsRight)
{
    public static HandCheckedRow Read(string line)
    {
        var cells = line.Split('\t');
        return new(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5], cells[6] == "right");
    }
}

/// <summary>Measures a table of facts that a person judged: those found right must stay, those found wrong should go.</summary>
internal static class HandChecked
{
    /// <summary>Where the texts are; only their judged facts are kept here.</summary>
    public const string Texts = "data/fars-news/articles.jsonl";

    /// <summary>Holds precision and share kept of each kind in a table of this folder to their floors.</summary>
    public static void Hold(ITestOutputHelper output, string table, string[] kinds, Func<AnalyzedArticle, HandCheckedRow, bool> isFound)
    {
        var rows = File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Facts", table)).Where(line => line.Length > 0 && line[0] != '#').Select(HandCheckedRow.Read).ToList();
        var wanted = rows.Select(row => row.Article).ToHashSet(StringComparer.Ordinal);
        var articles = ArticleInput.Read([SharedFiles.Path(Texts)], Stream.Null).OfType<InputItem.Found>().Where(item => wanted.Contains(item.Article.Id))
            .ToDictionary(item => item.Article.Id, item => ArticleAnalyzer.Analyze(item.Article), StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            var checkedRows = rows.Where(row => row.Kind == kind).ToList();
            var found = checkedRows.Where(row => isFound(articles[row.Article], row)).ToList();
            foreach (var row in checkedRows.Where(row => row.IsRight && !found.Contains(row))) output.WriteLine($"lost: {row}");
            var right = found.Count(row => row.IsRight);
            var (precision, kept) = ((double)right / found.Count, (double)right / checkedRows.Count(row => row.IsRight));
            output.WriteLine($"{kind}s checked by hand: {checkedRows.Count}, found {found.Count}, right {right}: precision {precision:0.000}, right ones kept {kept:0.000}");
            Baseline.Hold("facts", $"hand-checked {kind}s precision", precision);
            Baseline.Hold("facts", $"hand-checked {kind}s kept", kept);
        }
    }
}
