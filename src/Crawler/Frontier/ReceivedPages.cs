using Microsoft.Data.Sqlite;
using NewsMiner.Crawler.Fetching;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Frontier;

/// <summary>
/// Pages received but not yet committed, in a file of their own beside the store: a page is safe a moment after it came, however long the store's
/// one writer is at work, and a process that dies between the two need not ask the host again.
/// </summary>
internal sealed class ReceivedPages : IDisposable
{
    private const string Script = """
        CREATE TABLE received (
            identity TEXT PRIMARY KEY,
            source TEXT NOT NULL,
            url TEXT NOT NULL,
            at INTEGER NOT NULL,
            headers TEXT NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX received_source ON received (source);
        """;

    /// <summary>Few pages wait at a time: looked through where a process died, which costs less than an index kept with each.</summary>
    private const string WithoutIndex = "DROP INDEX received_source;";

    /// <summary>Each page is written by itself and soon forgotten: small pages of the file write little around it.</summary>
    private const int PageSize = 4096;

    private readonly NewsDatabase file;

    public ReceivedPages(string path)
    {
        file = NewsDatabase.Open(path, PageSize);
        file.Migrate("received", [Script, WithoutIndex]);
    }

    /// <summary>Keeps a page.</summary>
    public Task<int> KeepAsync(string source, string identity, FetchResult.Fetched page, DateTimeOffset at, CancellationToken cancellation) => file.WriteAsync(
        transaction => transaction.Connection!.Execute("INSERT OR REPLACE INTO received VALUES ($identity, $source, $url, $at, $headers, $body)",
            ("$identity", identity), ("$source", source), ("$url", page.Url.AbsoluteUri), ("$at", at.ToUnixTimeMilliseconds()), ("$headers", ArticleBlob.WriteHeaders(page.Headers)), ("$body", page.Body)), toDisk: false, cancellation);

    /// <summary>Forgets pages that are committed.</summary>
    public Task<int> ForgetAsync(IEnumerable<string> identities, CancellationToken cancellation) => file.WriteAsync(
        transaction => identities.Sum(identity => transaction.Connection!.Execute("DELETE FROM received WHERE identity = $identity", ("$identity", identity))), toDisk: false, cancellation);

    /// <summary>All pages kept for a source, for a process that takes up where another died.</summary>
    public IEnumerable<(string Identity, FetchResult.Fetched Page, DateTimeOffset At)> Of(string source) => file.Stream(
        connection => connection.Sql("SELECT identity, url, at, headers, body FROM received WHERE source = $source ORDER BY at", ("$source", source)),
        (_, row) => (row.GetString(0), new FetchResult.Fetched(new(row.GetString(1)), ArticleBlob.ReadHeaders(row.GetString(3)), (byte[])row.GetValue(4)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))));

    public void Dispose() => file.Dispose();
}
