using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMiner.Index.Storage;

/// <summary>The one SQLite file that holds pages, articles, facts, search entries and the crawler's frontier.</summary>
/// <remarks>One writer at a time; readers see the last committed state. A commit is all or nothing, whenever the process dies.</remarks>
public sealed class NewsDatabase : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SqliteConnection writer;
    private readonly PreparedStatements prepared;
    private readonly string readOnly;
    private bool durable = true;

    /// <summary>Nobody asks SQLite how much memory it took, so it need not lock and count at each piece. Refused, and no loss, where the library is in use already.</summary>
    static NewsDatabase()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private NewsDatabase(string path, int pageSize)
    {
        Path = path;
        readOnly = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();
        writer = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        prepared = PreparedStatements.Keep(writer);
        try
        {
            writer.Open();
            Prepare(pageSize);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private void Prepare(int pageSize)
    {
        Execute(writer, $"PRAGMA busy_timeout=10000; PRAGMA page_size={pageSize}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;");
        Execute(writer, "CREATE TABLE IF NOT EXISTS schema_version (component TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;");
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>Opens or makes the file.</summary>
    /// <exception cref="StoreException">The folder or file cannot be used; the message says why and what to do.</exception>
    public static NewsDatabase Open(string path) => Open(path, pageSize: 16384);

    /// <summary>The same; a file that is made has pages of so many bytes.</summary>
    public static NewsDatabase Open(string path, int pageSize)
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            return new(path, pageSize);
        }
        catch (SqliteException unusable)
        {
            throw new StoreException($"{path}: cannot be used as the store ({unusable.Message}). {Remedy(unusable.SqliteErrorCode)}", unusable);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{path}: the data folder cannot be made or written ({refused.Message}). Choose another with --data.", refused);
        }
    }

    /// <summary>What to do about an SQLite result code (https://sqlite.org/rescode.html).</summary>
    private static string Remedy(int code) => code switch
    {
        5 or 6 => "Another process is writing to it: stop that process first.",
        8 or 14 => "Check that folder and file may be written, or choose another with --data.",
        11 or 26 => "The file is no NewsMiner store or is damaged: move it away, or choose another folder with --data.",
        13 => "The disk is full: make room and try again.",
        _ => "Try again, or choose another folder with --data.",
    };

    /// <summary>Brings a component's tables to the newest version; script n leads from version n to n + 1, each in a transaction.</summary>
    public void Migrate(string component, IReadOnlyList<string> scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        writing.Wait();
        try
        {
            using var transaction = writer.BeginTransaction();
            using var read = writer.CreateCommand();
            read.CommandText = "SELECT version FROM schema_version WHERE component = $component";
            read.Parameters.AddWithValue("$component", component);
            var version = Convert.ToInt32(read.ExecuteScalar() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
            foreach (var script in scripts.Skip(version)) Execute(writer, script);
            using var write = writer.CreateCommand();
            write.CommandText = "INSERT INTO schema_version VALUES ($component, $version) ON CONFLICT DO UPDATE SET version = excluded.version";
            write.Parameters.AddWithValue("$component", component);
            write.Parameters.AddWithValue("$version", scripts.Count);
            write.ExecuteNonQuery();
            transaction.Commit();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Runs <paramref name="work"/> in the one writer's transaction and commits it, or rolls all of it back when it throws.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteTransaction, T> work, CancellationToken cancellation) => WriteAsync(work, toDisk: true, cancellation);

    /// <summary>The same; with <paramref name="toDisk"/> false the commit outlives the death of the process but not a power cut right after it (PRAGMA synchronous=NORMAL).</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteTransaction, T> work, bool toDisk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (durable != toDisk) Execute(writer, toDisk ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            durable = toDisk;
            await using var transaction = writer.BeginTransaction();
            prepared.Transaction = transaction;
            var result = work(transaction);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>The same for a start-up that cannot wait.</summary>
    internal T Write<T>(Func<SqliteTransaction, T> work)
    {
        writing.Wait();
        try
        {
            using var transaction = writer.BeginTransaction();
            prepared.Transaction = transaction;
            var result = work(transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>A reader's connection of its own, for whoever keeps prepared statements on it.</summary>
    internal SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(readOnly);
        connection.Open();
        return connection;
    }

    /// <summary>Runs <paramref name="work"/> on a reader's connection that sees one committed state throughout; SQL that runs when it is cancelled is cut short.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public T Read<T>(Func<SqliteConnection, T> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var connection = new SqliteConnection(readOnly);
        connection.Open();
        using var stop = new SqlInterrupt(connection, cancellation);
        using var snapshot = connection.BeginTransaction(deferred: true);
        return SqlInterrupt.Watch(() => work(connection), cancellation);
    }

    /// <summary>Rows read as they are asked for, all from the one state that was committed when the first was; cancelled like <see cref="Read"/>.</summary>
    public IEnumerable<T> Stream<T>(Func<SqliteConnection, SqliteCommand> query, Func<SqliteConnection, SqliteDataReader, T> read, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(read);
        using var connection = new SqliteConnection(readOnly);
        connection.Open();
        using var stop = new SqlInterrupt(connection, cancellation);
        using var snapshot = connection.BeginTransaction(deferred: true);
        using var command = query(connection);
        using var rows = SqlInterrupt.Watch(command.ExecuteReader, cancellation);
        while (SqlInterrupt.Watch(rows.Read, cancellation)) yield return read(connection, rows);
    }

    /// <summary>Closes the file. Where nobody else has it open it is whole by itself then: SQLite takes the log in when its last connection closes.</summary>
    public void Dispose()
    {
        using (var readers = new SqliteConnection(readOnly)) SqliteConnection.ClearPool(readers);
        writer.Dispose();
        writing.Dispose();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
