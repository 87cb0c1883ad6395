using System.CommandLine;
using NewsMiner.Api.Demo;
using NewsMiner.Crawler;
using NewsMiner.Crawler.Sources;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer sources list|check</c>: the source list and whether it is right.</summary>
internal static class SourcesCommand
{
    /// <summary>The word for the bundled list of real outlets.</summary>
    public const string Real = "real";

    public static Command Create()
    {
        var list = File();
        var show = new Command("list", "Lists the sources by province, with family and whether a crawl of it was seen to succeed.") { list };
        show.SetAction(parse =>
        {
            if (Read(parse.GetValue(list)!, parse.InvocationConfiguration) is not { } sources) return ExitCode.Usage;
            foreach (var source in sources.OrderBy(source => source.Province ?? "", StringComparer.Ordinal))
                parse.InvocationConfiguration.Output.WriteLine($"{source.Id}\t{source.Outlet}\t{source.Province ?? "—"}\t{source.Family ?? "—"}\t{source.Site}\t{(source.TriedLive ? "tried" : "not yet tried live")}");
            return sources.Count > 0 ? ExitCode.Done : ExitCode.Incomplete;
        });
        var subject = new Argument<string>("ID|FILE") { Description = "A source of the list to try, or a source list to check." };
        var allow = new Option<string[]>("--allow-private") { Description = "A host that may lie on this machine or in a private network, for trying things out.", AllowMultipleArgumentsPerToken = true };
        var check = new Command("check", "Checks a source list, naming file, line and entry of an error; or tries one source without keeping anything: robots.txt, what its announcements hold, what its first article gives.") { subject, list, allow };
        check.SetAction((parse, cancellation) => CheckAsync(parse.GetValue(subject)!, parse.GetValue(list)!, parse.GetValue(allow) ?? [], parse.InvocationConfiguration, cancellation));
        return new Command("sources", "The source list.") { show, check };
    }

    /// <summary><c>--sources</c>: the source list to use.</summary>
    private static Option<FileInfo> File() =>
        new("--sources") { Description = $"The source list (JSON), or '{Real}' for the bundled list of real outlets.", DefaultValueFactory = _ => new(Real) };

    /// <summary>The sources of a file, or null after the error was written.</summary>
    public static IReadOnlyList<CrawlSource>? Read(FileInfo file, InvocationConfiguration console)
    {
        try
        {
            return file.Name == Real && !file.Exists ? SourceList.Bundled : SourceList.Read(file.FullName);
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(bad.Message);
            return null;
        }
    }

    private static async Task<int> CheckAsync(string subject, FileInfo list, string[] allowed, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (System.IO.File.Exists(subject))
        {
            if (Read(new(subject), console) is not { } read) return ExitCode.Incomplete;
            await console.Output.WriteLineAsync($"{read.Count} sources, all right");
            return ExitCode.Done;
        }
        if (Read(list, console) is not { } sources) return ExitCode.Usage;
        if (sources.FirstOrDefault(source => source.Id == subject) is not { } chosen)
        {
            await console.Error.WriteLineAsync(DemoOutlets.Sources.FirstOrDefault(source => source.Id == subject) is { } demo
                ? $"{subject}: a demo outlet; its address {demo.Site} answers only inside `newsminer demo`"
                : $"{subject}: neither a file nor a source of {list}; see `newsminer sources list`");
            return ExitCode.Usage;
        }
        var options = new CrawlerOptions();
        foreach (var host in allowed) options.PrivateHostsAllowed.Add(host);
        var trial = await SourceTrial.RunAsync(chosen, options, TimeProvider.System, cancellation);
        foreach (var line in trial.Lines) await console.Output.WriteLineAsync(line);
        return trial.Succeeded ? ExitCode.Done : ExitCode.Incomplete;
    }
}
