using System.CommandLine;
using NewsMiner.Crawler.Sources;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer sources list|check</c>: the source list and whether it is right.</summary>
internal static class SourcesCommand
{
    public static Command Create()
    {
        var list = File();
        var show = new Command("list", "Lists the sources with province, family and schedule.") { list };
        show.SetAction(parse =>
        {
            if (Read(parse.GetValue(list)!, parse.InvocationConfiguration) is not { } sources) return ExitCode.Usage;
            foreach (var source in sources.OrderBy(source => source.Province ?? "", StringComparer.Ordinal))
                parse.InvocationConfiguration.Output.WriteLine($"{source.Id}\t{source.Outlet}\t{source.Province ?? "—"}\t{source.Family ?? "—"}\t{source.Site}\t{(source.TriedLive ? "tried" : "not yet tried live")}");
            return sources.Count > 0 ? ExitCode.Done : ExitCode.Incomplete;
        });
        var checkedFile = new Argument<FileInfo>("FILE") { Description = "A source list." };
        var check = new Command("check", "Checks a source list; an error names file, line and entry.") { checkedFile };
        check.SetAction(parse =>
        {
            if (Read(parse.GetValue(checkedFile)!, parse.InvocationConfiguration) is not { } sources) return ExitCode.Incomplete;
            parse.InvocationConfiguration.Output.WriteLine($"{sources.Count} sources, all right");
            return ExitCode.Done;
        });
        return new Command("sources", "The source list.") { show, check };
    }

    /// <summary><c>--sources</c>: the source list to use.</summary>
    public static Option<FileInfo> File() => new("--sources")
    {
        Description = "The source list (JSON); the bundled demo outlets where none is given.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "Demo", "demo-sources.json")),
    };

    /// <summary>The sources of a file, or null after the error was written.</summary>
    public static IReadOnlyList<CrawlSource>? Read(FileInfo file, InvocationConfiguration console)
    {
        try
        {
            return SourceList.Read(file.FullName);
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(bad.Message);
            return null;
        }
    }
}
