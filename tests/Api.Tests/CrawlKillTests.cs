using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using NewsMiner.Api.Tests.Native;
using Xunit.Abstractions;

namespace NewsMiner.Api.Tests;

/// <summary>
/// A crawl killed again and again: each article once, and hardly a request more than were needed.
/// With NEWSMINER_KILLS=50 in the environment at full size: 2,000 pages, fifty kills, at most one request in a hundred repeated. Between two
/// requests lie ten milliseconds, where a crawl leaves seconds: without any, a request is in flight at most moments and is asked again.
/// </summary>
public sealed class CrawlKillTests(ITestOutputHelper output)
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("NEWSMINER_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 8;

    private static readonly int Pages = Kills * 40;

    [Fact]
    public Task ACrawlKilledAgainAndAgainLosesNothing() => KillAsync(null);

    [NativeCrawlerFact]
    public Task NorDoesTheNativeCrawler() => KillAsync(NativeCrawler.Program);

    private async Task KillAsync(string? program)
    {
        var asked = new ConcurrentDictionary<string, int>();
        await using var site = await ServeAsync(asked);
        var root = site.Urls.First();
        using var folder = new TemporaryFolder();
        var list = folder.Write("sources.json", $$"""{"sources": [{"id": "site", "outlet": "آزمون", "site": "{{root}}/", "sitemaps": ["/sitemap.xml"], "articles": ["/news/*"]}]}""");
        string[] crawl = ["crawl", "--once", "--data", folder.Path, "--sources", list, "--allow-private", "127.0.0.1", "--delay", "0.01"];
        var random = new Random(1404);
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = asked.Values.Sum();
            using var process = NewsminerProcess.Start(crawl, program: program);
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            while (!process.HasExited && asked.Values.Sum() == before) await Task.Delay(2);
            await Task.Delay(random.Next(0, 700));
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        var (code, printed, error) = await NewsminerProcess.RunAsync(crawl, program: program);
        Assert.True(code == 0, printed + error);
        var repeated = asked.Values.Sum() - (Pages + 2);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Pages} pages, {Kills} kills: {asked.Values.Sum()} requests, {repeated} more than needed ({100.0 * repeated / (Pages + 2):0.00} %)"));
        output.WriteLine($"announcements asked for {asked["/robots.txt"]} and {asked["/sitemap.xml"]} times");
        Assert.Equal([Pages.ToString(CultureInfo.InvariantCulture)], StoreRows.Of(folder.Path, "SELECT count(*) FROM article"));
        Assert.Equal([Pages.ToString(CultureInfo.InvariantCulture)], StoreRows.Of(folder.Path, "SELECT count(*) FROM page"));
        Assert.Equal([Pages.ToString(CultureInfo.InvariantCulture)], StoreRows.Of(folder.Path, "SELECT count(*) FROM frontier WHERE state = 2"));
        Assert.Equal(["ok"], StoreRows.Of(folder.Path, "PRAGMA integrity_check"));
        // A kill costs the one request in flight, at times; few runs are too short to count that by the hundred.
        Assert.InRange(repeated, 0, Kills >= 50 ? Pages / 100 : Kills);
    }

    private static Task<WebApplication> ServeAsync(ConcurrentDictionary<string, int> asked) => LoopbackSite.StartAsync(path =>
    {
        asked.AddOrUpdate(path, 1, (_, count) => count + 1);
        return path switch
        {
            "/robots.txt" => LoopbackSite.Text("text/plain", "User-agent: *\nAllow: /\n"),
            "/sitemap.xml" => LoopbackSite.Sitemap(Pages),
            _ => LoopbackSite.Text("text/html; charset=utf-8", Page(path)),
        };
    });

    private static string Page(string path)
    {
        var number = int.Parse(path.Split('/')[^1], CultureInfo.InvariantCulture);
        return $"""
            <!doctype html><html lang="fa"><head><meta charset="utf-8"><title>خبر {number % 100} از {number / 100}</title><meta property="article:published_time" content="2024-05-01T08:00:00Z"></head>
            <body><article><h1>خبر {number % 100} از {number / 100}</h1><p>مدیرکل بهزیستی استان یزد گفت: {number} خانواده زیر پوشش طرح {number % 97} هستند و کمک‌ها هر ماه پرداخت می‌شود.</p>
            <p>وی افزود: تا پایان سال {number % 50} مرکز دیگر در شهرستان شماره {number % 31} راه‌اندازی خواهد شد.</p></article></body></html>
            """;
    }
}
