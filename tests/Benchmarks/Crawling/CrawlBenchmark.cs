using System.Diagnostics;
using System.Globalization;
using NewsMiner.Crawler;
using NewsMiner.Crawler.Sources;
using NewsMiner.Index.Storage;

namespace NewsMiner.Benchmarks.Crawling;

/// <summary>
/// Our crawler against Scrapy on the same site in the same run, without pauses: pages a second, processor time a page, peak memory. Ours reads,
/// analyses, clusters and commits each page; Scrapy writes title and paragraphs to a file. Then our memory for ten and a hundred thousand addresses.
/// Ours is the crawler within this program, and also the published program that is named, as an operator starts it.
/// </summary>
internal static class CrawlBenchmark
{
    /// <param name="pages">The site's articles.</param>
    /// <param name="program"><c>newsminer</c> or <c>newsminer-crawler</c>, published; null for none.</param>
    public static async Task<int> RunAsync(int pages, string? program)
    {
        await using (var site = await Site.StartAsync(pages))
        {
            var ours = new List<(string Name, Cost Cost)> { ("in this program", await CrawlAsync(site.Root, pages, fetch: true)) };
            if (program is not null) ours.Add((Path.GetFileName(program), await ProgramAsync(program, site.Root, pages)));
            foreach (var (name, cost) in ours) Print(name, pages, cost);
            if (await ScrapyAsync(site.Root) is { } scrapy)
            {
                Print("scrapy", pages, scrapy);
                foreach (var (name, cost) in ours)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: pages/s {scrapy.Wall / cost.Wall:0.00} × Scrapy's, processor time a page {cost.Cpu / scrapy.Cpu:0.00} ×, peak memory {cost.PeakMegabytes / scrapy.PeakMegabytes:0.00} ×"));
            }
        }
        foreach (var addresses in new[] { 10_000, 100_000 })
        {
            await using var site = await Site.StartAsync(addresses);
            var cost = await CrawlAsync(site.Root, addresses, fetch: false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"frontier of {addresses} addresses: {cost.Wall.TotalSeconds:0.0} s, peak memory {cost.PeakMegabytes:0} MB"));
        }
        return 0;
    }

    /// <summary>The crawl of a site, in the process this was started in.</summary>
    public static async Task<int> CrawlAsync(string root, string folder, bool fetch)
    {
        using var database = NewsDatabase.Open(Path.Combine(folder, "newsminer.db"));
        var options = new CrawlerOptions { HostDelay = TimeSpan.Zero, LatencyFactor = 0, MaxAnnouncementPages = 1000, DailyRequestsPerHost = fetch ? 1_000_000 : 15, LongestWait = TimeSpan.Zero };
        options.PrivateHostsAllowed.Add("127.0.0.1");
        using var crawler = new NewsCrawler(database, new NewsStore(database), options, TimeProvider.System);
        var source = new CrawlSource { Id = "site", Outlet = "site", Site = new(root), Sitemaps = ["/sitemap.xml"], Articles = ["/news/*"] };
        var report = await crawler.RunOnceAsync([source], null, CancellationToken.None);
        Console.WriteLine(fetch ? report.ArticlesAdded : report.AddressesDiscovered);
        return 0;
    }

    private static Task<Cost> CrawlAsync(string root, int expected, bool fetch) =>
        MeasureAsync(Environment.ProcessPath!, folder => Self("crawl-child", root, folder, fetch ? "fetch" : "find"), output => output.Trim() == expected.ToString(CultureInfo.InvariantCulture));

    private static Task<Cost> ProgramAsync(string program, string root, int expected) => MeasureAsync(
        program,
        folder =>
        {
            var sources = Path.Combine(folder, "sources.json");
            File.WriteAllText(sources, $$"""{ "sources": [{ "id": "site", "outlet": "site", "site": "{{root}}", "sitemaps": ["/sitemap.xml"], "articles": ["/news/*"] }] }""");
            return ["crawl", "--once", "--sources", sources, "--data", folder, "--delay", "0", "--allow-private", "127.0.0.1"];
        },
        output => output.Contains($"articles {expected} new,", StringComparison.Ordinal));

    /// <summary>A crawl into a folder of its own, by a program that must print what is expected.</summary>
    private static async Task<Cost> MeasureAsync(string program, Func<string, string[]> arguments, Predicate<string> isExpected)
    {
        var folder = Directory.CreateTempSubdirectory("newsminer-benchmark-");
        try
        {
            var cost = await MeasuredProcess.RunAsync(program, arguments(folder.FullName), TimeSpan.FromMinutes(8));
            return isExpected(cost.Output) ? cost : throw new InvalidOperationException($"{program} did not find all: {cost.Output}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Cost?> ScrapyAsync(string root)
    {
        // Debian's Scrapy belongs to the system's Python, which need not be the first one found.
        foreach (var python in new[] { "/usr/bin/python3", "python3" })
        {
            if (await VersionAsync(python) is not { } version) continue;
            Console.WriteLine($"Scrapy {version}");
            var file = Path.GetTempFileName();
            try
            {
                return await MeasuredProcess.RunAsync(python, [Path.Combine(AppContext.BaseDirectory, "Crawling", "scrapy_site.py"), root, file], TimeSpan.FromMinutes(8));
            }
            finally
            {
                File.Delete(file);
            }
        }
        Console.WriteLine("skipped: Scrapy is not installed (Debian: apt-get install python3-scrapy)");
        return null;
    }

    private static async Task<string?> VersionAsync(string python)
    {
        try
        {
            using var probe = Process.Start(new ProcessStartInfo(python, ["-c", "import scrapy; print(scrapy.__version__)"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await probe.WaitForExitAsync();
            return probe.ExitCode == 0 ? (await probe.StandardOutput.ReadToEndAsync()).Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The arguments that start this program again, whether it runs by its own name or through dotnet.</summary>
    private static string[] Self(params string[] arguments) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, typeof(CrawlBenchmark).Assembly.GetName().Name + ".dll"), .. arguments] : arguments;

    private static void Print(string name, int pages, Cost cost) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}: {pages} pages in {cost.Wall.TotalSeconds:0.0} s ({pages / cost.Wall.TotalSeconds:0} pages/s), processor {cost.Cpu.TotalMilliseconds / pages:0.00} ms a page, peak memory {cost.PeakMegabytes:0} MB"));

    /// <summary>The site in its own process.</summary>
    private sealed class Site(Process process, string root) : IAsyncDisposable
    {
        public string Root => root;

        public static async Task<Site> StartAsync(int pages)
        {
            var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Self("site", pages.ToString(CultureInfo.InvariantCulture))) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            return new(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the site did not start"));
        }

        public async ValueTask DisposeAsync()
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
