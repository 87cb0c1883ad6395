using Microsoft.Data.Sqlite;
using NewsMiner.Crawler.Discovery;
using NewsMiner.Crawler.Fetching;
using NewsMiner.Extractor.Addresses;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Frontier;

/// <summary>An address taken from the frontier to be fetched.</summary>
/// <param name="Identity">What all addresses of the article have in common.</param>
/// <param name="Url">The address to ask for.</param>
/// <param name="Attempts">How often it failed.</param>
/// <param name="Validators">What the server gave with the last answer; none where its «unchanged» is no longer believed.</param>
/// <param name="Revisits">How often it was looked at again of our own accord.</param>
/// <param name="IsAnnounced">Whether its announcement tells of changes.</param>
internal sealed record FrontierEntry(string Identity, Uri Url, int Attempts, Validators Validators, int Revisits, bool IsAnnounced);

/// <summary>A page that was received and is to be read.</summary>
internal sealed record ReceivedPage(FrontierEntry Entry, FetchResult.Fetched Page, DateTimeOffset At);

/// <summary>
/// Which addresses are known and what became of them, in the store's own file. What is in flight when the process dies is taken up again
/// when its lease is over or the next crawler opens the store; a page received is kept until it is committed with its article.
/// </summary>
internal sealed class CrawlFrontier : IDisposable
{
    /// <summary>After so many «unchanged» in a row a page is once asked for whole.</summary>
    private const int BelievedUnchanged = 3;

    private const string Columns = "identity, url, attempts, etag, last_modified, unchanged, revisits, changed IS NOT NULL";

    private readonly NewsDatabase database;
    private readonly TimeProvider time;
    private readonly ReceivedPages received;

    public CrawlFrontier(NewsDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
        CrawlSchema.Ensure(database);
        received = new(Path.ChangeExtension(database.Path, ".received.db"));
    }

    /// <summary>Gives back what an earlier process of this store had in flight; one crawler works on a store at a time.</summary>
    public Task<int> ReleaseAllAsync(CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.Execute("UPDATE frontier SET state = 0 WHERE state = 1"), cancellation);

    /// <summary>Adds announced addresses; one whose announcement names another time of change is fetched again. Returns how many are new.</summary>
    public Task<int> AddAsync(string source, IReadOnlyList<DiscoveredAddress> addresses, CancellationToken cancellation) =>
        database.WriteAsync(transaction => addresses.Sum(address => Add(transaction.Connection!, source, address)), toDisk: false, cancellation);

    /// <summary>Takes up to <paramref name="most"/> addresses of a source that are due, leasing them.</summary>
    public Task<List<FrontierEntry>> TakeAsync(string source, int most, TimeSpan lease, CancellationToken cancellation) => database.WriteAsync(transaction =>
    {
        var connection = transaction.Connection!;
        var now = Now;
        // Each state by itself: its first ones are found by the index, however many addresses wait.
        var entries = connection.Rows($"""
            WITH waiting AS (SELECT * FROM frontier WHERE source = $source AND state = 0 AND due <= $now ORDER BY due LIMIT $most),
                abandoned AS (SELECT * FROM frontier WHERE source = $source AND state = 1 AND lease_until <= $now ORDER BY due LIMIT $most),
                done AS (SELECT * FROM frontier WHERE source = $source AND state = 2 AND due BETWEEN 1 AND $now ORDER BY due LIMIT $most),
                denied AS (SELECT * FROM frontier WHERE source = $source AND state = 5 AND due BETWEEN 1 AND $now ORDER BY due LIMIT $most)
            SELECT {Columns} FROM (SELECT * FROM waiting UNION ALL SELECT * FROM abandoned UNION ALL SELECT * FROM done UNION ALL SELECT * FROM denied)
            ORDER BY due LIMIT $most
            """, Entry, ("$source", source), ("$now", now), ("$most", most));
        foreach (var entry in entries)
            connection.Execute("UPDATE frontier SET state = 1, lease_until = $until WHERE identity = $identity", ("$until", now + (long)lease.TotalMilliseconds), ("$identity", entry.Identity));
        return entries;
    }, toDisk: false, cancellation);

    /// <summary>Gives back addresses that were taken and not asked for.</summary>
    public Task<int> GiveBackAsync(IEnumerable<FrontierEntry> entries, CancellationToken cancellation) => database.WriteAsync(
        transaction => entries.Sum(entry => transaction.Connection!.Execute("UPDATE frontier SET state = 0 WHERE identity = $identity AND state = 1", ("$identity", entry.Identity))), toDisk: false, cancellation);

    /// <summary>Keeps a page just received until it is committed.</summary>
    public Task<int> ReceiveAsync(string source, ReceivedPage page, CancellationToken cancellation) => received.KeepAsync(source, page.Entry.Identity, page.Page, page.At, cancellation);

    /// <summary>Forgets received pages that are committed.</summary>
    public Task<int> ForgetAsync(IEnumerable<ReceivedPage> committed, CancellationToken cancellation) => received.ForgetAsync(committed.Select(page => page.Entry.Identity), cancellation);

    /// <summary>Pages of a source that an earlier process received; those it had committed are forgotten, the others are taken to be read.</summary>
    public async Task<IReadOnlyList<ReceivedPage>> TakeReceivedAsync(string source, TimeSpan lease, CancellationToken cancellation)
    {
        var kept = received.Of(source).ToList();
        if (kept.Count == 0) return [];
        var taken = await database.WriteAsync(transaction => kept.SelectMany(page => transaction.Connection!.Rows($"SELECT {Columns} FROM frontier WHERE identity = $identity AND state IN (0, 1)", Entry, ("$identity", page.Identity)).Select(entry =>
        {
            transaction.Connection!.Execute("UPDATE frontier SET state = 1, lease_until = $until WHERE identity = $identity", ("$until", Now + (long)lease.TotalMilliseconds), ("$identity", entry.Identity));
            return new ReceivedPage(entry, page.Page, page.At);
        })).ToList(), toDisk: false, cancellation).ConfigureAwait(false);
        await received.ForgetAsync(kept.Select(page => page.Identity).Except(taken.Select(page => page.Entry.Identity)), cancellation).ConfigureAwait(false);
        return taken;
    }

    /// <summary>When the next address of a source falls due, or null where none is left.</summary>
    public DateTimeOffset? NextDue(string source) => database.Read(connection =>
        connection.Scalar<object>("SELECT min(due) FROM frontier WHERE source = $source AND state = 0", ("$source", source)) is long due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : (DateTimeOffset?)null);

    /// <summary>The addresses of a source still to be fetched or read.</summary>
    public long Remaining(string source) => database.Read(connection => connection.Scalar<long>("SELECT count(*) FROM frontier WHERE source = $source AND state IN (0, 1)", ("$source", source)));

    /// <summary>Notes in the caller's transaction that an address is done, and when to look at it again of our own accord; null for never.</summary>
    public static void Done(SqliteTransaction transaction, FrontierEntry entry, Validators validators, DateTimeOffset? again) => transaction.Connection!.Execute(
            "UPDATE frontier SET state = 2, attempts = 0, reason = NULL, unchanged = 0, etag = $etag, last_modified = $modified, revisits = revisits + $again, due = $due WHERE identity = $identity",
            ("$identity", entry.Identity), ("$etag", validators.EntityTag), ("$modified", validators.LastModified), ("$again", again is null ? 0 : 1), ("$due", again?.ToUnixTimeMilliseconds() ?? 0));

    /// <summary>Notes that the server says an address has not changed.</summary>
    public Task<int> UnchangedAsync(FrontierEntry entry, DateTimeOffset? again, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("UPDATE frontier SET state = 2, attempts = 0, unchanged = unchanged + 1, revisits = revisits + $again, due = $due WHERE identity = $identity",
            ("$identity", entry.Identity), ("$again", again is null ? 0 : 1), ("$due", again?.ToUnixTimeMilliseconds() ?? 0)), cancellation);

    /// <summary>Notes that robots.txt forbids an address, and when to see whether it still does.</summary>
    public Task<int> DeniedAsync(FrontierEntry entry, string rule, DateTimeOffset again, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("UPDATE frontier SET state = 5, due = $due, reason = $reason WHERE identity = $identity",
            ("$identity", entry.Identity), ("$due", again.ToUnixTimeMilliseconds()), ("$reason", rule)), cancellation);

    /// <summary>Notes that an address was not had, and when to try again; null gives it up.</summary>
    public Task<int> FailedAsync(FrontierEntry entry, string reason, DateTimeOffset? due, bool counts, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("UPDATE frontier SET state = $state, attempts = attempts + $counts, due = $due, reason = $reason WHERE identity = $identity",
            ("$identity", entry.Identity), ("$state", due is null ? 3 : 0), ("$counts", counts ? 1 : 0), ("$due", due?.ToUnixTimeMilliseconds() ?? 0), ("$reason", reason)), cancellation);

    /// <summary>Puts addresses back at the front, as if they were new; one that is not known is added.</summary>
    public static void Renew(SqliteTransaction transaction, string source, Uri url)
    {
        Add(transaction.Connection!, source, new(url));
        transaction.Connection!.Execute("UPDATE frontier SET state = 0, attempts = 0, due = 0, etag = NULL, last_modified = NULL, reason = NULL WHERE identity = $identity", ("$identity", CanonicalAddress.Identity(url)));
    }

    public void Dispose() => received.Dispose();

    private static int Add(SqliteConnection connection, string source, DiscoveredAddress address)
    {
        var identity = CanonicalAddress.Identity(address.Url);
        var inserted = connection.Execute("INSERT OR IGNORE INTO frontier (identity, url, source, state, changed) VALUES ($identity, $url, $source, 0, $changed)",
            ("$identity", identity), ("$url", address.Url.AbsoluteUri), ("$source", source), ("$changed", address.Changed));
        if (inserted == 0 && address.Changed is not null)
        {
            // The first time of change heard of an address that was found without one is no news of a change; nor is another way to write it.
            connection.Execute("UPDATE frontier SET state = 0, attempts = 0, due = 0, changed = $changed WHERE identity = $identity AND state IN (2, 3) AND changed IS NOT NULL AND changed <> $changed AND length(changed) = length($changed)",
                ("$identity", identity), ("$changed", address.Changed));
            connection.Execute("UPDATE frontier SET changed = $changed WHERE identity = $identity AND changed IS NULL", ("$identity", identity), ("$changed", address.Changed));
        }
        return inserted;
    }

    private static FrontierEntry Entry(SqliteDataReader row) => new(row.GetString(0), new(row.GetString(1)), row.GetInt32(2),
        row.GetInt32(5) < BelievedUnchanged ? new(row.Text(3), row.Text(4)) : Validators.None, row.GetInt32(6), row.GetBoolean(7));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
