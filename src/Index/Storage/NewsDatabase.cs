using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Storage;

/// <summary>The one SQLite file that holds pages, articles, facts, search entries and the crawler's frontier.</summary>
/// <remarks>One writer at a time; readers see the last committed state. A commit is all or nothing, whenever the process dies.</remarks>
public sealed class NewsDatabase : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SqliteConnection writer;
    private readonly string readOnly;

    private NewsDatabase(string path)
    {
        Path = path;
        readOnly = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();
        writer = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        writer.Open();
        Execute(writer, "PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;");
        Execute(writer, "CREATE TABLE IF NOT EXISTS schema_version (component TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;");
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>Opens or makes the file.</summary>
    /// <exception cref="SqliteException">The file cannot be opened, or is not a database.</exception>
    public static NewsDatabase Open(string path)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        return new(path);
    }

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
    public async Task<T> WriteAsync<T>(Func<SqliteTransaction, T> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var transaction = writer.BeginTransaction();
            var result = work(transaction);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Runs <paramref name="work"/> on a reader's connection that sees one committed state throughout.</summary>
    public T Read<T>(Func<SqliteConnection, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var connection = new SqliteConnection(readOnly);
        connection.Open();
        using var snapshot = connection.BeginTransaction(deferred: true);
        return work(connection);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
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
