using Microsoft.Data.Sqlite;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Keeps the search entries of articles and facts, in the transaction that keeps them.</summary>
internal static class SearchEntries
{
    /// <summary>Changed whenever texts are analysed otherwise; an index made by another version is made anew when the store is opened.</summary>
    private const string AnalyzerVersion = "4";

    /// <summary>The search tables again from the stored articles where they were made by another version.</summary>
    public static void Renew(NewsDatabase database)
    {
        if (database.Read(connection => connection.Scalar<string>("SELECT analyzer FROM search_state")) == AnalyzerVersion) return;
        database.Write(transaction => Rebuild(transaction, CancellationToken.None));
    }

    /// <summary>Makes all entries anew; returns the number of articles.</summary>
    public static long Rebuild(SqliteTransaction transaction, CancellationToken cancellation)
    {
        var connection = transaction.Connection!;
        connection.Execute("INSERT INTO search (search) VALUES ('delete-all')");
        connection.Execute("INSERT INTO search_fact (search_fact) VALUES ('delete-all')");
        connection.Execute("UPDATE search_state SET analyzer = $version, revision = revision + 1", ("$version", AnalyzerVersion));
        connection.Execute("UPDATE search_entry SET alive = 0, revision = (SELECT revision FROM search_state)");
        using var command = connection.Sql("SELECT number, body, topics, cluster FROM article");
        using var rows = command.ExecuteReader();
        var count = 0L;
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            Write(transaction, rows.GetInt64(0), NewsStore.ReadArticle(connection, rows), isNew: true, rows.IsDBNull(3) ? null : rows.GetInt64(3));
            count++;
        }
        return count;
    }

    /// <summary>Writes the entry of an article whose row and facts are already in the store.</summary>
    public static void Write(SqliteTransaction transaction, long number, AnalyzedArticle analyzed, bool isNew, long? cluster)
    {
        var writer = SearchWriter.For(transaction);
        // FTS5 writes out what it holds in memory whenever a statement opens a savepoint, as those do that may change several rows: REPLACE,
        // RETURNING, an UPDATE not by rowid. Plain statements on one row keep it fast.
        if (!isNew) writer.Run("DELETE FROM search WHERE rowid = $0", number);
        var tokens = writer.Tokens;
        tokens.Read(analyzed);
        writer.Run("INSERT INTO search (rowid, body, lead, title, facts) VALUES ($0, $1, $2, $3, $4)", number, tokens.Body.ToArray(), tokens.Lead.ToArray(), tokens.Title.ToArray(), tokens.Facts.ToArray());
        var (day, facets) = (analyzed.Article.Published?.Day.DayNumber, FacetIds.Pack(Facets(writer, analyzed).Distinct()));
        // A number may have had an entry before: of an article that is gone, or of an index made anew.
        if (writer.Run("INSERT OR IGNORE INTO search_entry VALUES ($0, $1, 1, $2, $3, $4, $5)", number, writer.Revision, day, tokens.Words, cluster, facets) == 0)
            writer.Run("UPDATE search_entry SET revision = $1, alive = 1, day = $2, length = $3, cluster = $4, facets = $5 WHERE number = $0", number, writer.Revision, day, tokens.Words, cluster, facets);
        WriteFacts(writer, number, analyzed);
    }

    private static void WriteFacts(SearchWriter writer, long number, AnalyzedArticle analyzed)
    {
        if (analyzed.Statements.Count + analyzed.Figures.Count + analyzed.Pledges.Count == 0) return;
        var numbers = writer.Numbers("SELECT number FROM fact WHERE article = $0 AND fact_kind IN ('statement', 'figure', 'pledge') ORDER BY number", number);
        var texts = analyzed.Statements.Select(fact => $"{fact.Text}\n{fact.Speaker}").Concat(analyzed.Figures.Select(fact => $"{fact.Sentence}\n{fact.Speaker}"))
            .Concat(analyzed.Pledges.Select(fact => $"{fact.Sentence}\n{fact.Speaker}"));
        foreach (var (fact, text) in numbers.Zip(texts)) writer.Run("INSERT INTO search_fact (rowid, text) VALUES ($0, $1)", fact, EntryTokens.Of(text));
    }

    /// <summary>Outlet and province first: they are asked for most.</summary>
    private static IEnumerable<int> Facets(SearchWriter writer, AnalyzedArticle analyzed)
    {
        var article = analyzed.Article;
        if (article.Outlet is { } outlet) yield return writer.IdOf("outlet", outlet);
        if (article.Province is { } province) yield return writer.IdOf("province", province);
        foreach (var topic in analyzed.Topics) yield return writer.IdOf("topic", topic);
        if (article.City is { } city) yield return writer.IdOf("county", city);
        foreach (var (fact, any) in new[] { ("official", analyzed.Officials.Count > 0), ("statement", analyzed.Statements.Count > 0), ("figure", analyzed.Figures.Count > 0), ("pledge", analyzed.Pledges.Count > 0) })
        {
            if (any) yield return writer.IdOf("has", fact);
        }
        foreach (var kind in analyzed.Statements.Select(fact => fact.Kind).Concat(analyzed.Figures.Select(fact => fact.Kind)).Concat(analyzed.Pledges.Select(fact => fact.Strength)).Distinct())
            yield return writer.IdOf("kind", kind);
        foreach (var official in analyzed.Officials)
        {
            yield return writer.IdOf("official", official.Name);
            yield return writer.IdOf("role", official.Organisation is { } body ? $"{official.Role} {body}" : official.Role);
        }
        foreach (var speaker in Speakers(analyzed)) yield return writer.IdOf("speaker", speaker);
        foreach (var place in Places(analyzed)) yield return writer.IdOf("place", place);
    }

    private static IEnumerable<string> Speakers(AnalyzedArticle analyzed) =>
        analyzed.Statements.Select(fact => fact.Speaker).Concat(analyzed.Figures.Select(fact => fact.Speaker)).Concat(analyzed.Pledges.Select(fact => fact.Speaker)).OfType<string>().Distinct();

    private static IEnumerable<string> Places(AnalyzedArticle analyzed) =>
        analyzed.Officials.Select(fact => fact.Place).Concat(analyzed.Figures.Select(fact => fact.Place)).Concat(analyzed.Pledges.Select(fact => fact.Place)).OfType<string>().Distinct();
}
