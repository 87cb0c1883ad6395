using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using NewsMiner.Api.Demo;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer demo</c>: serves the bundled outlets on a loopback port, crawls them over HTTP, then serves API and page.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var urls = ServeCommand.Urls();
        var once = new Option<bool>("--once") { Description = "Crawl and end, without serving." };
        var command = new Command("demo", "Crawls the bundled demo outlets over HTTP and serves what it found.") { data, urls, once };
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration,
            folder => RunAsync(folder, parse.GetValue(urls)!, parse.GetValue(once), parse.InvocationConfiguration, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder folder, string urls, bool once, InvocationConfiguration console, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var sources = DemoOutlets.Sources;
        await using var server = await DemoServer.StartAsync(sources, cancellation);
        var options = new CrawlerOptions { HostDelay = TimeSpan.Zero, FirstRetryDelay = TimeSpan.FromSeconds(1), LatencyFactor = 0 };
        foreach (var source in sources) options.HostAddresses[source.Site.Host] = new(IPAddress.Loopback, server.Port);
        using var crawler = new NewsCrawler(folder.Database, folder.Store, options, TimeProvider.System);
        var report = await CrawlProgress.ShowAsync(console.Output, progress => crawler.RunOnceAsync(sources, progress, cancellation));
        CrawlProgress.Print(console.Output, report);
        var counts = folder.Store.Counts();
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"store {folder.Database.Path}: {counts.Outlets} outlets, {counts.Pages} pages, {counts.Articles} articles, {counts.Officials} officials, {counts.Statements} statements, {counts.Figures} figures, {counts.Pledges} pledges, {counts.Quarantined} quarantined"));
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ready after {clock.Elapsed.TotalSeconds:F1} s"));
        if (once) return report.Failures == 0 && report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
        return await ServeCommand.RunAsync(folder, urls, [], new(), new(), console, cancellation);
    }
}
