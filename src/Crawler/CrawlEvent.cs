using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>Something an operator wants to see while the crawler works.</summary>
/// <param name="SourceId">The source it happened in.</param>
public abstract record CrawlEvent(string SourceId)
{
    /// <summary>A source's round has begun; <paramref name="Resumed"/> where an earlier one was cut off.</summary>
    public sealed record SourceStarted(string SourceId, bool Resumed) : CrawlEvent(SourceId);

    /// <summary>A feed, sitemap or list page has been read.</summary>
    public sealed record Announced(string SourceId, Uri Url, int Addresses, int NewAddresses) : CrawlEvent(SourceId);

    /// <summary>An article was committed.</summary>
    public sealed record ArticleCommitted(string SourceId, Uri Url, string Title, CommitOutcome Outcome) : CrawlEvent(SourceId);

    /// <summary>A page could not become an article and was quarantined.</summary>
    public sealed record Quarantined(string SourceId, Uri Url, string Kind, string Reason) : CrawlEvent(SourceId);

    /// <summary>robots.txt forbids an address.</summary>
    public sealed record Denied(string SourceId, Uri Url, string Rule) : CrawlEvent(SourceId);

    /// <summary>An address could not be fetched; <paramref name="Final"/> where it will not be tried again.</summary>
    public sealed record Failed(string SourceId, Uri Url, string Reason, bool Final) : CrawlEvent(SourceId);

    /// <summary>The host asked, or gave reason, to be left alone; what remains is taken up later.</summary>
    public sealed record PutOff(string SourceId, DateTimeOffset Until, string Reason) : CrawlEvent(SourceId);

    /// <summary>Something an operator should know, though nothing failed.</summary>
    public sealed record Warned(string SourceId, string Message) : CrawlEvent(SourceId);

    /// <summary>A source's round is over.</summary>
    public sealed record SourceFinished(string SourceId, CrawlReport Report) : CrawlEvent(SourceId);
}
