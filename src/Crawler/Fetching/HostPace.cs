using System.Net;
using NewsMiner.Crawler.Robots;

namespace NewsMiner.Crawler.Fetching;

/// <summary>The manners towards one host: its robots.txt, one request at a time, a pause between two, and a rest when it is in trouble.</summary>
internal sealed class HostPace(Uri site, CrawlerOptions options, PageFetcher fetcher, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private RobotsTxt? robots;
    private DateTimeOffset robotsUntil;
    private DateTimeOffset next;
    private TimeSpan latency;
    private int failures;

    /// <summary>When the host may be asked again.</summary>
    public DateTimeOffset Next => next;

    /// <summary>What this source wants between two requests; robots.txt may lengthen it.</summary>
    public TimeSpan? SourceDelay { get; set; }

    /// <summary>The sitemaps robots.txt names.</summary>
    public IReadOnlyList<string> Sitemaps => robots?.Sitemaps ?? [];

    /// <summary>Fetches an address after the pause the host is due, if its robots.txt allows it.</summary>
    public async Task<FetchResult> FetchAsync(Uri url, string? entityTag, string? lastModified, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (await RobotsAsync(cancellation).ConfigureAwait(false) is { } trouble) return trouble;
            if (robots!.ForbiddenBy(options.ProductToken, url.AbsoluteUri) is { } rule) return new FetchResult.Disallowed(rule);
            await PauseAsync(cancellation).ConfigureAwait(false);
            var began = time.GetTimestamp();
            var result = await fetcher.FetchAsync(url, entityTag, lastModified, options.FetchTimeout,
                hop => Task.FromResult(hop.Host == site.Host ? robots.ForbiddenBy(options.ProductToken, hop.AbsoluteUri) : $"redirect to another site: {hop}"), cancellation).ConfigureAwait(false);
            latency = time.GetElapsedTime(began);
            Note(result);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>RFC 9309, 2.3.1: 4xx means no rules, 5xx and silence mean hands off; a web page in its place holds no rules.</summary>
    private async Task<FetchResult?> RobotsAsync(CancellationToken cancellation)
    {
        if (robots is not null && time.GetUtcNow() < robotsUntil) return null;
        await PauseAsync(cancellation).ConfigureAwait(false);
        var result = await fetcher.FetchAsync(new(site, "/robots.txt"), null, null, options.RobotsTimeout, _ => Task.FromResult<string?>(null), cancellation).ConfigureAwait(false);
        next = time.GetUtcNow() + Delay();
        switch (result)
        {
            case FetchResult.Fetched page:
                robots = page.Body.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? RobotsTxt.AllowAll : RobotsTxt.Parse(page.Body.AsSpan());
                break;
            case FetchResult.Failed { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests }:
                robots = RobotsTxt.AllowAll;
                break;
            default:
                if (robots is not null) return null;
                Note(new FetchResult.Failed(null, "robots.txt", Final: false));
                return new FetchResult.Failed(null, "robots.txt could not be read, so nothing is fetched: " + (result is FetchResult.Failed failed ? failed.Reason : result.GetType().Name), Final: false);
        }
        robotsUntil = time.GetUtcNow() + options.RobotsLifetime;
        next = time.GetUtcNow() + Delay();
        return null;
    }

    private async Task PauseAsync(CancellationToken cancellation)
    {
        var wait = next - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
    }

    /// <summary>The longest of what we, the source, robots.txt and the host's own slowness ask for.</summary>
    private TimeSpan Delay()
    {
        var delay = SourceDelay ?? options.HostDelay;
        if (robots?.CrawlDelay(options.ProductToken) is { } asked) delay = Max(delay, Min(asked, options.LongestCrawlDelay));
        return Max(delay, Min(latency * options.LatencyFactor, options.LongestCrawlDelay));
    }

    private void Note(FetchResult result)
    {
        var now = time.GetUtcNow();
        next = now + Delay();
        if (result is FetchResult.PutOff off) next = Later(next, now + Min(off.RetryAfter ?? options.FirstRetryDelay, options.LongestRetryAfter));
        failures = result is FetchResult.PutOff or FetchResult.Failed { Final: false } ? failures + 1 : 0;
        if (failures >= options.CircuitFailures) next = Later(next, now + options.CircuitBreak);
    }

    private static TimeSpan Max(TimeSpan first, TimeSpan second) => first > second ? first : second;

    private static TimeSpan Min(TimeSpan first, TimeSpan second) => first < second ? first : second;

    private static DateTimeOffset Later(DateTimeOffset first, DateTimeOffset second) => first > second ? first : second;
}
