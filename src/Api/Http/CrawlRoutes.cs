using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using NewsMiner.Crawler;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/crawl</c>: how far each source is covered, and what happens now; <c>/metrics</c>: the same in numbers for a monitor.</summary>
internal static class CrawlRoutes
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    public static void MapCrawl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/crawl", (NewsDatabase database, TimeProvider time) => TypedResults.Ok(CrawlCoverage.Of(database, time)))
            .WithName("crawl").WithTags("status").WithSummary("How far each source is covered: addresses by state, last round and error, articles expected by its own history, and silence");
        routes.MapGet("/api/crawl/events", (CrawlHub hub, CancellationToken stop) => TypedResults.ServerSentEvents(Events(hub, stop)))
            .WithName("crawlEvents").WithTags("status").WithSummary("What the crawler does, as server-sent events, from now on; an event named alive at once and every 15 s")
            .WithMetadata(new StreamedAnswer()).DisableRequestTimeout();
        routes.MapGet("/metrics", (MetricsText metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8")).ExcludeFromDescription();
    }

    private static async IAsyncEnumerable<SseItem<CrawlMessage>> Events(CrawlHub hub, [EnumeratorCancellation] CancellationToken stop)
    {
        using var listening = ApiMeters.Listen();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var events = hub.ListenAsync(ended.Token).GetAsyncEnumerator(ended.Token);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            yield return Item(CrawlMessage.Alive);
            // A line now and then lets both sides see when the other is gone.
            using var timer = new PeriodicTimer(Pulse);
            var pulse = timer.WaitForNextTickAsync(ended.Token).AsTask();
            while (true)
            {
                if (await Task.WhenAny(next, pulse) == pulse)
                {
                    await pulse;
                    yield return Item(CrawlMessage.Alive);
                    pulse = timer.WaitForNextTickAsync(ended.Token).AsTask();
                    continue;
                }
                if (!await next) yield break;
                yield return Item(CrawlMessage.From(events.Current));
                next = events.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An enumerator may not be disposed while it waits for its next item.
            await ended.CancelAsync();
            await Task.WhenAny(next);
            await events.DisposeAsync();
        }
    }

    private static SseItem<CrawlMessage> Item(CrawlMessage message) => new(message, message.Event);
}

/// <summary>An event of the crawl as the API tells it.</summary>
/// <param name="Event">One word: <c>started announced article quarantined denied failed putOff warned finished alive</c>.</param>
/// <param name="Source">The source's id; empty for alive.</param>
/// <param name="Url">The address it is about, or null.</param>
/// <param name="Text">A title or reason, or null.</param>
internal sealed record CrawlMessage(string Event, string Source, string? Url, string? Text)
{
    /// <summary>Nothing happened; the line is open.</summary>
    public static readonly CrawlMessage Alive = new("alive", "", null, null);

    public static CrawlMessage From(CrawlEvent happened) => happened switch
    {
        CrawlEvent.SourceStarted => new("started", happened.SourceId, null, null),
        CrawlEvent.Announced read => new("announced", happened.SourceId, read.Url.AbsoluteUri, $"{read.Addresses} addresses, {read.NewAddresses} new"),
        CrawlEvent.ArticleCommitted article => new("article", happened.SourceId, article.Url.AbsoluteUri, article.Title),
        CrawlEvent.Quarantined other => new("quarantined", happened.SourceId, other.Url.AbsoluteUri, $"{other.Kind}: {other.Reason}"),
        CrawlEvent.Denied denied => new("denied", happened.SourceId, denied.Url.AbsoluteUri, denied.Rule),
        CrawlEvent.Failed failed => new("failed", happened.SourceId, failed.Url.AbsoluteUri, failed.Reason),
        CrawlEvent.PutOff off => new("putOff", happened.SourceId, null, $"until {off.Until:O}: {off.Reason}"),
        CrawlEvent.Warned warned => new("warned", happened.SourceId, null, warned.Message),
        CrawlEvent.SourceFinished finished => new("finished", happened.SourceId, null, $"{finished.Report.ArticlesAdded} articles new, {finished.Report.Remaining} addresses left"),
        _ => throw new InvalidOperationException("CrawlEvent is closed"),
    };
}
