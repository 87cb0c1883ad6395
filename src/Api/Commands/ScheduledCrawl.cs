using System.CommandLine;
using System.Globalization;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler;
using NewsMiner.Crawler.Scheduling;
using NewsMiner.Crawler.Sources;

namespace NewsMiner.Api.Commands;

/// <summary>Crawls by the sources' schedules until it is stopped.</summary>
internal static class ScheduledCrawl
{
    /// <summary>The schedule's file in the data folder.</summary>
    public const string FileName = "schedule.db";

    public static async Task<int> RunAsync(DataFolder folder, NewsCrawler crawler, IReadOnlyList<CrawlSource> sources, IProgress<CrawlEvent> progress, CrawlDesk? desk, InvocationConfiguration console, CancellationToken cancellation)
    {
        var byId = sources.ToDictionary(source => source.Id);
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder.Database.Path))!, FileName);
        await using var schedule = await CrawlSchedule.OpenAsync(file, sources, CrawlAsync, TimeProvider.System, cancellation);
        foreach (var state in await schedule.StateAsync(cancellation))
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{state.Source}: next crawl {state.Next:u}{(state.Paused ? ", paused" : "")}"));
        using var reached = desk?.Open(schedule);
        await schedule.StartAsync(cancellation);
        await Task.Delay(Timeout.Infinite, cancellation);
        return ExitCode.Done;

        async Task CrawlAsync(CrawlOccasion occasion, CancellationToken stop)
        {
            if (!byId.TryGetValue(occasion.Source, out var source)) return;
            using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellation);
            var report = await crawler.RunOnceAsync([source], new CrawlRequest(DueOnly: !occasion.ByHand), progress, both.Token);
            if (report.Problems.Count > 0) await console.Error.WriteLineAsync($"{source.Id}: {string.Join("; ", report.Problems)}");
        }
    }
}
