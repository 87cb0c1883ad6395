using System.CommandLine;
using System.Text.Json;
using NewsMiner.Api.Exports;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Output;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer trends QUERY…</c>: how often queries were written about, as a small chart with what it means.</summary>
internal static class TrendsCommand
{
    public static Command Create()
    {
        var queries = new Argument<string[]>("QUERY") { Description = $"Words of the search language, up to {TermTrendRequest.MaxQueries} queries; none for all articles.", Arity = ArgumentArity.ZeroOrMore };
        var series = new SeriesOptions();
        var language = new Option<string>("--language") { Description = "The language of labels and findings: auto (fa on a terminal, en in a pipe), fa or en.", DefaultValueFactory = _ => "auto" };
        language.AcceptOnlyFromAmong("auto", "fa", "en");
        var format = SharedOptions.Format("text", "json", "csv");
        var data = SharedOptions.Data();
        var filters = new FilterOptions();
        var command = new Command("trends", "Counts over time, absolute or as a share, with bursts, spikes, trend and change point.") { queries, language, format, data };
        series.AddTo(command);
        filters.AddTo(command, query: false);
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, folder =>
        {
            if (!filters.TryRead(parse, out var filter)) return Task.FromResult(ExitCode.Usage);
            var request = series.Read(parse) with { Queries = [.. (parse.GetValue(queries) ?? []).Where(query => !string.IsNullOrWhiteSpace(query))], Filter = filter };
            var persian = parse.GetValue(language) is "fa" || (parse.GetValue(language) is "auto" && !Console.IsOutputRedirected);
            return Task.FromResult(Print(folder.Index.Trend(request, cancellation), parse.GetValue(format)!, persian, parse.InvocationConfiguration));
        }));
        return command;
    }

    private static int Print(TrendAnswer<TermTrend> answer, string format, bool persian, InvocationConfiguration console)
    {
        if (!answer.IsFound(out var trend, out var wrong))
        {
            console.Error.WriteLine($"{wrong.MessageFa}\n{wrong.Message}{(wrong.Position is { } at ? $" (position {at + 1})" : "")}");
            return ExitCode.Usage;
        }
        if (format == "json") console.Output.WriteLine(JsonSerializer.Serialize(trend, Json.Indented));
        else if (format == "csv") CsvExport.Write(console.Output, TrendTable.Columns, TrendTable.Rows(trend));
        else TrendChart.Draw(trend, persian, console.Output);
        if (trend.Series.Any(series => series.Total > 0)) return ExitCode.Done;
        console.Error.WriteLine(persian ? "هیچ خبری با این پرسش و پالایش نیست" : "nothing matches the query and filter");
        return ExitCode.Incomplete;
    }
}
