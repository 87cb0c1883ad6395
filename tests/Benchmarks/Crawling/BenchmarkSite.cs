using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsMiner.Benchmarks.Crawling;

/// <summary>A site of many articles on a loopback port, in a process of its own so that its work counts for nobody. It ends with its standard input.</summary>
internal static class BenchmarkSite
{
    public static async Task<int> RunAsync(int pages)
    {
        string[][] stories = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", "articles"), "*.json").Order(StringComparer.Ordinal).Select(Read)];
        var parts = Math.Max(1, pages / 10_000);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(http => (http.Request.Path.Value ?? "/") switch
        {
            "/robots.txt" => Send(http, "text/plain", "User-agent: *\nAllow: /\n"),
            "/sitemap.xml" when parts > 1 => Send(http, "application/xml", "<sitemapindex>" + string.Concat(Enumerable.Range(0, parts).Select(part => $"<sitemap><loc>/sitemap-{part}.xml</loc></sitemap>")) + "</sitemapindex>"),
            "/sitemap.xml" => Send(http, "application/xml", Map(0, pages)),
            var path when path.StartsWith("/sitemap-", StringComparison.Ordinal) => Send(http, "application/xml", Map(int.Parse(path[9..^4], CultureInfo.InvariantCulture) * 10_000, 10_000)),
            var path => Send(http, "text/html; charset=utf-8", Page(stories, int.Parse(path[6..], CultureInfo.InvariantCulture))),
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static string Map(int first, int count) =>
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + string.Concat(Enumerable.Range(first, count).Select(i => $"<url><loc>/news/{100_000 + i}</loc></url>")) + "</urlset>";

    /// <summary>A headline of the corpus over paragraphs of many stories, as long as a story of the corpus and unlike every other page.</summary>
    private static string Page(string[][] stories, int number)
    {
        var random = new Random(number);
        var story = stories[random.Next(stories.Length)];
        var page = new StringBuilder($"<!doctype html><html lang=\"fa\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>{story[0]}</title><meta property=\"article:published_time\" content=\"2024-05-01T08:00:00Z\"></head><body><nav>");
        for (var i = 0; i < 40; i++) page.Append(CultureInfo.InvariantCulture, $"<a href=\"/section/{i}\">بخش {i}</a> ");
        page.Append(CultureInfo.InvariantCulture, $"</nav><article><h1>{story[0]}</h1>");
        for (var i = 1; i < story.Length; i++)
        {
            var other = stories[random.Next(stories.Length)];
            page.Append("<p>").Append(other[random.Next(1, other.Length)]).Append("</p>");
        }
        return page.Append("</article></body></html>").ToString();
    }

    private static string[] Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [document.RootElement.GetProperty("title").GetString()!, .. document.RootElement.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()!)];
    }

    private static async Task Send(HttpContext http, string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }
}
