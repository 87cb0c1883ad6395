using System.Collections.Concurrent;
using System.Globalization;
using NewsMiner.Crawler;
using Spectre.Console;

namespace NewsMiner.Api.Commands;

/// <summary>Shows a crawl while it works: one bar a source on a terminal, plain lines in a pipe.</summary>
internal static class CrawlProgress
{
    private static readonly string[] FactKinds = ["official", "statement", "figure", "pledge"];

    /// <summary>Runs a crawl and shows its events.</summary>
    public static Task<CrawlReport> ShowAsync(TextWriter output, Func<IProgress<CrawlEvent>, Task<CrawlReport>> crawl) =>
        Console.IsOutputRedirected ? crawl(new Lines(output)) : BarsAsync(crawl);

    /// <summary>Events as plain lines.</summary>
    public static IProgress<CrawlEvent> Plain(TextWriter output) => new Lines(output);

    /// <summary>What a round did, in lines.</summary>
    public static void Print(TextWriter output, CrawlReport report)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"outlets {report.Sources}, requests {report.Requests}, pages {report.PagesFetched} ({report.PagesUnchanged} unchanged), denied by robots.txt {report.RobotsDenied}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"articles {report.ArticlesAdded} new, {report.ArticlesUpdated} updated, {report.ArticlesUnchanged} unchanged; quarantined {report.Quarantined}, failures {report.Failures}"));
        output.WriteLine("facts " + string.Join(", ", FactKinds.Select(kind => $"{kind}s {report.FactsByKind.GetValueOrDefault(kind)}")));
        foreach (var problem in report.Problems) output.WriteLine("problem: " + problem);
    }

    private static Task<CrawlReport> BarsAsync(Func<IProgress<CrawlEvent>, Task<CrawlReport>> crawl) =>
        AnsiConsole.Progress().HideCompleted(false).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new SpinnerColumn()).StartAsync(context => crawl(new Bars(context)));

    private sealed class Bars(ProgressContext context) : IProgress<CrawlEvent>
    {
        private readonly ConcurrentDictionary<string, ProgressTask> tasks = new();

        public void Report(CrawlEvent value)
        {
            var task = tasks.GetOrAdd(value.SourceId, id => context.AddTask(id, maxValue: 1));
            switch (value)
            {
                case CrawlEvent.Announced announced:
                    task.MaxValue += announced.NewAddresses;
                    break;
                case CrawlEvent.ArticleCommitted or CrawlEvent.Quarantined:
                    task.Increment(1);
                    break;
                case CrawlEvent.SourceFinished:
                    task.Value = task.MaxValue;
                    break;
            }
        }
    }

    private sealed class Lines(TextWriter output) : IProgress<CrawlEvent>
    {
        public void Report(CrawlEvent value)
        {
            var line = value switch
            {
                CrawlEvent.SourceStarted started => $"{value.SourceId}: {(started.Resumed ? "taken up where it was cut off" : "started")}",
                CrawlEvent.Announced announced => $"{value.SourceId}: {announced.Url.PathAndQuery}: {announced.Addresses} addresses, {announced.NewAddresses} new",
                CrawlEvent.Quarantined quarantined => $"{value.SourceId}: quarantined {quarantined.Url}: {quarantined.Reason}",
                CrawlEvent.Failed failed => $"{value.SourceId}: failed {failed.Url}: {failed.Reason}",
                CrawlEvent.Denied denied => $"{value.SourceId}: robots.txt forbids {denied.Url.PathAndQuery}: {denied.Rule}",
                CrawlEvent.Warned warned => $"{value.SourceId}: {warned.Message}",
                CrawlEvent.PutOff off => string.Create(CultureInfo.InvariantCulture, $"{value.SourceId}: put off until {off.Until:u}: {off.Reason}"),
                CrawlEvent.SourceFinished finished => $"{value.SourceId}: finished, {finished.Report.ArticlesAdded} new articles",
                _ => null,
            };
            if (line is null) return;
            lock (output) output.WriteLine(line);
        }
    }
}
