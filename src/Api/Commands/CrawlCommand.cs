using System.CommandLine;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler;
using NewsMiner.Crawler.Sources;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer crawl</c>: the crawler alone, once or round after round.</summary>
internal static class CrawlCommand
{
    /// <summary>The pause between two rounds; each source is asked for news as often at most.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    public static Command Create()
    {
        var data = SharedOptions.Data();
        var once = new Option<bool>("--once") { Description = "One round, then end." };
        var only = new Option<string?>("--source") { Description = "Only the source of this id." };
        var list = SourcesCommand.File();
        var command = new Command("crawl", "Crawls the sources of a source list.") { data, once, only, list };
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            if (SourcesCommand.Read(parse.GetValue(list)!, parse.InvocationConfiguration) is not { } sources) return ExitCode.Usage;
            CrawlSource[] chosen = [.. sources.Where(source => parse.GetValue(only) is not { } id || source.Id == id)];
            if (chosen.Length > 0) return await RunAsync(folder, chosen, parse.GetValue(once), parse.InvocationConfiguration, cancellation);
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{parse.GetValue(list)}: has no source '{parse.GetValue(only)}'; see `newsminer sources list`");
            return ExitCode.Usage;
        }));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder folder, IReadOnlyList<CrawlSource> sources, bool once, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var crawler = new NewsCrawler(folder.Database, folder.Store, new CrawlerOptions(), TimeProvider.System);
        while (true)
        {
            var report = await CrawlProgress.ShowAsync(console.Output, progress => crawler.RunOnceAsync(sources, progress, cancellation));
            CrawlProgress.Print(console.Output, report);
            if (once) return report.Failures == 0 && report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
            await Task.Delay(Pause, cancellation);
        }
    }
}
