using System.CommandLine;
using NewsMiner.Api.Exports;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Http;
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
        var fold = new Option<bool>("--fold") { Description = "Give a fact that copies of one story share once, as the first publisher has it; without it each copy is a row, with its story." };
        var data = SharedOptions.Data();
        var (filters, series) = (new FilterOptions(), new SeriesOptions());
        var more = new Option<string[]>("--and") { Description = $"For trends: a further query, a series of its own beside that of --q; up to {TermTrendRequest.MaxQueries} in all." };
        var command = new Command("export", "Writes articles, facts or trends as CSV, JSON Lines, a workbook or a data package.") { kind, format, output, bom, site, fold, data, more };
        command.Validators.Add(result =>
        {
            if (result.GetValue(fold) && result.GetValue(kind) is "articles" or "trends" or "pages") result.AddError("--fold is for officials, statements, figures and pledges");
            if ((result.GetValue(kind) == "pages") != (result.GetValue(format) == "warc")) result.AddError("pages are exported with --format warc, and only they are");
        });
        filters.AddTo(command, query: true);
        series.AddTo(command);
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            if (!filters.TryRead(parse, out var filter, FilterValues.Of(parse.GetValue(kind)!))) return ExitCode.Usage;
            TermTrendRequest? trend = null;
            TermTrend? counted = null;
            if (parse.GetValue(kind) == "trends")
            {
                trend = series.Read(parse) with { Queries = [.. (parse.GetValue(more) ?? []).Prepend(filter.Query).OfType<string>()], Filter = filter with { Query = null } };
                if (!folder.Index.Trend(trend, cancellation).IsFound(out counted, out var wrong))
                {
                    await parse.InvocationConfiguration.Error.WriteLineAsync($"{wrong.MessageFa}\n{wrong.Message}");
                    return ExitCode.Usage;
                }
            }
            var file = parse.GetValue(output);
            if (parse.GetValue(kind) == "pages") return await PageArchive.WriteAsync(folder, file, parse.InvocationConfiguration);
            var name = parse.GetValue(format) == "package" ? "zip" : parse.GetValue(format)!;
            var request = new ExportRequest(parse.GetValue(kind)!, name, new() { Filter = filter, FoldCopies = parse.GetValue(fold) }, TimeProvider.System.GetUtcNow(), parse.GetValue(site)!.TrimEnd('/'), parse.GetValue(bom)) { Trend = trend, Counted = counted };
            if (OutputFile.Open(file, parse.InvocationConfiguration.Error) is not { } target) return ExitCode.Incomplete;
            long written;
            await using (target) written = Export.Write(target, request, folder.Store, folder.Index, cancellation);
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{written} rows");
            return written > 0 ? ExitCode.Done : ExitCode.Incomplete;
        }));
        return command;
    }
}
