using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using NewsMiner.Crawler.Sources;

namespace NewsMiner.Api.Demo;

/// <summary>
/// Serves the bundled outlets as web servers would: one loopback port, the outlet chosen by the Host header (<c>mehrban.localhost</c>),
/// files with entity tags, pages without a charset in the header where their bytes are not UTF-8.
/// </summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html", [".xml"] = "application/xml", [".txt"] = "text/plain; charset=utf-8", [".gz"] = "application/gzip",
        [".json"] = "application/json", [".css"] = "text/css", [".js"] = "text/javascript", [".svg"] = "image/svg+xml", [".rss"] = "application/rss+xml",
    };

    private readonly WebApplication app;

    private DemoServer(WebApplication app, int port)
    {
        this.app = app;
        Port = port;
    }

    /// <summary>The loopback port it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts on a free loopback port.</summary>
    public static async Task<DemoServer> StartAsync(IReadOnlyList<CrawlSource> sources, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var folders = sources.ToDictionary(source => source.Site.Host, DemoOutlets.FolderOf, StringComparer.OrdinalIgnoreCase);
        app.Run(http => folders.TryGetValue(http.Request.Host.Host, out var folder) ? ServeAsync(http, folder) : MissingAsync(http));
        await app.StartAsync(cancellation);
        return new(app, new Uri(app.Urls.First()).Port);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task ServeAsync(HttpContext http, string folder)
    {
        if (FileOf(folder, http.Request) is not { } file)
        {
            await MissingAsync(http);
            return;
        }
        var bytes = await File.ReadAllBytesAsync(file, http.RequestAborted);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
        http.Response.Headers.ETag = tag.ToString();
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var type = ContentTypes.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        http.Response.ContentType = type == "text/html" && IsUtf8(bytes) ? "text/html; charset=utf-8" : type;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>The file of an address: itself, with <c>.html</c> or <c>.xml</c>, or the folder's index; a query is part of the name after «@».</summary>
    private static string? FileOf(string folder, HttpRequest request)
    {
        var path = Uri.UnescapeDataString(request.Path.Value ?? "/").Trim('/');
        if (path.Contains("..", StringComparison.Ordinal) || path.Contains('\0') || path == "outlet.json") return null;
        if (request.QueryString.Value is { Length: > 1 } query) path += "@" + Uri.UnescapeDataString(query[1..]).Replace('/', '_');
        return new[] { path, path + ".html", path + ".xml", Path.Combine(path, "index.html") }
            .Where(name => name.Length > 0)
            .Select(name => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists) ?? OnlyPageIn(Path.Combine(folder, path));
    }

    /// <summary>A news page answers to its number alone, without the words behind it.</summary>
    private static string? OnlyPageIn(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.html").Take(2).ToArray() is [var page] && Path.GetFileName(page) != "index.html" ? page : null;

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static async Task MissingAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync("<!doctype html><html lang=\"fa\" dir=\"rtl\"><title>۴۰۴</title><p>صفحه یافت نشد.</p></html>", http.RequestAborted);
    }
}
