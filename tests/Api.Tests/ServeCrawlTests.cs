using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace NewsMiner.Api.Tests;

/// <summary>One program as it runs on a server: it crawls its source list by schedule while it answers.</summary>
public sealed class ServeCrawlTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task WhatAnOutletPublishesIsFoundWithoutAnybodyAsking()
    {
        var published = 2;
        await using var outlet = await ServeAsync(() => published);
        using var folder = new TemporaryFolder();
        folder.Write("sources.json", $$"""{"sources": [{"id": "outlet", "outlet": "آزمون", "site": "{{outlet.Urls.First()}}/", "sitemaps": ["/sitemap.xml"], "articles": ["/news/*"], "schedule": "* * * * * ?"}]}""");
        await using var program = await ServingAsync(folder, "--allow-private", "127.0.0.1", "--delay", "0");
        using var client = new HttpClient { BaseAddress = new(program.Address) };
        await UntilAsync(async () => await TotalAsync(client) == 2);
        // An outlet that has just been read is left alone for a while, unless somebody asks for it.
        published = 5;
        client.DefaultRequestHeaders.Add("X-API-Key", await KeyAsync(folder));
        (await client.PostAsync("/api/crawl/schedule/outlet/crawl", null)).EnsureSuccessStatusCode();
        await UntilAsync(async () => await TotalAsync(client) == 5);
        Assert.Equal("outlet", (await client.GetFromJsonAsync<JsonElement>("/api/crawl/schedule")).GetProperty("sources").EnumerateArray().Single().GetProperty("source").GetString());
    }

    [Fact]
    public async Task NoCrawlServesAlone()
    {
        var asked = 0;
        await using var outlet = await ServeAsync(() => ++asked);
        using var folder = new TemporaryFolder();
        folder.Write("sources.json", $$"""{"sources": [{"id": "outlet", "outlet": "آزمون", "site": "{{outlet.Urls.First()}}/", "sitemaps": ["/sitemap.xml"], "articles": ["/news/*"], "schedule": "* * * * * ?"}]}""");
        await using var program = await ServingAsync(folder, "--no-crawl", "--allow-private", "127.0.0.1", "--delay", "0");
        using var client = new HttpClient { BaseAddress = new(program.Address) };
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.False((await client.GetFromJsonAsync<JsonElement>("/api/crawl/schedule")).GetProperty("crawls").GetBoolean());
        Assert.Equal((0, 0), (await TotalAsync(client), asked));
    }

    private static async Task<string> KeyAsync(TemporaryFolder folder)
    {
        var (_, printed, _) = await NewsminerProcess.RunAsync(["keys", "add", "گرداننده", "--scope", "admin", "--data", folder.Path]);
        return printed.Trim();
    }

    private static async Task<int> TotalAsync(HttpClient client) => (await client.GetFromJsonAsync<JsonElement>("/api/articles")).GetProperty("total").GetInt32();

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await reached()) await Task.Delay(100, patience.Token);
    }

    private static async Task<ServingProgram> ServingAsync(TemporaryFolder folder, params string[] options)
    {
        var process = NewsminerProcess.Start(["serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0", .. options]);
        _ = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("serving ", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new(process, line["serving ".Length..]);
        }
        throw new InvalidOperationException("the program ended before it served");
    }

    private static Task<WebApplication> ServeAsync(Func<int> published) => LoopbackSite.StartAsync(path => path switch
    {
        "/robots.txt" => LoopbackSite.Text("text/plain", "User-agent: *\nAllow: /\n"),
        "/sitemap.xml" => LoopbackSite.Sitemap(published()),
        _ => LoopbackSite.Text("text/html; charset=utf-8", Page(path.Split('/')[^1])),
    });

    private static string Page(string number) => $"""
        <!doctype html><html lang="fa"><head><meta charset="utf-8"><title>طرح شماره {number} بهزیستی یزد</title><meta property="article:published_time" content="2024-05-01T08:00:00Z"></head>
        <body><article><h1>طرح شماره {number} بهزیستی یزد</h1><p>مدیرکل بهزیستی استان یزد گفت: {number} خانواده زیر پوشش این طرح هستند و کمک‌ها هر ماه پرداخت می‌شود.</p>
        <p>وی افزود: تا پایان سال {number} مرکز دیگر در شهرستان‌ها راه‌اندازی خواهد شد و نام‌نویسی از هفته آینده آغاز می‌شود.</p></article></body></html>
        """;

    private sealed class ServingProgram(System.Diagnostics.Process process, string address) : IAsyncDisposable
    {
        public string Address => address;

        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
