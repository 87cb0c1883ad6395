using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler;

namespace NewsMiner.Benchmarks.Serving;

/// <summary>The server under load on loopback: searches beside an answer that costs nothing, and many listeners to crawl events.</summary>
internal static class ServingBenchmark
{
    private const int AtOnce = 8;

    private const int Events = 50;

    private static readonly (string Name, string Address)[] Questions =
    [
        ("health", "/health/live"), ("search", "/api/search?q={0}"), ("narrowed", "/api/search?q={0}&province=یزد&from=1400"), ("figures", "/api/figures?limit=20"), ("register", "/api/officials/register"),
    ];

    private static readonly string[] Words = ["مددجو", "بهزیستی", "مسکن وام", "توانبخشی", "\"مرکز اورژانس\"", "سالمند OR معلول", "جهیزیه -وام", "دانش‌آموز"];

    public static async Task<int> SearchAsync(int articles, int requests)
    {
        var folder = Directory.CreateTempSubdirectory("newsminer-serving-");
        try
        {
            using var data = DataFolder.Open(folder);
            await SyntheticStore.AddArticlesAsync(data, articles);
            await using var app = await StartAsync(data);
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce }) { BaseAddress = new(app.Urls.First()) };
            Console.WriteLine($"{articles} articles, {requests} requests of a kind, {AtOnce} at once, client and server in one process");
            Console.WriteLine($"{"",-10}{"requests/s",12}{"p50 ms",9}{"p95 ms",9}{"CPU ms",9}{"health = 1",12}");
            double? baseline = null;
            foreach (var (name, address) in Questions)
            {
                await AskAsync(client, address, Math.Max(50, requests / 10));
                var before = Environment.CpuUsage.TotalTime;
                var (took, times) = await AskAsync(client, address, requests);
                // Client and server together; unlike the rest it does not grow where other programs run.
                var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / requests;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10}{requests / took,12:F0}{times[times.Length / 2],9:F1}{times[times.Length * 95 / 100],9:F1}{processor,9:F2}{took / (baseline ??= took),12:F1}"));
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task<int> ListenersAsync(int listeners)
    {
        var folder = Directory.CreateTempSubdirectory("newsminer-listeners-");
        try
        {
            using var data = DataFolder.Open(folder);
            await using var app = await StartAsync(data);
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue, ConnectTimeout = TimeSpan.FromMinutes(2) }) { BaseAddress = new(app.Urls.First()), Timeout = Timeout.InfiniteTimeSpan };
            var hub = app.Services.GetRequiredService<CrawlHub>();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            using var open = new CountdownEvent(listeners);
            var clock = Stopwatch.StartNew();
            var heard = Enumerable.Range(0, listeners).Select(_ => ListenAsync(client, open, stop.Token)).ToArray();
            await Task.Run(() => open.Wait(stop.Token), stop.Token);
            var connected = clock.Elapsed;
            var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / listeners / 1024;
            clock.Restart();
            for (var i = 0; i < Events; i++) hub.Report(new CrawlEvent.Warned("source", i.ToString(CultureInfo.InvariantCulture)));
            var counts = await Task.WhenAll(heard);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{listeners} listeners in {connected.TotalSeconds:F1} s, {held} KB each (both ends); {Events} events to all in {clock.Elapsed.TotalSeconds:F1} s, {listeners * Events / clock.Elapsed.TotalSeconds:F0} a second; {counts.Count(count => count == Events)} heard every one"));
            return counts.All(count => count == Events) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<WebApplication> StartAsync(DataFolder data)
    {
        var app = ApiHost.Build(data.Database, "http://127.0.0.1:0", TimeProvider.System, new() { RequestsPerMinute = 1_000_000, Burst = 1_000_000 });
        await app.StartAsync();
        return app;
    }

    private static async Task<(double Seconds, double[] Milliseconds)> AskAsync(HttpClient client, string address, int requests)
    {
        var times = new double[requests];
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancellation) =>
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(string.Format(CultureInfo.InvariantCulture, address, Uri.EscapeDataString(Words[i % Words.Length])), cancellation);
            response.EnsureSuccessStatusCode();
            await response.Content.CopyToAsync(Stream.Null, cancellation);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        });
        var took = clock.Elapsed.TotalSeconds;
        Array.Sort(times);
        return (took, times);
    }

    /// <summary>Listens until all events were heard; returns how many were.</summary>
    private static async Task<int> ListenAsync(HttpClient client, CountdownEvent open, CancellationToken stop)
    {
        using var response = await client.GetAsync("/api/crawl/events", HttpCompletionOption.ResponseHeadersRead, stop);
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        var heard = 0;
        var isOpen = false;
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(stop))
        {
            if (item.EventType != "warned")
            {
                if (!isOpen) open.Signal();
                isOpen = true;
                continue;
            }
            if (++heard == Events) break;
        }
        return heard;
    }
}
