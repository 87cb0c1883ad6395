using NewsMiner.Crawler.Tests.Site;

namespace NewsMiner.Crawler.Tests.Fetching;

/// <summary>The manners towards a host, over HTTP.</summary>
public sealed class MannersTests
{
    [Theory]
    [InlineData(200, "User-agent: *\nDisallow: /news/2", 1)]
    [InlineData(404, "", 2)]
    [InlineData(403, "", 2)]
    [InlineData(410, "", 2)]
    [InlineData(500, "", 0)]
    [InlineData(503, "", 0)]
    [InlineData(429, "", 0)]
    [InlineData(200, "<!doctype html><html>User-agent: *\nDisallow: /</html>", 2)]
    [InlineData(200, "\uFEFF  <html>", 2)]
    [InlineData(200, "", 2)]
    public async Task RobotsDecideWhatIsFetched(int status, string robots, int fetched)
    {
        await using var site = await TestSite.StartAsync(http => http.Request.Path.Value switch
        {
            "/robots.txt" => status == 200 ? http.Text(robots) : http.Status(status),
            "/feed" => http.Xml(Answers.Feed("/news/1", "/news/2")),
            _ => http.Html(Answers.Article("خبر " + http.Request.Path)),
        });
        using var bench = new CrawlBench();
        bench.Options.LongestWait = TimeSpan.FromMilliseconds(300);
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal(fetched, report.PagesFetched);
        Assert.Equal(fetched, report.ArticlesAdded);
    }

    [Fact]
    public async Task ASilentRobotsFileMeansHandsOffAfterItsOwnShortTime()
    {
        await using var site = await TestSite.StartAsync(http => http.Request.Path == "/robots.txt" ? Task.Delay(TimeSpan.FromSeconds(20), http.RequestAborted) : http.Xml(Answers.Feed("/news/1")));
        using var bench = new CrawlBench();
        (bench.Options.RobotsTimeout, bench.Options.LongestWait) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(300));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
        Assert.Equal(0, site.Seen.Count(request => request.Path != "/robots.txt"));
        Assert.Contains(report.Problems, problem => problem.Contains("robots.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RobotsAreReadOnceADayAlsoAfterARestart()
    {
        await using var site = await AdversarySiteTests.Serve(http => http.Html(Answers.Article("خبر")), "/news/1");
        using var bench = new CrawlBench();
        await bench.RunAsync(CrawlBench.Source(site));
        await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal(1, site.Count("/robots.txt"));
    }

    [Fact]
    public async Task TheHostIsAskedOneAtATimeWithThePauseItAsksFor()
    {
        var (now, most) = (0, 0);
        await using var site = await TestSite.StartAsync(async http =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20);
            Interlocked.Decrement(ref now);
            await (http.Request.Path.Value switch
            {
                "/robots.txt" => http.Text("User-agent: *\nCrawl-delay: 0.3"),
                "/feed" => http.Xml(Answers.Feed("/news/1", "/news/2", "/news/3")),
                _ => http.Html(Answers.Article("خبر " + http.Request.Path)),
            });
        });
        using var bench = new CrawlBench();
        await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal(1, most);
        var times = site.Seen.Select(request => request.At).ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(pair.First, pair.Second) > TimeSpan.FromMilliseconds(290)));
    }

    [Fact]
    public async Task ALongerPauseThanGrantedIsReported()
    {
        await using var site = await TestSite.StartAsync(http => http.Request.Path.Value switch
        {
            "/robots.txt" => http.Text("User-agent: *\nCrawl-delay: 600"),
            "/feed" => http.Xml(Answers.Feed("/news/1")),
            _ => http.Html(Answers.Article("خبر")),
        });
        using var bench = new CrawlBench();
        bench.Options.LongestCrawlDelay = TimeSpan.FromMilliseconds(100);
        await bench.RunAsync(CrawlBench.Source(site));
        Assert.Contains("600 s", Assert.Single(bench.Events.OfType<CrawlEvent.Warned>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDaysBudgetEndsTheRound()
    {
        await using var site = await AdversarySiteTests.Serve(http => http.Html(Answers.Article("خبر " + http.Request.Path)), [.. Enumerable.Range(1, 9).Select(i => $"/news/{i}")]);
        using var bench = new CrawlBench();
        bench.Options.DailyRequestsPerHost = 6;
        var report = await bench.RunAsync(CrawlBench.Source(site));
        // robots.txt, the feed, and four pages.
        Assert.Equal((6, 4, 5L), (site.Seen.Count, report.ArticlesAdded, report.Remaining));
        Assert.Contains(report.Problems, problem => problem.Contains("budget", StringComparison.Ordinal));
    }

    [Fact]
    public async Task QuietHoursAreKept()
    {
        await using var site = await AdversarySiteTests.Serve(http => http.Html(Answers.Article("خبر")), "/news/1");
        using var bench = new CrawlBench();
        var hour = TimeProvider.System.GetUtcNow().ToOffset(new(3, 30, 0)).Hour;
        await bench.RunAsync(CrawlBench.Source(site) with { QuietHours = $"{hour:00}:00-{(hour + 1) % 24:00}:30" });
        Assert.Empty(site.Seen);
        Assert.Single(bench.Events.OfType<CrawlEvent.PutOff>());
    }

    [Fact]
    public async Task AnUnchangedFeedCostsNoBodyAndALyingOneIsNotBelieved()
    {
        var edition = 1;
        var lies = false;
        await using var site = await TestSite.StartAsync(http =>
        {
            if (http.Request.Path == "/robots.txt") return http.Status(404);
            if (http.Request.Path != "/feed") return http.Html(Answers.Article("خبر " + http.Request.Path));
            http.Response.Headers.ETag = "\"always\"";
            if (http.Request.Headers.IfNoneMatch == "\"always\"" && !lies) return http.Status(304);
            return http.Xml(Answers.Feed($"/news/{edition}"));
        });
        using var bench = new CrawlBench();
        Assert.Equal(1, (await bench.RunAsync(CrawlBench.Source(site))).ArticlesAdded);
        edition = 2;
        // The server insists that nothing changed, until it is asked without conditions.
        var added = 0;
        for (var round = 0; round < 8; round++) added += (await bench.RunAsync(CrawlBench.Source(site))).ArticlesAdded;
        Assert.Equal(1, added);
        edition = 3;
        Assert.Equal(1, (await bench.RunAsync(CrawlBench.Source(site))).ArticlesAdded);
        Assert.False(site.Seen.Last(request => request.Path == "/feed").Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task AChangedArticleIsFetchedAgainAndItsOlderTextKept()
    {
        var (stamp, text) = ("2024-05-01", "یک");
        await using var site = await TestSite.StartAsync(http => http.Request.Path.Value switch
        {
            "/robots.txt" => http.Status(404),
            "/sitemap.xml" => http.Xml($"<urlset><url><loc>/news/1</loc><lastmod>{stamp}</lastmod></url></urlset>"),
            _ => http.Html(Answers.Article("خبر", $"مدیرکل بهزیستی استان یزد گفت: {text} مرکز تازه در استان گشایش یافت و به مددجویان خدمت می‌دهد.")),
        });
        using var bench = new CrawlBench();
        var source = CrawlBench.Source(site) with { Feeds = [], Sitemaps = ["/sitemap.xml"] };
        await bench.RunAsync(source);
        (stamp, text) = ("2024-05-02", "دو");
        Assert.Equal(1, (await bench.RunAsync(source)).ArticlesUpdated);
        Assert.Contains("یک مرکز", bench.Store.Versions(bench.Articles.Single().Id).Single().Text, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.RunAsync(source)).PagesFetched);
    }

    [Fact]
    public async Task ARedirectWithinTheSiteIsFollowedWhereItsRobotsAllow()
    {
        await using var site = await TestSite.StartAsync(http => http.Request.Path.Value switch
        {
            "/robots.txt" => http.Text("User-agent: *\nDisallow: /closed/"),
            "/feed" => http.Xml(Answers.Feed("/news/1", "/news/2")),
            "/news/1" => http.Redirect("/open/1"),
            "/news/2" => http.Redirect("/closed/2"),
            _ => http.Html(Answers.Article("خبر")),
        });
        using var bench = new CrawlBench();
        var report = await bench.RunAsync(CrawlBench.Source(site));
        Assert.Equal((1, 1, 0), (report.ArticlesAdded, report.RobotsDenied, site.Count("/closed/2")));
    }

    [Fact]
    public async Task QuarantinedAddressesAreTriedAgainWhenAsked()
    {
        var broken = true;
        await using var site = await AdversarySiteTests.Serve(http => broken ? http.Status(404) : http.Html(Answers.Article("خبر")), "/news/1");
        using var bench = new CrawlBench();
        Assert.Equal(1, (await bench.RunAsync(CrawlBench.Source(site))).Quarantined);
        broken = false;
        Assert.Equal(0, (await bench.RunAsync(CrawlBench.Source(site))).PagesFetched);
        using (var crawler = new NewsCrawler(bench.Database, bench.Store, bench.Options, bench.Time)) Assert.Equal(1, await crawler.RetryAsync(entry => entry.Kind == "failed", default));
        Assert.Equal(1, (await bench.RunAsync(CrawlBench.Source(site))).ArticlesAdded);
        Assert.Empty(bench.Store.Quarantined());
    }

    [Fact]
    public async Task AnArchiveIsWalkedSinceADayAndNotTwice()
    {
        await using var site = await TestSite.StartAsync(http => http.Request.Path.Value switch
        {
            "/robots.txt" => http.Status(404),
            "/archive" => http.Html(http.Request.Query["p"] == "1" ? $"<a href='/news/{http.Request.Query["d"].ToString().Replace("/", "", StringComparison.Ordinal)}1'>خبری از استان</a>" : ""),
            _ => http.Html(Answers.Article("خبر " + http.Request.Path)),
        });
        using var bench = new CrawlBench();
        var source = CrawlBench.Source(site) with { Feeds = [], Archive = "/archive?d={from}&p={page}" };
        var since = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(new(3, 30, 0)).DateTime).AddDays(-4);
        Assert.Equal(5, (await bench.RunAsync(source, new(since))).ArticlesAdded);
        Assert.Equal(10, site.Seen.Count(request => request.Path.StartsWith("/archive", StringComparison.Ordinal)));
        Assert.Equal(0, (await bench.RunAsync(source, new(since))).Requests);
    }
}
