using Microsoft.Data.Sqlite;
using NewsMiner.Crawler.Discovery;
using NewsMiner.Extractor.Addresses;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Frontier;

/// <summary>An address taken from the frontier to be fetched.</summary>
internal sealed record FrontierEntry(string Identity, Uri Url, int Attempts, string? EntityTag, string? LastModified);

/// <summary>
/// Which addresses are known and what became of them, in the store's own file: what is in flight when the process dies is taken up again
/// when its lease is over or the next crawler opens the store; what is done was committed together with its article.
/// </summary>
internal sealed class CrawlFrontier
{
    private readonly NewsDatabase database;
    private readonly TimeProvider time;

    public CrawlFrontier(NewsDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
        using var stream = typeof(CrawlFrontier).Assembly.GetManifestResourceStream("Frontier/frontier.sql") ?? throw new InvalidDataException("Frontier/frontier.sql: the script is not embedded");
        using var reader = new StreamReader(stream);
        database.Migrate("crawler", [reader.ReadToEnd()]);
    }

    /// <summary>Gives back what an earlier process of this store had in flight; one crawler works on a store at a time.</summary>
    public Task<int> ReleaseAllAsync(CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.Execute("UPDATE frontier SET state = 0 WHERE state = 1"), cancellation);

    /// <summary>Adds announced addresses; one whose announcement names another time of change is fetched again. Returns how many are new.</summary>
    public Task<int> AddAsync(string source, IReadOnlyList<DiscoveredAddress> addresses, CancellationToken cancellation) => database.WriteAsync(transaction =>
    {
        var connection = transaction.Connection!;
        var added = 0;
        foreach (var address in addresses)
        {
            var identity = CanonicalAddress.Identity(address.Url);
            var inserted = connection.Execute("INSERT OR IGNORE INTO frontier (identity, url, source, state, changed) VALUES ($identity, $url, $source, 0, $changed)",
                ("$identity", identity), ("$url", address.Url.AbsoluteUri), ("$source", source), ("$changed", address.Changed));
            added += inserted;
            if (inserted == 0 && address.Changed is not null)
            {
                // The first time of change heard of an address that was found without one is no news of a change.
                connection.Execute("UPDATE frontier SET state = 0, attempts = 0, due = 0, changed = $changed WHERE identity = $identity AND state >= 2 AND changed IS NOT NULL AND changed <> $changed AND length(changed) = length($changed)",
                    ("$identity", identity), ("$changed", address.Changed));
                connection.Execute("UPDATE frontier SET changed = $changed WHERE identity = $identity AND changed IS NULL", ("$identity", identity), ("$changed", address.Changed));
            }
        }
        return added;
    }, cancellation);

    /// <summary>Takes the next address of a source that is due, leasing it; null where none is.</summary>
    public Task<FrontierEntry?> TakeAsync(string source, TimeSpan lease, CancellationToken cancellation) => database.WriteAsync(transaction =>
    {
        var connection = transaction.Connection!;
        var now = Now;
        var entry = connection.Rows(
            "SELECT identity, url, attempts, etag, last_modified FROM frontier WHERE source = $source AND ((state = 0 AND due <= $now) OR (state = 1 AND lease_until <= $now)) ORDER BY due LIMIT 1",
            row => new FrontierEntry(row.GetString(0), new(row.GetString(1)), row.GetInt32(2), row.Text(3), row.Text(4)), ("$source", source), ("$now", now)).FirstOrDefault();
        if (entry is not null)
            connection.Execute("UPDATE frontier SET state = 1, lease_until = $until WHERE identity = $identity", ("$until", now + (long)lease.TotalMilliseconds), ("$identity", entry.Identity));
        return entry;
    }, cancellation);

    /// <summary>When the next address of a source falls due, or null where none is left.</summary>
    public DateTimeOffset? NextDue(string source) => database.Read(connection =>
        connection.Scalar<object>("SELECT min(due) FROM frontier WHERE source = $source AND state = 0", ("$source", source)) is long due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : (DateTimeOffset?)null);

    /// <summary>The addresses of a source still to be fetched.</summary>
    public long Remaining(string source) => database.Read(connection => connection.Scalar<long>("SELECT count(*) FROM frontier WHERE source = $source AND state < 2", ("$source", source)));

    /// <summary>Notes in the caller's transaction that an address is done.</summary>
    public static void Done(SqliteTransaction transaction, FrontierEntry entry, string? entityTag, string? lastModified) => transaction.Connection!.Execute(
        "UPDATE frontier SET state = 2, reason = NULL, etag = $etag, last_modified = $modified WHERE identity = $identity",
        ("$identity", entry.Identity), ("$etag", entityTag), ("$modified", lastModified));

    /// <summary>Notes that an address was not had, and when to try again; null gives it up.</summary>
    public Task<int> FailedAsync(FrontierEntry entry, string reason, DateTimeOffset? due, bool counts, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("UPDATE frontier SET state = $state, attempts = attempts + $counts, due = $due, reason = $reason WHERE identity = $identity",
            ("$identity", entry.Identity), ("$state", due is null ? 3 : 0), ("$counts", counts ? 1 : 0), ("$due", due?.ToUnixTimeMilliseconds() ?? 0), ("$reason", reason)), cancellation);

    /// <summary>When the announcements of a source were last read whole, and whether that round was finished.</summary>
    public (DateTimeOffset Announced, bool Finished)? LastRound(string source) => database.Read(connection => connection.Rows(
        "SELECT announced_at, finished_at IS NOT NULL FROM source_round WHERE source = $source",
        row => ((DateTimeOffset, bool)?)(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetBoolean(1)), ("$source", source)).FirstOrDefault());

    /// <summary>Notes that a source's announcements were read.</summary>
    public Task<int> AnnouncedAsync(string source, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("INSERT OR REPLACE INTO source_round (source, announced_at) VALUES ($source, $now)", ("$source", source), ("$now", Now)), cancellation);

    /// <summary>Notes that a source's round is over.</summary>
    public Task<int> FinishedAsync(string source, string? error, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("UPDATE source_round SET finished_at = $now, last_error = $error WHERE source = $source", ("$source", source), ("$now", Now), ("$error", error)), cancellation);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
