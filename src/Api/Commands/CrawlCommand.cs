using System.CommandLine;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler;
using NewsMiner.Crawler.Sources;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer crawl</c>: the crawler alone, once or by the sources' schedules.</summary>
internal static class CrawlCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var once = new Option<bool>("--once") { Description = "One round, then end." };
        var only = new Option<string?>("--source") { Description = "Only the source of this id." };
        var list = new Option<FileInfo?>("--sources") { Description = $"The source list; by default {DataFolder.SourcesFile} of the data folder, and for --source the bundled list of real outlets ('{SourcesCommand.Real}')." };
        var since = new Option<string?>("--since") { Description = "Walk through the sources' archives from this day (Jalali or Gregorian), once." };
        var settings = new CrawlerSettings();
        var command = new Command("crawl", "Crawls the sources of a source list. (The demo outlets answer only inside `newsminer demo`.)") { data, once, only, list, since };
        settings.AddTo(command);
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            var console = parse.InvocationConfiguration;
            if ((parse.GetValue(list) ?? folder.Sources ?? (parse.GetValue(only) is null ? null : new FileInfo(SourcesCommand.Real))) is not { } file)
            {
                await console.Error.WriteLineAsync($"nothing to crawl: the data folder has no {DataFolder.SourcesFile}. Name a source list with --sources (see `newsminer sources list`), or one source with --source.");
                return ExitCode.Usage;
            }
            if (SourcesCommand.Read(file, console) is not { } sources) return ExitCode.Usage;
            CrawlSource[] chosen = [.. sources.Where(source => parse.GetValue(only) is not { } id || source.Id == id)];
            if (chosen.Length == 0)
            {
                await console.Error.WriteLineAsync($"{file}: has no source '{parse.GetValue(only)}'; see `newsminer sources list`");
                return ExitCode.Usage;
            }
            DateOnly? first = null;
            if (parse.GetValue(since) is { } text)
            {
                if (!DayText.TryParse(text, last: false, out var day))
                {
                    await console.Error.WriteLineAsync($"--since {text}: a day such as 1402-01-01 or 2023-03-21 is expected");
                    return ExitCode.Usage;
                }
                first = day;
            }
            return await RunAsync(folder, chosen, settings.Read(parse), parse.GetValue(once) || first is not null, new(first), console, cancellation);
        }));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder folder, IReadOnlyList<CrawlSource> sources, CrawlerOptions options, bool once, CrawlRequest request, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var crawler = new NewsCrawler(folder.Database, folder.Store, options, TimeProvider.System);
        try
        {
            if (!once) return await ScheduledCrawl.RunAsync(folder, crawler, sources, CrawlProgress.Plain(console.Output), desk: null, console, cancellation);
            var report = await CrawlProgress.ShowAsync(console.Output, progress => crawler.RunOnceAsync(sources, request, progress, cancellation));
            CrawlProgress.Print(console.Output, report);
            return report.Failures == 0 && report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("stopped; what was in flight is taken up by the next start");
            return ExitCode.Incomplete;
        }
    }
}
