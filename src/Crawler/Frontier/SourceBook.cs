using System.Security.Cryptography;
using NewsMiner.Crawler.Fetching;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Frontier;

/// <summary>What is remembered of a feed, sitemap or list page.</summary>
/// <param name="Validators">What the server gave with the last whole answer.</param>
/// <param name="Digest">The SHA-256 of the last body.</param>
/// <param name="Distrusted">True once the body changed while its validators did not.</param>
/// <param name="Unchanged">How many «unchanged» came in a row.</param>
/// <param name="Pause">How long to leave it alone after a reading, zero where it was never read.</param>
/// <param name="Due">When it is to be read again.</param>
internal sealed record AnnouncementState(Validators Validators, byte[] Digest, bool Distrusted, int Unchanged, TimeSpan Pause, DateTimeOffset Due);

/// <summary>Rounds, announcements and archives of the sources, in the store's own file.</summary>
internal sealed class SourceBook(NewsDatabase database, TimeProvider time)
{
    /// <summary>How often an announcement is read at most and at least, whatever it brings.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(15), LongestPause = TimeSpan.FromHours(6);

    /// <summary>Every so many «unchanged» an announcement is asked for whole, to see whether that is true.</summary>
    private const int BelievedUnchanged = 6;

    /// <summary>What is remembered of an announcement, or null.</summary>
    public AnnouncementState? Announcement(Uri address) => database.Read(connection => connection.Rows(
        "SELECT etag, last_modified, digest, distrusted, unchanged, pause, due FROM announcement WHERE address = $address",
        row => new AnnouncementState(new(row.Text(0), row.Text(1)), (byte[])row.GetValue(2), row.GetBoolean(3), row.GetInt32(4), TimeSpan.FromMilliseconds(row.GetInt64(5)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6))),
        ("$address", address.AbsoluteUri)).FirstOrDefault());

    /// <summary>The conditions to ask with: none where the server's word is not, or not for now, believed.</summary>
    public static Validators Conditions(AnnouncementState? state) =>
        state is null or { Distrusted: true } || state.Unchanged >= BelievedUnchanged ? Validators.None : state.Validators;

    /// <summary>Notes an «unchanged».</summary>
    public Task NoteUnchangedAsync(string source, Uri address, AnnouncementState state, CancellationToken cancellation) =>
        SaveAsync(source, address, Paced(state with { Unchanged = state.Unchanged + 1 }, fresh: false), cancellation);

    /// <summary>Notes a body, and whether it brought an address not seen before.</summary>
    public Task NoteBodyAsync(string source, Uri address, AnnouncementState? before, FetchResult.Fetched page, bool fresh, CancellationToken cancellation)
    {
        var digest = SHA256.HashData(page.Body);
        var validators = Validators.Of(page.Headers);
        var lied = before is not null && !digest.AsSpan().SequenceEqual(before.Digest) && validators == before.Validators && validators != Validators.None;
        return SaveAsync(source, address, Paced(new(validators, digest, lied || before?.Distrusted == true, 0, before?.Pause ?? TimeSpan.Zero, default), fresh), cancellation);
    }

    /// <summary>When the announcements of a source were last read whole, and whether that round was finished.</summary>
    public (DateTimeOffset Announced, bool Finished)? LastRound(string source) => database.Read(connection => connection.Rows(
        "SELECT announced_at, finished_at IS NOT NULL FROM source_round WHERE source = $source",
        row => ((DateTimeOffset, bool)?)(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetBoolean(1)), ("$source", source)).FirstOrDefault());

    /// <summary>Notes that a source's announcements were read.</summary>
    public Task<int> AnnouncedAsync(string source, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("INSERT OR REPLACE INTO source_round (source, announced_at) VALUES ($source, $now)", ("$source", source), ("$now", Now)), cancellation);

    /// <summary>Notes that a source's round is over.</summary>
    public Task<int> FinishedAsync(string source, string? error, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute(
            "INSERT INTO source_round (source, announced_at, finished_at, last_error) VALUES ($source, 0, $now, $error) ON CONFLICT DO UPDATE SET finished_at = $now, last_error = $error",
            ("$source", source), ("$now", Now), ("$error", error)), cancellation);

    /// <summary>The day a walk through the archive since <paramref name="since"/> goes on with; null where it is finished.</summary>
    public DateOnly? BackfillDay(string source, DateOnly since) => database.Read<DateOnly?>(connection =>
    {
        var rows = connection.Rows("SELECT since, next_day, finished FROM backfill WHERE source = $source", row => (Since: row.GetInt32(0), Next: row.GetInt32(1), Finished: row.GetBoolean(2)), ("$source", source));
        if (rows.Count == 0 || since.DayNumber < rows[0].Since) return since;
        return rows[0].Finished ? null : DateOnly.FromDayNumber(Math.Max(rows[0].Next, since.DayNumber));
    });

    /// <summary>Notes how far a walk has come.</summary>
    public Task<int> BackfilledAsync(string source, DateOnly since, DateOnly next, bool finished, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("INSERT OR REPLACE INTO backfill VALUES ($source, $since, $next, $finished)",
            ("$source", source), ("$since", since.DayNumber), ("$next", next.DayNumber), ("$finished", finished ? 1 : 0)), cancellation);

    /// <summary>Counts in the caller's transaction an article a source found today.</summary>
    public void CountArticle(Microsoft.Data.Sqlite.SqliteTransaction transaction, string source)
    {
        (string, object?)[] values = [("$source", source), ("$day", PublicationTime.At(time.GetUtcNow()).Day.DayNumber)];
        if (transaction.Connection!.Execute("UPDATE source_day SET articles = articles + 1 WHERE source = $source AND day = $day", values) == 0)
            transaction.Connection!.Execute("INSERT INTO source_day VALUES ($source, $day, 1)", values);
    }

    /// <summary>Half the pause after something new, twice the pause after nothing new.</summary>
    private AnnouncementState Paced(AnnouncementState state, bool fresh)
    {
        var pause = state.Pause == TimeSpan.Zero ? ShortestPause : fresh ? state.Pause / 2 : state.Pause * 2;
        pause = pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause;
        return state with { Pause = pause, Due = time.GetUtcNow() + pause };
    }

    private Task<int> SaveAsync(string source, Uri address, AnnouncementState state, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("INSERT OR REPLACE INTO announcement VALUES ($address, $source, $etag, $modified, $digest, $distrusted, $unchanged, $pause, $due)",
            ("$address", address.AbsoluteUri), ("$source", source), ("$etag", state.Validators.EntityTag), ("$modified", state.Validators.LastModified), ("$digest", state.Digest),
            ("$distrusted", state.Distrusted ? 1 : 0), ("$unchanged", state.Unchanged), ("$pause", (long)state.Pause.TotalMilliseconds), ("$due", state.Due.ToUnixTimeMilliseconds())), toDisk: false, cancellation);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
