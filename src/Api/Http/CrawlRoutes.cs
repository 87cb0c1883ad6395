using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using NewsMiner.Crawler;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/crawl</c>: how far each source is covered, and what happens now; <c>/metrics</c>: the same in numbers for a monitor.</summary>
internal static class CrawlRoutes
{
    public static void MapCrawl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/crawl", (NewsDatabase database, TimeProvider time) => TypedResults.Ok(CrawlCoverage.Of(database, time)))
            .WithName("crawl").WithTags("status").WithSummary("How far each source is covered: addresses by state, last round and error, articles expected by its own history, and silence");
        routes.MapGet("/api/crawl/events", (CrawlHub hub, CancellationToken stop) => TypedResults.ServerSentEvents(Events(hub, stop)))
            .WithName("crawlEvents").WithTags("status").WithSummary("What the crawler does, as server-sent events, from now on");
        routes.MapGet("/metrics", (MetricsText metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8")).ExcludeFromDescription();
    }

    private static async IAsyncEnumerable<SseItem<CrawlMessage>> Events(CrawlHub hub, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var happened in hub.ListenAsync(stop)) yield return new(CrawlMessage.From(happened), CrawlMessage.From(happened).Event);
    }
}

/// <summary>An event of the crawl as the API tells it.</summary>
/// <param name="Event">One word: <c>started announced article quarantined denied failed putOff warned finished</c>.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Url">The address it is about, or null.</param>
/// <param name="Text">A title or reason, or null.</param>
internal sealed record CrawlMessage(string Event, string Source, string? Url, string? Text)
{
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
