using Microsoft.Extensions.Logging;

namespace NewsMiner.Crawler;

/// <summary>Writes the events of a crawl as structured log entries and passes them on.</summary>
public sealed partial class CrawlLog(ILogger logger, IProgress<CrawlEvent>? next = null) : IProgress<CrawlEvent>
{
    /// <inheritdoc/>
    public void Report(CrawlEvent value)
    {
        switch (value)
        {
            case CrawlEvent.SourceStarted started: Started(logger, started.SourceId, started.Resumed); break;
            case CrawlEvent.Announced read: Announced(logger, read.SourceId, read.Url, read.Addresses, read.NewAddresses); break;
            case CrawlEvent.ArticleCommitted article: Committed(logger, article.SourceId, article.Url, article.Outcome.ToString()); break;
            case CrawlEvent.Quarantined other: Quarantined(logger, other.SourceId, other.Url, other.Kind, other.Reason); break;
            case CrawlEvent.Denied denied: Denied(logger, denied.SourceId, denied.Url, denied.Rule); break;
            case CrawlEvent.Failed failed: Failed(logger, failed.SourceId, failed.Url, failed.Reason, failed.Final); break;
            case CrawlEvent.PutOff off: PutOff(logger, off.SourceId, off.Until, off.Reason); break;
            case CrawlEvent.Warned warned: Warned(logger, warned.SourceId, warned.Message); break;
            case CrawlEvent.SourceFinished finished: Finished(logger, finished.SourceId, finished.Report.ArticlesAdded, finished.Report.Failures, finished.Report.Remaining); break;
        }
        next?.Report(value);
    }

    [LoggerMessage(1, LogLevel.Information, "{Source}: round begun, resumed {Resumed}")]
    private static partial void Started(ILogger logger, string source, bool resumed);

    [LoggerMessage(2, LogLevel.Debug, "{Source}: {Url} announces {Addresses} addresses, {NewAddresses} new")]
    private static partial void Announced(ILogger logger, string source, Uri url, int addresses, int newAddresses);

    [LoggerMessage(3, LogLevel.Debug, "{Source}: {Url} committed, {Outcome}")]
    private static partial void Committed(ILogger logger, string source, Uri url, string outcome);

    [LoggerMessage(4, LogLevel.Warning, "{Source}: {Url} quarantined as {Kind}: {Reason}")]
    private static partial void Quarantined(ILogger logger, string source, Uri url, string kind, string reason);

    [LoggerMessage(5, LogLevel.Information, "{Source}: {Url} is forbidden by robots.txt: {Rule}")]
    private static partial void Denied(ILogger logger, string source, Uri url, string rule);

    [LoggerMessage(6, LogLevel.Warning, "{Source}: {Url} failed: {Reason}; given up {Final}")]
    private static partial void Failed(ILogger logger, string source, Uri url, string reason, bool final);

    [LoggerMessage(7, LogLevel.Information, "{Source}: put off until {Until}: {Reason}")]
    private static partial void PutOff(ILogger logger, string source, DateTimeOffset until, string reason);

    [LoggerMessage(8, LogLevel.Warning, "{Source}: {Message}")]
    private static partial void Warned(ILogger logger, string source, string message);

    [LoggerMessage(9, LogLevel.Information, "{Source}: round over, {Added} articles new, {Failures} failures, {Remaining} addresses left")]
    private static partial void Finished(ILogger logger, string source, int added, int failures, long remaining);
}
