using System.CommandLine;
using System.Text.Json;
using NewsMiner.Api.Exports;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Http;
using NewsMiner.Api.Output;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer trends QUERY…</c>: how often queries were written about, as a small chart with what it means.</summary>
internal static class TrendsCommand
{
    public static Command Create()
    {
        var queries = new Argument<string[]>("QUERY") { Description = $"Words of the search language, up to {TermTrendRequest.MaxQueries} queries; none for all articles.", Arity = ArgumentArity.ZeroOrMore };
        var grain = Choose("--grain", "The length of a period", TrendGrain.Month);
        var measure = Choose("--measure", "What is counted", TrendMeasure.Articles);
        var burst = Choose("--burst", "How bursts are found", BurstForm.Batched);
        var share = new Option<bool>("--share") { Description = "Draw and test the share of the same sources' output instead of the counts." };
        var language = new Option<string>("--language") { Description = "The language of labels and findings: auto (fa on a terminal, en in a pipe), fa or en.", DefaultValueFactory = _ => "auto" };
        language.AcceptOnlyFromAmong("auto", "fa", "en");
        var format = SharedOptions.Format("text", "json", "csv");
        var data = SharedOptions.Data();
        var filters = new FilterOptions();
        var command = new Command("trends", "Counts over time, absolute or as a share, with bursts, spikes, trend and change point.") { queries, grain, measure, burst, share, language, format, data };
        filters.AddTo(command, query: false);
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, folder =>
        {
            if (!filters.TryRead(parse, out var filter)) return Task.FromResult(ExitCode.Usage);
            var request = new TermTrendRequest
            {
                Queries = [.. (parse.GetValue(queries) ?? []).Where(query => !string.IsNullOrWhiteSpace(query))], Filter = filter,
                Grain = Chosen<TrendGrain>(parse.GetValue(grain)!), Measure = Chosen<TrendMeasure>(parse.GetValue(measure)!), Burst = Chosen<BurstForm>(parse.GetValue(burst)!),
                Value = parse.GetValue(share) ? TrendValue.Share : TrendValue.Count,
            };
            var persian = parse.GetValue(language) is "fa" || (parse.GetValue(language) is "auto" && !Console.IsOutputRedirected);
            return Task.FromResult(Print(folder.Index.Trend(request, cancellation), parse.GetValue(format)!, persian, parse.InvocationConfiguration));
        }));
        return command;
    }

    private static int Print(TrendAnswer<TermTrend> answer, string format, bool persian, InvocationConfiguration console)
    {
        if (answer is TrendAnswer<TermTrend>.Rejected { Wrong: var wrong })
        {
            console.Error.WriteLine($"{wrong.MessageFa}\n{wrong.Message}{(wrong.Position is { } at ? $" (position {at + 1})" : "")}");
            return ExitCode.Usage;
        }
        var trend = ((TrendAnswer<TermTrend>.Found)answer).Result;
        if (format == "json") console.Output.WriteLine(JsonSerializer.Serialize(trend, Json.Indented));
        else if (format == "csv") CsvExport.Write(console.Output, TrendTable.Columns, TrendTable.Rows(trend));
        else TrendChart.Draw(trend, persian, console.Output);
        if (trend.Series.Any(series => series.Total > 0)) return ExitCode.Done;
        console.Error.WriteLine(persian ? "هیچ خبری با این پرسش و پالایش نیست" : "nothing matches the query and filter");
        return ExitCode.Incomplete;
    }

    private static Option<string> Choose<T>(string name, string description, T usual) where T : struct, Enum
    {
        var words = Choice.Words<T>();
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", words)}.", DefaultValueFactory = _ => words[Convert.ToInt32(usual, System.Globalization.CultureInfo.InvariantCulture)] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static T Chosen<T>(string word) where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);
}
