using System.Collections.Concurrent;
using NewsMiner.Crawler.Fetching;
using NewsMiner.Crawler.Frontier;
using NewsMiner.Crawler.Sources;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>Brings what is new from a list of outlets, politely, once. One crawler works on a store at a time.</summary>
public sealed class NewsCrawler : IDisposable
{
    private readonly NewsDatabase database;
    private readonly NewsStore store;
    private readonly CrawlerOptions options;
    private readonly TimeProvider time;
    private readonly CrawlFrontier frontier;
    private readonly SourceBook book;
    private readonly HostStates states;
    private readonly PageFetcher fetcher;
    private readonly ConcurrentDictionary<string, Lazy<HostManners>> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim releasing = new(1, 1);
    private bool released;

    /// <summary>A crawler on a store.</summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of its bounds.</exception>
    public NewsCrawler(NewsDatabase database, NewsStore store, CrawlerOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.database, this.store, this.options, this.time) = (database, store, options.Checked(), time);
        frontier = new(database, time);
        book = new(database, time);
        states = new(database);
        fetcher = new(options, time);
    }

    /// <summary>One round over all enabled sources, several at a time, one connection a host.</summary>
    public Task<CrawlReport> RunOnceAsync(IReadOnlyList<CrawlSource> sources, IProgress<CrawlEvent>? progress, CancellationToken cancellation) =>
        RunOnceAsync(sources, CrawlRequest.Now, progress, cancellation);

    /// <summary>One round over all enabled sources, several at a time, one connection a host; a source whose round is still running is left alone.</summary>
    public async Task<CrawlReport> RunOnceAsync(IReadOnlyList<CrawlSource> sources, CrawlRequest request, IProgress<CrawlEvent>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(request);
        await ReleaseAsync(cancellation).ConfigureAwait(false);
        var before = fetcher.Requests;
        var reports = new ConcurrentBag<CrawlReport>();
        await Parallel.ForEachAsync(sources.Where(source => source.Enabled), new ParallelOptions { MaxDegreeOfParallelism = options.ParallelSources, CancellationToken = cancellation }, async (source, stop) =>
        {
            var alone = running.GetOrAdd(source.Id, _ => new(1, 1));
            if (!await alone.WaitAsync(0, stop).ConfigureAwait(false)) return;
            try
            {
                using var round = new SourceRound(source, options, HostOf(source.Site), frontier, book, database, store, time, progress);
                reports.Add(await round.RunAsync(request, stop).ConfigureAwait(false));
            }
            finally
            {
                alone.Release();
            }
        }).ConfigureAwait(false);
        return reports.Aggregate(new CrawlReport(), (sum, report) => sum + report) with { Requests = fetcher.Requests - before };
    }

    /// <summary>Takes input out of quarantine and puts its addresses back into the frontier, to be fetched in the next round. Returns how many.</summary>
    /// <param name="chosen">Which entries; those with an address that is none of the web are left.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public Task<int> RetryAsync(Func<QuarantineEntry, bool> chosen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var entries = store.Quarantined().Where(chosen).Select(entry => (Entry: entry, Url: Extractor.Addresses.CanonicalAddress.Of(entry.Url))).Where(found => found.Url is not null).ToList();
        return database.WriteAsync(transaction =>
        {
            foreach (var (entry, url) in entries)
            {
                CrawlFrontier.Renew(transaction, entry.SourceId, url!);
                store.ClearQuarantine(transaction, entry.Url);
            }
            return entries.Count;
        }, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        fetcher.Dispose();
        frontier.Dispose();
        releasing.Dispose();
        foreach (var host in hosts.Values.Where(host => host.IsValueCreated)) host.Value.Dispose();
        foreach (var alone in running.Values) alone.Dispose();
    }

    private async Task ReleaseAsync(CancellationToken cancellation)
    {
        await releasing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!released) await frontier.ReleaseAllAsync(cancellation).ConfigureAwait(false);
            released = true;
        }
        finally
        {
            releasing.Release();
        }
    }

    private HostManners HostOf(Uri url) => hosts.GetOrAdd(url.Authority, _ => new(() => new(new(url, "/"), options, fetcher, states, HostOf, time))).Value;
}
