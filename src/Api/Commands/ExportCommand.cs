using System.CommandLine;
using NewsMiner.Api.Exports;
using NewsMiner.Api.Hosting;
using NewsMiner.Index.Search;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer export KIND</c>: all rows of a kind that the filter means.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "One of: " + string.Join(", ", Export.Kinds) + ", or pages (with --format warc): the kept pages as a web archive." };
        kind.AcceptOnlyFromAmong([.. Export.Kinds, "pages"]);
        var format = SharedOptions.Format("csv", "jsonl", "xlsx", "package", "warc");
        var output = new Option<FileInfo?>("--output", "-o") { Description = "The file to write; standard output where it is not given." };
        var bom = new Option<bool>("--bom") { Description = "Begin with a byte order mark, so that Excel opens Persian CSV right." };
        var site = new Option<string>("--site") { Description = "The address of the page, for links to marked sentences.", DefaultValueFactory = _ => ServeCommand.DefaultUrls };
        var data = SharedOptions.Data();
        var queries = new Option<string[]>("--q") { Description = $"Words of the search language; for trends up to {TermTrendRequest.MaxQueries} times, a series each." };
        var series = new SeriesOptions();
        var filters = new FilterOptions();
        var command = new Command("export", "Writes articles, facts or trends as CSV, JSON Lines, a workbook or a data package.") { kind, format, output, bom, site, data, queries };
        filters.AddTo(command, query: false);
        series.AddTo(command);
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            if (!filters.TryRead(parse, out var filter)) return ExitCode.Usage;
            string[] asked = [.. (parse.GetValue(queries) ?? []).Where(query => !string.IsNullOrWhiteSpace(query))];
            TermTrend? trend = null;
            if (parse.GetValue(kind) == "trends")
            {
                var answer = folder.Index.Trend(series.Read(parse) with { Queries = asked, Filter = filter }, cancellation);
                if (answer is TrendAnswer<TermTrend>.Rejected rejected) return await Refused(parse, SeriesOptions.Message(rejected));
                trend = ((TrendAnswer<TermTrend>.Found)answer).Result;
            }
            else
            {
                if (asked.Length > 1) return await Refused(parse, "only trends take more than one --q");
                filter = filter with { Query = asked.FirstOrDefault() };
                if (QueryCheck.Problem(filter.Query) is { } wrong) return await Refused(parse, $"{wrong.MessageFa}\n{wrong.Message} (position {wrong.Position + 1})");
            }
            var file = parse.GetValue(output);
            if ((parse.GetValue(kind) == "pages") != (parse.GetValue(format) == "warc"))
            {
                return await Refused(parse, "pages are exported with --format warc, and only they are");
            }
            if (parse.GetValue(kind) == "pages") return await PageArchive.WriteAsync(folder, file, parse.InvocationConfiguration);
            var name = parse.GetValue(format) == "package" ? "zip" : parse.GetValue(format)!;
            var request = new ExportRequest(parse.GetValue(kind)!, name, new() { Filter = filter }, TimeProvider.System.GetUtcNow(), parse.GetValue(site)!.TrimEnd('/'), parse.GetValue(bom)) { Trend = trend };
            if (OutputFile.Open(file, parse.InvocationConfiguration.Error) is not { } target) return ExitCode.Incomplete;
            long written;
            await using (target) written = Export.Write(target, request, folder.Store, folder.Index, cancellation);
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{written} rows");
            return written > 0 ? ExitCode.Done : ExitCode.Incomplete;
        }));
        return command;
    }

    private static async Task<int> Refused(ParseResult parse, string why)
    {
        await parse.InvocationConfiguration.Error.WriteLineAsync(why);
        return ExitCode.Usage;
    }
}
