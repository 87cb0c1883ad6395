using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMiner.Index.Storage;

/// <summary>
/// A statement run again and again on a connection that lives long, prepared once, its values bound without a copy of ours: for what is written or
/// looked up with each article, where <see cref="SqliteCommand"/> would cost more than the writing. Goes with the connection.
/// </summary>
internal sealed class BoundStatement
{
    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, BoundStatement>> Kept = [];

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

    /// <summary>The statement of a connection with this text, prepared when it is first asked for.</summary>
    public static BoundStatement Of(SqliteConnection connection, string sql)
    {
        var kept = Kept.GetOrCreateValue(connection);
        return kept.TryGetValue(sql, out var known) ? known : kept[sql] = new(connection, sql);
    }

    /// <summary>Binds the next parameter.</summary>
    public BoundStatement With(ReadOnlySpan<byte> value) => Bound(raw.sqlite3_bind_blob(statement, ++bound, value));

    /// <summary>Binds the next parameter; null becomes SQL NULL.</summary>
    public BoundStatement With(long? value) => Bound(value is { } number ? raw.sqlite3_bind_int64(statement, ++bound, number) : raw.sqlite3_bind_null(statement, ++bound));

    /// <summary>Binds the next parameter; null becomes SQL NULL.</summary>
    public BoundStatement With(double? value) => Bound(value is { } number ? raw.sqlite3_bind_double(statement, ++bound, number) : raw.sqlite3_bind_null(statement, ++bound));

    /// <summary>Binds the next parameter; null becomes SQL NULL.</summary>
    public BoundStatement With(string? value) => Bound(value is not null ? raw.sqlite3_bind_text(statement, ++bound, value) : raw.sqlite3_bind_null(statement, ++bound));

    /// <summary>Binds the next parameter to a text in UTF-8.</summary>
    public BoundStatement WithText(ReadOnlySpan<byte> value) => Bound(raw.sqlite3_bind_text(statement, ++bound, value));

    /// <summary>Runs the statement with the values bound; returns the rows it changed.</summary>
    public int Run()
    {
        Reset(raw.sqlite3_step(statement));
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>
    /// Runs the statement, adding the numbers in the first column of its first rows to <paramref name="found"/>, so many at most. A LIMIT that is
    /// bound would have SQLite prepare the statement anew for each other limit.
    /// </summary>
    public void Read(List<long> found, int most)
    {
        var outcome = raw.SQLITE_DONE;
        for (; most > 0 && (outcome = raw.sqlite3_step(statement)) == raw.SQLITE_ROW; most--) found.Add(raw.sqlite3_column_int64(statement, 0));
        Reset(outcome == raw.SQLITE_ROW ? raw.SQLITE_DONE : outcome);
    }

    /// <summary>Runs the statement; the bytes in the first column of its first row and the number in the second, or null where there is no row.</summary>
    public (byte[] Bytes, long Number)? First()
    {
        var outcome = raw.sqlite3_step(statement);
        (byte[], long)? row = outcome == raw.SQLITE_ROW ? (raw.sqlite3_column_blob(statement, 0).ToArray(), raw.sqlite3_column_int64(statement, 1)) : null;
        Reset(outcome == raw.SQLITE_ROW ? raw.SQLITE_DONE : outcome);
        return row;
    }

    private void Reset(int outcome)
    {
        bound = 0;
        _ = raw.sqlite3_reset(statement);
        if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
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
