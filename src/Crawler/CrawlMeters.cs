using System.Diagnostics.Metrics;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>What the crawler counts for whoever listens to the meter <c>NewsMiner.Crawler</c>.</summary>
public static class CrawlMeters
{
    /// <summary>The meter's name.</summary>
    public const string Name = "NewsMiner.Crawler";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("newsminer_crawl_requests_total", description: "HTTP answers by source and outcome");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("newsminer_crawl_request_seconds", "s", "From asking a host to its whole answer");

    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("newsminer_crawl_body_bytes_total", "By", "Bodies received, unpacked");

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("newsminer_crawl_articles_total", description: "Articles committed by source and outcome");

    private static readonly Counter<long> Quarantine = Meter.CreateCounter<long>("newsminer_crawl_quarantined_total", description: "Pages put into quarantine by source and kind");

    internal static void Asked(string source, string outcome, TimeSpan took, int bytes)
    {
        Requests.Add(1, new("source", source), new("outcome", outcome));
        Durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("source", source));
        if (bytes > 0) Bytes.Add(bytes, new KeyValuePair<string, object?>("source", source));
    }

    internal static void Committed(string source, CommitOutcome outcome) => Articles.Add(1, new("source", source), new("outcome", outcome.ToString().ToLowerInvariant()));

    internal static void Quarantined(string source, string kind) => Quarantine.Add(1, new("source", source), new("kind", kind));
}
