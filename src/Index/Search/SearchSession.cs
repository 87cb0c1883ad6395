using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>A reader's connection with its two postings readers; one search at a time.</summary>
internal sealed class SearchSession : IDisposable
{
    private readonly PreparedStatements prepared;

    private SearchSession(SqliteConnection connection, PostingsReader articles, PostingsReader facts) =>
        (Connection, Articles, Facts, prepared) = (connection, articles, facts, PreparedStatements.Keep(connection));

    public SqliteConnection Connection { get; }

    public PostingsReader Articles { get; }

    public PostingsReader Facts { get; }

    public static SearchSession Open(SqliteConnection connection, SearchEngine engine) => engine == SearchEngine.PlainSql
        ? new(connection, new SqlPostings(connection, SearchTable.Articles), new SqlPostings(connection, SearchTable.Facts))
        : new(connection, PostingsReader.Best(connection, SearchTable.Articles), PostingsReader.Best(connection, SearchTable.Facts));

    /// <summary>Runs <paramref name="work"/> on one committed state.</summary>
    public T Read<T>(Func<T> work)
    {
        using var snapshot = Connection.BeginTransaction(deferred: true);
        prepared.Transaction = snapshot;
        var result = work();
        snapshot.Commit();
        return result;
    }

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
