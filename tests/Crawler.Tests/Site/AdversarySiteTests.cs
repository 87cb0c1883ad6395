using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsMiner.Crawler.Tests.Site;

/// <summary>A site that does everything wrong a site can do; each trap with what the crawler does about it.</summary>
public sealed class AdversarySiteTests
{
    [Fact]
    public async Task ReadsAnHonestSiteAndSaysWhoAsks()
    {
        await using var site = await Serve(http => http.Html(Answers.Article("خبر درست")), "/news/1", "/news/2");
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal((2, 0, 0), (report.ArticlesAdded, report.Failures, report.Quarantined));
        Assert.Empty(report.Problems);
        Assert.All(site.Seen, request => Assert.StartsWith("NewsMiner/1.0 (+http", request.Headers["User-Agent"], StringComparison.Ordinal));
        Assert.All(site.Seen, request => Assert.False(request.Headers.ContainsKey("Cookie")));
    }

    [Fact]
    public async Task AStormOf429IsWaitedOutAndNothingIsLost()
    {
        var asked = 0;
        await using var site = await Serve(http =>
        {
            if (Interlocked.Increment(ref asked) is > 3 and < 8) return http.Status(asked % 2 == 0 ? 429 : 503);
            return http.Html(Answers.Article("خبر " + http.Request.Path));
        }, [.. Enumerable.Range(1, 8).Select(i => $"/news/{i}")]);
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal(8, report.ArticlesAdded);
        Assert.Equal(0, report.Quarantined);
        // Put off, the crawler slows down: no two requests after the storm stand as close as before it.
        var times = site.Seen.Where(request => request.Path.StartsWith("/news", StringComparison.Ordinal)).Select(request => request.At).ToList();
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(times[^2], times[^1]) > TimeSpan.FromMilliseconds(90));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RetryAfterIsObeyedInSecondsAndAsADate(bool date)
    {
        var first = true;
        await using var site = await Serve(http =>
        {
            if (!first) return http.Html(Answers.Article("خبر"));
            first = false;
            http.Response.Headers.RetryAfter = date ? TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "1";
            return http.Status(503);
        }, "/news/1");
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal(1, report.ArticlesAdded);
        var times = site.Seen.Where(request => request.Path == "/news/1").Select(request => request.At).ToList();
        Assert.Equal(2, times.Count);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(times[0], times[1]) > TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task ALongRetryAfterEndsTheRoundIsCappedAndOutlivesARestart()
    {
        await using var site = await Serve(http =>
        {
            http.Response.Headers.RetryAfter = "99999999";
            return http.Status(429);
        }, "/news/1", "/news/2");
        using var bench = new CrawlBench();
        bench.Options.LongestRetryAfter = TimeSpan.FromHours(2);
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal(2, report.Remaining);
        var until = bench.Events.OfType<CrawlEvent.PutOff>().Single().Until;
        Assert.InRange(until - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(100), TimeSpan.FromHours(2.5));
        var before = site.Seen.Count;
        await bench.RunAsync(CrawlBench.Source(site) with { Feeds = [], ListPages = ["/none"], Enabled = true });
        Assert.True(site.Seen.Count <= before + 1);
        Assert.Equal(1, site.Seen.Count(request => request.Path.StartsWith("/news", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ASlowTrickleIsCutOffAndGivenUpAfterItsAttempts()
    {
        await using var site = await Serve(async http =>
        {
            http.Response.ContentType = "text/html";
            for (var i = 0; i < 200; i++)
            {
                await http.Response.WriteAsync("<p>", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(50, http.RequestAborted);
            }
        }, "/news/1");
        using var bench = new CrawlBench();
        bench.Options.FetchTimeout = TimeSpan.FromMilliseconds(300);
        bench.Options.MaxAttempts = 2;
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal((2, 1, 0), (report.Failures, report.Quarantined, report.ArticlesAdded));
        Assert.Contains("no whole answer", bench.Store.Quarantined().Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndlessRedirectsEnd()
    {
        await using var site = await Serve(http => http.Redirect("/news/1?hop=1" + http.Request.Query["hop"]), "/news/1");
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal(1, report.Quarantined);
        Assert.Contains("redirects", bench.Store.Quarantined().Single().Reason, StringComparison.Ordinal);
        Assert.InRange(site.Seen.Count(request => request.Path.StartsWith("/news", StringComparison.Ordinal)), 2, bench.Options.MaxRedirects + 1);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task ARedirectToAnotherPlaceIsNotFollowed(string target)
    {
        await using var site = await Serve(http => http.Redirect(target), "/news/1");
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal((1, 0), (report.Quarantined, report.PagesFetched));
    }

    [Fact]
    public async Task ARedirectToAnotherPortOfThisMachineIsNotFollowed()
    {
        await using var secret = await TestSite.StartAsync(http => http.Html(Answers.Article("راز")));
        await using var site = await Serve(http => http.Redirect(secret.Root + "news/1"), "/news/1");
        using var bench = new CrawlBench();
        await bench.RunAsync(CrawlBench.Source(site));
        Assert.Empty(secret.Seen);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task ThisMachineIsNotAskedUnlessAllowed(string host)
    {
        await using var site = await Serve(http => http.Html(Answers.Article("خبر")), "/news/1");
        using var bench = new CrawlBench();
        bench.Options.PrivateHostsAllowed.Clear();
        var report = await bench.RunAsync(CrawlBench.Source(site) with { Site = new($"http://{host}:{site.Root.Port}/") });
        Assert.Empty(site.Seen);
        Assert.NotEmpty(report.Problems);
    }

    [Fact]
    public async Task ARobotsFileThatRedirectsToThisMachineIsNotFollowed()
    {
        await using var secret = await TestSite.StartAsync(http => http.Text("User-agent: *\nDisallow:"));
        await using var site = await TestSite.StartAsync(http => http.Request.Path == "/robots.txt" ? http.Redirect($"http://localhost:{secret.Root.Port}/robots.txt") : http.Html(Answers.Article("خبر")));
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Empty(secret.Seen);
        Assert.Equal(0, report.PagesFetched);
    }

    [Fact]
    public async Task AnEncodedBombIsNotUnpackedWhole()
    {
        var bomb = Zip(new byte[64 << 20]);
        await using var site = await Serve(http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return http.Send("text/html", bomb);
        }, "/news/1");
        using var bench = new CrawlBench();
        bench.Options.MaxDecompressedBytes = 1 << 20;
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal((1, 1), (report.Failures, report.Quarantined));
        Assert.Contains("unpacked", bench.Store.Quarantined().Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASitemapBombIsReportedAndTheRestGoesOn()
    {
        var bomb = Zip(new byte[64 << 20]);
        await using var site = await TestSite.StartAsync(http => http.Request.Path.Value switch
        {
            "/robots.txt" => http.Status(404),
            "/bomb.xml.gz" => http.Send("application/gzip", bomb),
            "/feed" => http.Xml(Answers.Feed("/news/1")),
            _ => http.Html(Answers.Article("خبر")),
        });
        using var bench = new CrawlBench();
        bench.Options.MaxDecompressedBytes = 1 << 20;
        var report = await bench.RunAsync(CrawlBench.Source(site) with { Sitemaps = ["/bomb.xml.gz"] });
        Assert.Equal(1, report.ArticlesAdded);
        Assert.Contains(report.Problems, problem => problem.Contains("bomb.xml.gz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnEndlessBodyIsCutOff()
    {
        await using var site = await Serve(async http =>
        {
            http.Response.ContentType = "text/html";
            var block = new byte[64 * 1024];
            for (var i = 0; i < 4000 && !http.RequestAborted.IsCancellationRequested; i++) await http.Response.Body.WriteAsync(block, http.RequestAborted);
        }, "/news/1");
        using var bench = new CrawlBench();
        bench.Options.MaxBodyBytes = 1 << 20;
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal((1, 1), (report.Failures, report.Quarantined));
    }

    [Fact]
    public async Task AWrongCharsetInTheHeaderDoesNotSpoilTheText()
    {
        await using var site = await Serve(http => http.Send("text/html; charset=iso-8859-1", Encoding.UTF8.GetBytes(Answers.Article("کمک به مددجویان"))), "/news/1");
        using var bench = new CrawlBench();
        await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal("کمک به مددجویان", bench.Articles.Single().Title);
    }

    [Fact]
    public async Task SessionIdsDoNotMultiplyAnArticle()
    {
        await using var site = await TestSite.StartAsync(http => http.Request.Path.Value switch
        {
            "/robots.txt" => http.Status(404),
            "/feed" => http.Xml(Answers.Feed(Enumerable.Range(0, 30).Select(i => $"/news/7/عنوان-خبر?PHPSESSID={i}&amp;utm_source=rss"))),
            _ => http.Html(Answers.Article("خبر")),
        });
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal((1, 1), (report.PagesFetched, report.ArticlesAdded));
    }

    [Fact]
    public async Task ACalendarWithoutEndIsLeftAfterItsBound()
    {
        await using var site = await TestSite.StartAsync(http => http.Request.Path.Value switch
        {
            "/robots.txt" => http.Status(404),
            "/archive" => http.Html($"<a href='/news/{int.Parse(http.Request.Query["d"].FirstOrDefault() ?? "0", System.Globalization.CultureInfo.InvariantCulture) % 3}'>خبر تازه استان</a><a rel='next' href='/archive?d={int.Parse(http.Request.Query["d"].FirstOrDefault() ?? "0", System.Globalization.CultureInfo.InvariantCulture) + 1}'>روز بعد</a>"),
            _ => http.Html(Answers.Article("خبر " + http.Request.Path)),
        });
        using var bench = new CrawlBench();
        bench.Options.MaxAnnouncementPages = 12;
        var report = await bench.RunAsync(CrawlBench.Source(site) with { Feeds = [], ListPages = ["/archive"] });
        Assert.Equal((3, 12), (report.ArticlesAdded, site.Seen.Count(request => request.Path.StartsWith("/archive", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task PagesThatOnlyPretendToBeArticlesAreQuarantinedWithTheReason()
    {
        await using var site = await Serve(http => http.Request.Path.Value switch
        {
            "/news/1" => http.Html("<html><title>خطای ۴۰۴ - صفحه یافت نشد</title><body><h1>۴۰۴</h1><p>صفحه مورد نظر یافت نشد</p></body></html>"),
            "/news/2" => http.Html("<html><title>Just a moment...</title><body><script src='/cdn-cgi/challenge-platform/x.js'></script></body></html>"),
            _ => http.Html(Answers.Article("خبر")),
        }, "/news/1", "/news/2", "/news/3");
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal((1, 2), (report.ArticlesAdded, report.Quarantined));
        Assert.Equal(["challenge", "missing"], bench.Store.Quarantined().Select(entry => entry.Kind).Order());
    }

    [Fact]
    public async Task APageThatClaimsToBeAnotherSiteOrTheHomePageKeepsItsOwnAddress()
    {
        await using var site = await Serve(http => http.Html(Answers.Article("خبر " + http.Request.Path).Replace("<title>", $"<link rel=\"canonical\" href=\"{(http.Request.Path == "/news/1" ? "/" : "https://other.example/news/1")}\"><title>", StringComparison.Ordinal)), "/news/1", "/news/2");
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal(2, report.ArticlesAdded);
        Assert.All(bench.Articles, article => Assert.Equal(site.Root.Port, article.CanonicalUrl!.Port));
    }

    [Fact]
    public async Task AHostThatOnlyFailsIsLeftAlone()
    {
        await using var site = await Serve(http => http.Status(500), [.. Enumerable.Range(1, 40).Select(i => $"/news/{i}")]);
        using var bench = new CrawlBench();
        bench.Options.CircuitFailures = 5;
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.InRange(site.Seen.Count(request => request.Path.StartsWith("/news", StringComparison.Ordinal)), 4, 6);
        Assert.Equal(40, report.Remaining);
    }

    internal static Task<TestSite> Serve(Func<HttpContext, Task> page, params string[] links) => TestSite.StartAsync(http => http.Request.Path.Value switch
    {
        "/robots.txt" => http.Status(404),
        "/feed" => http.Xml(Answers.Feed(links)),
        "/none" => http.Status(404),
        _ => page(http),
    });

    private static byte[] Zip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes);
        return target.ToArray();
    }
}
