using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Search;

/// <summary>A reader's connection with its two postings readers; one search at a time.</summary>
internal sealed class SearchSession : IDisposable
{
    private SearchSession(SqliteConnection connection, PostingsReader articles, PostingsReader facts) =>
        (Connection, Articles, Facts) = (connection, articles, facts);

    public SqliteConnection Connection { get; }

    public PostingsReader Articles { get; }

    public PostingsReader Facts { get; }

    public static SearchSession Open(SqliteConnection connection, SearchEngine engine) => engine == SearchEngine.PlainSql
        ? new(connection, new SqlPostings(connection, SearchTable.Articles), new SqlPostings(connection, SearchTable.Facts))
        : new(connection, PostingsReader.Best(connection, SearchTable.Articles), PostingsReader.Best(connection, SearchTable.Facts));

    public void Dispose()
    {
        Articles.Dispose();
        Facts.Dispose();
        Connection.Dispose();
    }
}

/// <summary>How postings are read.</summary>
public enum SearchEngine
{
    /// <summary>By a C# function inside FTS5; by plain SQL where SQLite does not allow that.</summary>
    Collector,

    /// <summary>By plain SQL always.</summary>
    PlainSql,
}
