using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsMiner.Crawler.Tests.Site;

/// <summary>A web site on a loopback port that answers as a test says and remembers what it was asked.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<SeenRequest> seen = new();

    private TestSite(WebApplication app) => this.app = app;

    /// <summary>Its root address.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. seen];

    /// <summary>How often a path, with its query, was asked for.</summary>
    public int Count(string path) => seen.Count(request => request.Path == path);

    public static async Task<TestSite> StartAsync(Func<HttpContext, Task> answer, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var site = new TestSite(app);
        app.Run(http =>
        {
            site.seen.Enqueue(new(http.Request.Path + http.Request.QueryString.Value, http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), System.Diagnostics.Stopwatch.GetTimestamp()));
            return answer(http);
        });
        await app.StartAsync();
        site.Root = new(app.Urls.First());
        return site;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>A request a site was asked.</summary>
internal sealed record SeenRequest(string Path, IReadOnlyDictionary<string, string> Headers, long At);
