using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Search;

/// <summary>A full-text table, its columns in order and what an occurrence in each weighs.</summary>
internal sealed record SearchTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<float> Weights)
{
    /// <summary>Articles: a word of the title weighs as much as three of the body. Columns as in search.sql.</summary>
    public static SearchTable Articles { get; } = new("search", ["body", "lead", "title", "facts"], [1f, 1.2f, 3f, 0.5f]);

    /// <summary>Statements, figures and pledges.</summary>
    public static SearchTable Facts { get; } = new("search_fact", ["text"], [1f]);
}

/// <summary>Says where a part of a query stands in one full-text table, as one connection sees it.</summary>
internal abstract class PostingsReader : IDisposable
{
    /// <summary>The C# collector, or plain SQL where this SQLite does not offer FTS5's interface.</summary>
    public static PostingsReader Best(SqliteConnection connection, SearchTable table) =>
        (PostingsReader?)Fts5Collector.Attach(connection, table) ?? new SqlPostings(connection, table);

    /// <summary>All rows a word, phrase, prefix or near-condition stands in, ascending; in arrays of the search.</summary>
    public abstract Postings Read(QueryNode node, MatchArrays arrays);

    /// <summary>The same among the rows from one number to another, both inclusive.</summary>
    public abstract Postings Read(QueryNode node, int from, int to, MatchArrays arrays);

    /// <inheritdoc/>
    public abstract void Dispose();
}
