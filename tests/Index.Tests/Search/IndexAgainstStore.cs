using System.Text;
using Microsoft.Data.Sqlite;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Tests.Search;

/// <summary>Makes the tokens of every stored article and fact anew and holds the index to them, term by term and place by place.</summary>
internal static class IndexAgainstStore
{
    /// <summary>The number of articles, all of them right.</summary>
    public static long Compare(NewsDatabase database)
    {
        // A connection of its own: FTS5 checks what a connection has read before against the file.
        using (var fresh = new SqliteConnection($"Data Source={database.Path};Mode=ReadOnly;Pooling=False"))
        {
            fresh.Open();
            Assert.Equal("ok", fresh.Scalar<string>("PRAGMA integrity_check"));
        }
        return database.Read(Compare);
    }

    private static long Compare(SqliteConnection connection)
    {
        var indexed = Places(connection.Rows("SELECT doc, col, offset, term FROM search_places", row => (row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3))));
        var stored = new Dictionary<(long, string), string>();
        var articles = connection.Rows("SELECT number, body, topics FROM article", row => (Number: row.GetInt64(0), Article: NewsStore.ReadArticle(connection, row)));
        var tokens = new EntryTokens();
        foreach (var (number, article) in articles)
        {
            tokens.Read(article);
            foreach (var (column, text) in new[] { ("body", Text(tokens.Body)), ("lead", Text(tokens.Lead)), ("title", Text(tokens.Title)), ("facts", Text(tokens.Facts)) })
            {
                if (text.Length > 0) stored[(number, column)] = text;
            }
        }
        Assert.Equal(stored.OrderBy(pair => pair.Key), indexed.OrderBy(pair => pair.Key));
        Assert.Equal(articles.Select(entry => entry.Number).Order(), connection.Rows("SELECT number FROM search_entry WHERE alive ORDER BY number", row => row.GetInt64(0)));
        Assert.Equal(
            connection.Rows("SELECT number FROM fact WHERE fact_kind <> 'official' ORDER BY number", row => row.GetInt64(0)),
            connection.Rows("SELECT DISTINCT doc FROM search_fact_places ORDER BY doc", row => row.GetInt64(0)));
        return articles.Count;
    }

    private static string Text(ReadOnlySpan<byte> tokens) => Encoding.UTF8.GetString(tokens).TrimEnd();

    private static Dictionary<(long, string), string> Places(List<(long Row, string Column, int Offset, string Term)> places) =>
        places.GroupBy(place => (place.Row, place.Column)).ToDictionary(group => group.Key, group => string.Join(' ', group.OrderBy(place => place.Offset).Select(place => place.Term)));
}
