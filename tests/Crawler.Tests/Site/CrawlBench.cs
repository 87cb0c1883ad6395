using System.Collections.Concurrent;
using NewsMiner.Crawler.Sources;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Tests.Site;

/// <summary>A crawler on a store of its own, without pauses, that may ask this machine.</summary>
internal sealed class CrawlBench : IDisposable, IProgress<CrawlEvent>
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsminer-crawl-").FullName;
    private readonly ConcurrentQueue<CrawlEvent> events = new();

    public CrawlBench(TimeProvider? time = null)
    {
        Database = NewsDatabase.Open(Path.Combine(folder, "newsminer.db"));
        Store = new(Database);
        Options.PrivateHostsAllowed.Add("127.0.0.1");
        Time = time ?? TimeProvider.System;
    }

    public NewsDatabase Database { get; }

    public NewsStore Store { get; }

    public TimeProvider Time { get; }

    public CrawlerOptions Options { get; } = new()
    {
        HostDelay = TimeSpan.Zero, LatencyFactor = 0, FirstRetryDelay = TimeSpan.FromMilliseconds(20), LongestWait = TimeSpan.FromSeconds(3),
        FetchTimeout = TimeSpan.FromSeconds(5), RobotsTimeout = TimeSpan.FromSeconds(2), CircuitBreak = TimeSpan.FromMinutes(10), CircuitFailures = 50,
    };

    public IReadOnlyList<CrawlEvent> Events => [.. events];

    /// <summary>A source on a site.</summary>
    public static CrawlSource Source(TestSite site) => new() { Id = "test", Outlet = "آزمون", Site = site.Root, Feeds = ["/feed"], Articles = ["/news/*"] };

    /// <summary>One round of a new crawler on the store.</summary>
    public async Task<CrawlReport> RunAsync(CrawlSource source, CrawlRequest? request = null)
    {
        using var crawler = new NewsCrawler(Database, Store, Options, Time);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await crawler.RunOnceAsync([source], request ?? CrawlRequest.Now, this, limit.Token);
    }

    public void Report(CrawlEvent value) => events.Enqueue(value);

    public IReadOnlyList<Extractor.Articles.Article> Articles => [.. Store.Articles(new Index.ArticleFilter()).Select(found => found.Article)];

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
