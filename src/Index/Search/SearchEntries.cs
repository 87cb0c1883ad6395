using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Analysis;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>The rows of the full-text table: an article's analysed title and body.</summary>
internal static class SearchEntries
{
    public static void Write(SqliteConnection connection, long number, Article article)
    {
        connection.Execute("DELETE FROM search WHERE rowid = $number", ("$number", number));
        var title = PersianAnalyzer.Analyze(article.Title);
        var body = PersianAnalyzer.Analyze(string.Join('\n', article.Paragraphs));
        connection.Execute("INSERT INTO search (rowid, title_forms, body_forms, title_stems, body_stems) VALUES ($number, $titleForms, $bodyForms, $titleStems, $bodyStems)",
            ("$number", number), ("$titleForms", Join(title, term => term.Form)), ("$bodyForms", Join(body, term => term.Form)),
            ("$titleStems", Join(title, term => term.Stem)), ("$bodyStems", Join(body, term => term.Stem)));
    }

    private static string Join(IReadOnlyList<Term> terms, Func<Term, string> part) => string.Join(' ', terms.Select(part));
}
