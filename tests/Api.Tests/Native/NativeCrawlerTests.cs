using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace NewsMiner.Api.Tests.Native;

/// <summary>The native crawler keeps the same as <c>newsminer crawl</c>: it is the same code, but what a compiler without reflection leaves out shows only when it runs.</summary>
public sealed class NativeCrawlerTests
{
    private static readonly string[] Kept =
    [
        "SELECT id, hex(digest), outlet, province, city, published, topics FROM article ORDER BY id",
        "SELECT id, fact_kind, body FROM fact ORDER BY id, body",
        "SELECT url, kind, reason FROM quarantine ORDER BY url",
        "SELECT url, status, hex(body) FROM page ORDER BY url",
        "SELECT identity, url, state, attempts, reason FROM frontier ORDER BY identity",
        "SELECT article.id, hex(signature) FROM article_signature JOIN article ON article.number = article_signature.article ORDER BY article.id",
    ];

    [NativeCrawlerFact]
    public async Task KeepsWhatNewsminerKeeps()
    {
        await using var site = await ServeAsync();
        using var ours = new TemporaryFolder();
        using var native = new TemporaryFolder();
        var (code, output, error) = await NewsminerProcess.RunAsync(Crawl(ours, site));
        Assert.True(code is 0 or 1, output + error);
        // The second crawl meets only what it knows: the kept articles are read back and compared.
        for (var round = 0; round < 2; round++)
        {
            var ran = await NewsminerProcess.RunAsync(Crawl(native, site), program: NativeCrawler.Program);
            Assert.True(ran.ExitCode == (round == 0 ? code : 0), ran.Output + ran.Error);
            foreach (var query in Kept) Assert.Equal(StoreRows.Of(ours.Path, query), StoreRows.Of(native.Path, query));
        }
        Assert.True(StoreRows.Of(native.Path, Kept[0]).Count > 50);
        Assert.Equal("ok", StoreRows.Of(native.Path, "PRAGMA integrity_check").Single());
    }

    [NativeCrawlerFact]
    public async Task CrawlsBySchedule()
    {
        await using var site = await ServeAsync();
        using var folder = new TemporaryFolder();
        using var process = NewsminerProcess.Start([.. Crawl(folder, site).Where(argument => argument != "--once")], program: NativeCrawler.Program);
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line && !line.StartsWith("site: finished", StringComparison.Ordinal))
            {
            }
            Assert.False(process.HasExited, "it ended: " + (process.HasExited ? await process.StandardError.ReadToEndAsync(limit.Token) : ""));
            Assert.True(StoreRows.Of(folder.Path, Kept[0]).Count > 50);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [NativeCrawlerFact]
    public async Task SaysWhatIsWrong()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("sources.json", "{\"sources\": [{\"id\": \"A b\", \"outlet\": \"x\",\n \"site\": \"http://a.example/\"}]}");
        var (code, _, error) = await NewsminerProcess.RunAsync(["crawl", "--once", "--data", folder.Path, "--sources", list], program: NativeCrawler.Program);
        Assert.Equal(2, code);
        Assert.Contains("sources.json:1: source 'A b'", error, StringComparison.Ordinal);
        (code, _, error) = await NewsminerProcess.RunAsync(["crawl", "--delay", "601"], program: NativeCrawler.Program);
        Assert.Equal((2, "--delay 601: 0 to 600 seconds are expected\nSee: newsminer-crawler crawl --help\n"), (code, error));
        using var other = new TemporaryFolder();
        other.Write("newsminer.db", "no store at all, but a file of some length");
        (code, _, error) = await NewsminerProcess.RunAsync(["retry", "--data", other.Path], program: NativeCrawler.Program);
        Assert.Equal(1, code);
        Assert.Contains("newsminer.db", error, StringComparison.Ordinal);
    }

    private static string[] Crawl(TemporaryFolder folder, WebApplication site) =>
    [
        "crawl", "--once", "--data", folder.Path, "--allow-private", "127.0.0.1", "--delay", "0", "--sources",
        folder.Write("list.json", $$"""{"sources": [{"id": "site", "outlet": "آزمون", "site": "{{site.Urls.First()}}/", "sitemaps": ["/sitemap.xml"], "articles": ["/news/*"], "schedule": "* * * * * ?"}]}"""),
    ];

    /// <summary>The pages of the demo outlets as those of one site.</summary>
    private static Task<WebApplication> ServeAsync()
    {
        string[] pages = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus", "outlets"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return LoopbackSite.StartAsync(path => path switch
        {
            "/robots.txt" => LoopbackSite.Text("text/plain", "User-agent: *\nAllow: /\n"),
            "/sitemap.xml" => LoopbackSite.Sitemap(pages.Length),
            _ => ("text/html", File.ReadAllBytes(pages[int.Parse(path.Split('/')[^1], CultureInfo.InvariantCulture) - 10001])),
        });
    }
}
