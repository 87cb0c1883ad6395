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
    private readonly PageFetcher fetcher;
    private readonly ConcurrentDictionary<string, HostPace> hosts = new(StringComparer.OrdinalIgnoreCase);
    private bool released;

    /// <summary>A crawler on a store.</summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of its bounds.</exception>
    public NewsCrawler(NewsDatabase database, NewsStore store, CrawlerOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.database, this.store, this.options, this.time) = (database, store, options.Checked(), time);
        frontier = new(database, time);
        fetcher = new(options, time);
    }

    /// <summary>One round over all enabled sources, several at a time, one connection a host.</summary>
    public async Task<CrawlReport> RunOnceAsync(IReadOnlyList<CrawlSource> sources, IProgress<CrawlEvent>? progress, CancellationToken cancellation)
    {
        if (!released)
        {
            await frontier.ReleaseAllAsync(cancellation).ConfigureAwait(false);
            released = true;
        }
        var before = fetcher.Requests;
        var reports = new ConcurrentBag<CrawlReport>();
        await Parallel.ForEachAsync(sources.Where(source => source.Enabled), new ParallelOptions { MaxDegreeOfParallelism = options.ParallelSources, CancellationToken = cancellation }, async (source, stop) =>
        {
            var host = hosts.GetOrAdd(source.Site.Authority, _ => new(source.Site, options, fetcher, time));
            reports.Add(await new SourceRound(source, options, host, frontier, database, store, time, progress).RunAsync(stop).ConfigureAwait(false));
        }).ConfigureAwait(false);
        return reports.Aggregate(new CrawlReport(), (sum, report) => sum + report) with { Requests = fetcher.Requests - before };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        fetcher.Dispose();
        foreach (var host in hosts.Values) host.Dispose();
    }
}
