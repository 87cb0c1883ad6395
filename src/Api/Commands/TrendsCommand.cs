using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Output;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer trends QUERY</c>: articles a Jalali month, as a small chart.</summary>
internal static class TrendsCommand
{
    private const int BarWidth = 40;

    public static Command Create()
    {
        var query = new Argument<string?>("QUERY") { Description = "Words of the search language; none for all articles.", Arity = ArgumentArity.ZeroOrOne };
        var format = SharedOptions.Format("text", "json");
        var data = SharedOptions.Data();
        var filters = new FilterOptions();
        var command = new Command("trends", "Counts articles a Jalali month, absolute and as a share.") { query, format, data };
        filters.AddTo(command, query: false);
        command.SetAction((parse, _) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration, folder =>
        {
            if (!filters.TryRead(parse, out var filter)) return Task.FromResult(ExitCode.Usage);
            var trend = folder.Index.Trend(filter with { Query = parse.GetValue(query) });
            if (parse.GetValue(format) == "json") parse.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(trend, Json.Indented));
            else Draw(trend, parse.InvocationConfiguration.Output);
            return Task.FromResult(trend.Points.Count > 0 ? ExitCode.Done : ExitCode.Incomplete);
        }));
        return command;
    }

    private static void Draw(TermTrend trend, TextWriter output)
    {
        var most = trend.Points.Max(point => point.Count) ?? 0;
        foreach (var point in trend.Points)
        {
            var bar = point.Count is { } count && most > 0 ? new string('█', (int)Math.Round((double)count / most * BarWidth)) : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{point.Month}  {(point.Count is { } n ? n.ToString(CultureInfo.InvariantCulture) : "–"),6}  {(point.Share is { } share ? share.ToString("P1", CultureInfo.InvariantCulture) : "–"),8}  {bar}"));
        }
        output.WriteLine(trend.Denominator);
    }
}
