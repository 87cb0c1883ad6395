using System.Net;
using NewsMiner.Crawler.Robots;
using NewsMiner.Extractor.Addresses;
using NewsMiner.Extractor.Articles;
using Polly;
using Polly.CircuitBreaker;

namespace NewsMiner.Crawler.Fetching;

/// <summary>
/// The manners towards one host: its robots.txt, one request at a time, a pause between two that follows the host's own speed,
/// a rest when it asks for one or is in trouble, and a budget for the day. What it asked for outlives a restart.
/// </summary>
internal sealed class HostManners : IDisposable
{
    /// <summary>The requests after which the day's count is saved; a kill forgets fewer than this.</summary>
    private const int SaveEvery = 50;

    private readonly Uri root;
    private readonly CrawlerOptions options;
    private readonly PageFetcher fetcher;
    private readonly HostStates states;
    private readonly Func<Uri, HostManners> others;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly ResiliencePipeline<FetchResult> circuit;
    private HostState state;
    private RobotsTxt? robots;
    private int robotsFailures;
    private TimeSpan latency;
    private double slowness = 1;
    private int putOffs;

    public HostManners(Uri root, CrawlerOptions options, PageFetcher fetcher, HostStates states, Func<Uri, HostManners> others, TimeProvider time)
    {
        (this.root, this.options, this.fetcher, this.states, this.others, this.time) = (root, options, fetcher, states, others, time);
        state = states.Of(root.Authority);
        if (state.Robots is { } known) robots = RobotsTxt.Parse(known.AsSpan());
        circuit = Circuit();
    }

    /// <summary>When the host may be asked again.</summary>
    public DateTimeOffset Next => state.Next;

    /// <summary>Until when the host is to be left alone, where that is longer than a round waits; else null.</summary>
    public DateTimeOffset? RestsUntil => state.Next - time.GetUtcNow() > Longer(options.LongestWait, Delay()) ? state.Next : null;

    /// <summary>What this source wants between two requests; robots.txt may lengthen it.</summary>
    public TimeSpan? SourceDelay { get; set; }

    /// <summary>The sitemaps robots.txt names.</summary>
    public IReadOnlyList<string> Sitemaps => robots?.Sitemaps ?? [];

    /// <summary>The pause robots.txt asks for where it is longer than the longest granted, else null.</summary>
    public TimeSpan? DelayRefused => robots?.CrawlDelay(options.ProductToken) is { } asked && asked > options.LongestCrawlDelay ? asked : null;

    /// <summary>Fetches an address after the pause the host is due, if its robots.txt allows it.</summary>
    public async Task<FetchResult> FetchAsync(Uri url, Validators validators, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (await RobotsAsync(cancellation).ConfigureAwait(false) is { } trouble) return trouble;
            if (ForbiddenBy(url) is { } rule) return new FetchResult.Disallowed(rule);
            if (NotNow() is { } later) return later;
            if (RestsUntil is { } until) return new FetchResult.NotAsked(until, "the host asked to be left alone, or failed too often");
            await PauseAsync(cancellation).ConfigureAwait(false);
            return await circuit.ExecuteAsync(stop => AskAsync(url, validators, stop), cancellation).ConfigureAwait(false);
        }
        catch (BrokenCircuitException open)
        {
            state = state with { Next = Later(state.Next, time.GetUtcNow() + (open.RetryAfter ?? options.CircuitBreak)) };
            return new FetchResult.NotAsked(state.Next, "too many failures in a row; the host is left alone for a while");
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What is remembered of the host goes into the store.</summary>
    public Task SaveAsync(CancellationToken cancellation) => states.SaveAsync(root.Authority, state, cancellation);

    public void Dispose()
    {
        turn.Dispose();
        reading.Dispose();
    }

    private async ValueTask<FetchResult> AskAsync(Uri url, Validators validators, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var result = await fetcher.FetchAsync(new(url, validators, options.FetchTimeout, MayFollowAsync), cancellation).ConfigureAwait(false);
        var took = time.GetElapsedTime(began);
        latency = latency == TimeSpan.Zero ? took : (latency * 0.7) + (took * 0.3);
        Count();
        await NoteAsync(result, cancellation).ConfigureAwait(false);
        return result;
    }

    /// <summary>A redirect within the site is followed where the target's own robots.txt allows it.</summary>
    private async Task<FetchResult?> MayFollowAsync(Uri hop, CancellationToken cancellation)
    {
        if (CanonicalAddress.Site(hop) != CanonicalAddress.Site(root)) return new FetchResult.Failed(null, $"redirects to another site: {hop}", Final: true);
        var host = hop.Authority.Equals(root.Authority, StringComparison.OrdinalIgnoreCase) ? this : others(hop);
        if (await host.RobotsAsync(cancellation).ConfigureAwait(false) is { } trouble) return trouble;
        return host.ForbiddenBy(hop) is { } rule ? new FetchResult.Disallowed(rule) : null;
    }

    private string? ForbiddenBy(Uri url) => robots!.ForbiddenBy(options.ProductToken, RobotsPath.Escaped(url));

    /// <summary>RFC 9309, 2.3.1: 4xx means no rules, 5xx and silence mean hands off; a web page in its place holds no rules.</summary>
    private async Task<FetchResult?> RobotsAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (robots is not null && time.GetUtcNow() < state.RobotsUntil) return null;
            if (robots is null && robotsFailures > 0 && time.GetUtcNow() < state.RobotsUntil) return Unread("it failed a moment ago");
            if (RestsUntil is { } until) return robots is null ? new FetchResult.NotAsked(until, "the host asked to be left alone, or failed too often") : null;
            await PauseAsync(cancellation).ConfigureAwait(false);
            var result = await fetcher.FetchAsync(new(new(root, "/robots.txt"), Validators.None, options.RobotsTimeout, null, RobotsTxt.MaxBytes), cancellation).ConfigureAwait(false);
            Count();
            var now = time.GetUtcNow();
            switch (result)
            {
                case FetchResult.Fetched page:
                    await KeepAsync(IsMarkup(page.Body) ? [] : page.Body, cancellation).ConfigureAwait(false);
                    return null;
                case FetchResult.Failed { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests }:
                    await KeepAsync([], cancellation).ConfigureAwait(false);
                    return null;
                default:
                    // A host that is put off by its robots.txt is asked again after a pause that doubles, and after what it asked for itself.
                    var pause = RetryPause.After(robotsFailures++, options.FirstRetryDelay, TimeSpan.FromHours(1));
                    if (result is FetchResult.PutOff { RetryAfter: { } asked }) pause = Longer(pause, Shorter(asked, options.LongestRetryAfter));
                    state = state with { RobotsUntil = now + pause, Next = now + (robots is null ? pause : Delay()) };
                    return robots is null ? Unread(result.Words) : null;
            }
        }
        finally
        {
            reading.Release();
        }
    }

    private FetchResult.NotAsked Unread(string why) => new(state.RobotsUntil, "robots.txt could not be read, so nothing is fetched: " + why);

    private async Task KeepAsync(byte[] body, CancellationToken cancellation)
    {
        robots = RobotsTxt.Parse(body.AsSpan());
        robotsFailures = 0;
        var now = time.GetUtcNow();
        state = state with { Robots = body, RobotsUntil = now + options.RobotsLifetime, Next = now + Delay() };
        await SaveAsync(cancellation).ConfigureAwait(false);
    }

    private static bool IsMarkup(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        return body.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }

    /// <summary>The day's budget and the hours robots.txt grants.</summary>
    private FetchResult.NotAsked? NotNow()
    {
        var now = time.GetUtcNow();
        if (robots!.VisitTime(options.ProductToken)?.BeginAfter(now) is { } opens) return Rest(opens, "robots.txt grants other hours (Visit-time)");
        if (state.Day != Today || state.Requests < options.DailyRequestsPerHost) return null;
        var local = now.ToOffset(PublicationTime.TehranOffset);
        return Rest(new DateTimeOffset(local.Date.AddDays(1), PublicationTime.TehranOffset), $"the day's budget of {options.DailyRequestsPerHost} requests is spent");
    }

    private FetchResult.NotAsked Rest(DateTimeOffset until, string reason)
    {
        state = state with { Next = Later(state.Next, until) };
        return new(until, reason);
    }

    private int Today => PublicationTime.At(time.GetUtcNow()).Day.DayNumber;

    private void Count() => state = state.Day == Today ? state with { Requests = state.Requests + 1 } : state with { Day = Today, Requests = 1 };

    private async Task PauseAsync(CancellationToken cancellation)
    {
        var wait = state.Next - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
    }

    /// <summary>The longest of what we, the source, robots.txt and the host's own slowness ask for; more for a host that lately put us off.</summary>
    private TimeSpan Delay()
    {
        var delay = SourceDelay ?? options.HostDelay;
        if (robots?.CrawlDelay(options.ProductToken) is { } asked) delay = Longer(delay, Shorter(asked, options.LongestCrawlDelay));
        delay = Longer(delay, Shorter(latency * options.LatencyFactor, options.LongestCrawlDelay));
        return slowness > 1.05 ? Shorter(Longer(delay, TimeSpan.FromMilliseconds(100)) * slowness, Longer(delay, options.LongestCrawlDelay)) : delay;
    }

    private async Task NoteAsync(FetchResult result, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (result is FetchResult.PutOff off)
        {
            slowness = Math.Min(slowness * 2, 32);
            var pause = off.RetryAfter ?? RetryPause.After(putOffs++, options.FirstRetryDelay, options.LongestRetryAfter);
            state = state with { Next = now + Longer(Delay(), Shorter(pause, options.LongestRetryAfter)) };
            await SaveAsync(cancellation).ConfigureAwait(false);
            return;
        }
        if (result is FetchResult.Fetched or FetchResult.Unchanged) (slowness, putOffs) = (Math.Max(1, slowness * 0.9), 0);
        state = state with { Next = now + Delay() };
        if (state.Requests % SaveEvery == 0) await SaveAsync(cancellation).ConfigureAwait(false);
    }

    private ResiliencePipeline<FetchResult> Circuit() => new ResiliencePipelineBuilder<FetchResult> { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<FetchResult>
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is FetchResult.PutOff or FetchResult.Failed { Final: false }),
            FailureRatio = 0.5,
            MinimumThroughput = options.CircuitFailures,
            // Long enough to hold so many requests at the usual pace twice, short enough to forget a good hour soon.
            SamplingDuration = Longer(options.HostDelay, TimeSpan.FromSeconds(1)) * options.CircuitFailures * 2,
            BreakDuration = options.CircuitBreak,
            OnOpened = arguments =>
            {
                state = state with { Next = Later(state.Next, time.GetUtcNow() + arguments.BreakDuration) };
                return default;
            },
        }).Build();

    private static TimeSpan Longer(TimeSpan first, TimeSpan second) => first > second ? first : second;

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;

    private static DateTimeOffset Later(DateTimeOffset first, DateTimeOffset second) => first > second ? first : second;
}
