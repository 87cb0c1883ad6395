using System.Net.ServerSentEvents;
using Microsoft.Extensions.DependencyInjection;
using NewsMiner.Crawler;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Tests;

/// <summary>Crawl events as they come over the wire, and the numbers for a monitor.</summary>
public sealed class EventTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task EveryListenerHearsEveryEventFromWhenItCame()
    {
        var hub = api.Services.GetRequiredService<CrawlHub>();
        hub.Report(new CrawlEvent.SourceStarted("before", false));
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var listeners = Enumerable.Range(0, 5).Select(_ => ListenAsync(api.Client, 4, stop.Token)).ToArray();
        await WaitForListenersAsync(5, stop.Token);
        hub.Report(new CrawlEvent.SourceStarted("barkat", false));
        hub.Report(new CrawlEvent.ArticleCommitted("barkat", new("http://outlet.example/1"), "<b>عنوان</b>\nدو سطر", CommitOutcome.Added));
        hub.Report(new CrawlEvent.Warned("barkat", "کند است"));
        foreach (var heard in await Task.WhenAll(listeners))
        {
            Assert.Equal(["alive", "started", "article", "warned"], heard.Select(item => item.EventType));
            Assert.DoesNotContain("before", string.Concat(heard.Select(item => item.Data)), StringComparison.Ordinal);
            Assert.Contains("http://outlet.example/1", heard[2].Data, StringComparison.Ordinal);
        }
        // They left in the middle of a stream, which is no error of the server's.
        await WaitForListenersAsync(0, stop.Token);
        Assert.Empty(api.Errors);
    }

    [Fact]
    public async Task MetricsAreWrittenAsPrometheusReadsThem()
    {
        await api.Client.GetAsync("/api/articles/none");
        await api.Client.GetAsync("/api/export/figures.csv");
        var text = await api.Client.GetStringAsync("/metrics");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.StartsWith("newsminer_http_request_seconds_count{route=\"/api/articles/{id}\",method=\"GET\",status=\"404\"} ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("newsminer_export_rows_total{kind=\"figures\",format=\"csv\"} ", StringComparison.Ordinal));
        Assert.Contains("# TYPE newsminer_http_request_seconds histogram", lines);
        Assert.Contains("# TYPE newsminer_heap_bytes gauge", lines);
        Assert.All(lines.Where(line => line[0] != '#'), line => Assert.Matches("""^[a-z_]+(\{([a-z]+="[^"]*",?)+\})? -?[0-9.E+-]+$""", line));
        // Buckets grow with their bounds up to the count.
        var buckets = lines.Where(line => line.StartsWith("newsminer_http_request_seconds_bucket{route=\"/api/articles/{id}\",method=\"GET\",status=\"404\"", StringComparison.Ordinal)).Select(line => long.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(12, buckets.Length);
    }

    private async Task WaitForListenersAsync(int count, CancellationToken stop)
    {
        while (!(await api.Client.GetStringAsync("/metrics", stop)).Contains($"newsminer_event_listeners {count}\n", StringComparison.Ordinal)) await Task.Delay(20, stop);
    }

    private static async Task<List<SseItem<string>>> ListenAsync(HttpClient client, int count, CancellationToken stop)
    {
        using var response = await client.GetAsync("/api/crawl/events", HttpCompletionOption.ResponseHeadersRead, stop);
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        var heard = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(stop))
        {
            heard.Add(item);
            if (heard.Count == count) break;
        }
        return heard;
    }
}
