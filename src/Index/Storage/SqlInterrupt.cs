using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMiner.Index.Storage;

/// <summary>Cuts running SQL of a connection short when a token is cancelled (https://sqlite.org/c3ref/progress_handler.html).</summary>
internal sealed class SqlInterrupt : IDisposable
{
    /// <summary>The instructions of SQLite's virtual machine between two looks at the token: well under a millisecond.</summary>
    private const int Instructions = 10_000;

    private readonly SqliteConnection connection;
    private readonly bool watches;

    public SqlInterrupt(SqliteConnection connection, CancellationToken cancellation)
    {
        this.connection = connection;
        cancellation.ThrowIfCancellationRequested();
        watches = cancellation.CanBeCanceled;
        if (watches) raw.sqlite3_progress_handler(connection.Handle, Instructions, _ => cancellation.IsCancellationRequested ? 1 : 0, null);
    }

    /// <summary>Runs SQL and tells that it was cut short as a cancellation.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static T Watch<T>(Func<T> sql, CancellationToken cancellation)
    {
        try
        {
            return sql();
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("the query was cancelled", interrupted, cancellation);
        }
    }

    // The connection goes back to its pool and must not keep the handler.
    public void Dispose()
    {
        if (watches) raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
    }
}
