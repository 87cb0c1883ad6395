using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Shows articles that were found.</summary>
internal static class ArticleHits
{
    public static SearchHit Show(SqliteConnection connection, RankedHit hit, Highlighter highlighter)
    {
        var (body, topics) = connection.Rows("SELECT body, topics FROM article WHERE number = $number", row => ((byte[])row.GetValue(0), row.GetString(1)), ("$number", hit.Number))[0];
        var article = ArticleBlob.Unpack(body);
        var snippet = highlighter.Best(article);
        return new(article.Id, article.Title, highlighter.In(article.Title), snippet.Text, highlighter.In(snippet.Text), snippet.Start,
            article.CanonicalUrl?.AbsoluteUri ?? article.Source, article.Outlet, article.Province, topics.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            article.Published?.ToString(), article.Published is { } at ? JalaliDate.From(at.Day).ToString() : null, hit.Sort, hit.Copies) { Partly = hit.Partly };
    }
}
