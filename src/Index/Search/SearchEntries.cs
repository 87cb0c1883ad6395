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
        writer.Texts.With(number).With(tokens.Body).With(tokens.Lead).With(tokens.Title).With(tokens.Facts).Run();
        AddFacets(writer, analyzed);
        int Entry(BoundStatement statement) => statement.With(writer.Revision).With(analyzed.Article.Published?.Day.DayNumber).With(tokens.Words).With(cluster).With(writer.Facets.Packed).With(number).Run();
        // A number may have had an entry before: of an article that is gone, or of an index made anew.
        if (Entry(writer.NewEntry) == 0) Entry(writer.Entry);
        WriteFacts(writer, number, analyzed);
    }

    private static void WriteFacts(SearchWriter writer, long number, AnalyzedArticle analyzed)
    {
        if (analyzed.Statements.Count + analyzed.Figures.Count + analyzed.Pledges.Count == 0) return;
        var numbers = writer.Numbers("SELECT number FROM fact WHERE article = $0 AND fact_kind IN ('statement', 'figure', 'pledge') ORDER BY number", number);
        var texts = analyzed.Statements.Select(fact => $"{fact.Text}\n{fact.Speaker}").Concat(analyzed.Figures.Select(fact => $"{fact.Sentence}\n{fact.Speaker}"))
            .Concat(analyzed.Pledges.Select(fact => $"{fact.Sentence}\n{fact.Speaker}"));
        foreach (var (fact, text) in numbers.Zip(texts)) writer.FactText.With(fact).With(writer.Tokens.Of(text)).Run();
    }

    /// <summary>Outlet and province first: they are asked for most.</summary>
    private static void AddFacets(SearchWriter writer, AnalyzedArticle analyzed)
    {
        writer.Facets.Clear();
        void Add(string facet, string? name)
        {
            if (name is not null) writer.Facets.Add(writer.IdOf(facet, name));
        }
        var article = analyzed.Article;
        Add("outlet", article.Outlet);
        Add("province", article.Province);
        foreach (var topic in analyzed.Topics) Add("topic", topic);
        Add("county", article.City);
        if (analyzed.Officials.Count > 0) Add("has", "official");
        if (analyzed.Statements.Count > 0) Add("has", "statement");
        if (analyzed.Figures.Count > 0) Add("has", "figure");
        if (analyzed.Pledges.Count > 0) Add("has", "pledge");
        foreach (var official in analyzed.Officials)
        {
            Add("official", official.Name);
            Add("role", official.Organisation is { } body ? $"{official.Role} {body}" : official.Role);
            Add("place", official.Place);
        }
        foreach (var statement in analyzed.Statements)
        {
            Add("kind", statement.Kind);
            Add("speaker", statement.Speaker);
        }
        foreach (var figure in analyzed.Figures)
        {
            Add("kind", figure.Kind);
            Add("speaker", figure.Speaker);
            Add("place", figure.Place);
        }
        foreach (var pledge in analyzed.Pledges)
        {
            Add("kind", pledge.Strength);
            Add("speaker", pledge.Speaker);
            Add("place", pledge.Place);
        }
    }
}
