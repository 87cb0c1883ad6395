using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMiner.Index.Storage;

/// <summary>
/// A statement run again and again on a connection that lives long, prepared once, its values bound without a copy of ours: for what is written with
/// each article, where <see cref="SqliteCommand"/> would cost more than the writing. Goes with the connection.
/// </summary>
internal sealed class BoundStatement
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;
    private int bound;

    public BoundStatement(SqliteConnection connection, string sql)
    {
        this.connection = connection;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement), connection.Handle);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState != System.Data.ConnectionState.Open) statement.Dispose();
        };
    }

    /// <summary>Binds the next parameter.</summary>
    public BoundStatement With(ReadOnlySpan<byte> value) => Bound(raw.sqlite3_bind_blob(statement, ++bound, value));

    /// <summary>Binds the next parameter; null becomes SQL NULL.</summary>
    public BoundStatement With(long? value) => Bound(value is { } number ? raw.sqlite3_bind_int64(statement, ++bound, number) : raw.sqlite3_bind_null(statement, ++bound));

    /// <summary>Runs the statement with the values bound; returns the rows it changed.</summary>
    public int Run()
    {
        var outcome = raw.sqlite3_step(statement);
        bound = 0;
        _ = raw.sqlite3_reset(statement);
        if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
        return raw.sqlite3_changes(connection.Handle);
    }

    private BoundStatement Bound(int outcome)
    {
        if (outcome != raw.SQLITE_OK)
        {
            bound = 0;
            SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
        }
        return this;
    }
}
