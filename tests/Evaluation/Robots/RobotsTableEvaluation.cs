using System.Text.Json;
using NewsMiner.Crawler.Robots;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Robots;

/// <summary>Published robots.txt cases: each is met, or listed in <c>declined.tsv</c> with the reason.</summary>
public sealed class RobotsTableEvaluation(ITestOutputHelper output)
{
    [FactWithShared("tables/robots-google.jsonl")]
    public void GoogleReferenceCases() => Measure("robots-google.jsonl", row =>
        (Show(RobotsTxt.Parse(Text(row, "robots")).IsAllowed(Text(row, "ua"), Text(row, "url"))), Show(row.GetProperty("allowed"))));

    [FactWithShared("tables/robots-protego.jsonl")]
    public void ProtegoCases() => Measure("robots-protego.jsonl", row =>
    {
        var robots = RobotsTxt.Parse(Text(row, "robots"));
        var arguments = row.GetProperty("args");
        var expected = row.GetProperty("result");
        var agent = arguments[arguments.GetArrayLength() - 1].GetString()!;
        return row.GetProperty("method").GetString() switch
        {
            "can_fetch" => (Show(robots.IsAllowed(agent, arguments[0].GetString()!)), Show(expected)),
            "crawl_delay" => (Show(robots.CrawlDelay(agent)?.TotalSeconds), Show(expected)),
            "request_rate" => (Show(robots.RequestRate(agent)), expected.ValueKind == JsonValueKind.Null ? "none"
                : $"{expected.GetProperty("requests")}/{expected.GetProperty("seconds")} {Show(expected.GetProperty("start_time"))} {Show(expected.GetProperty("end_time"))}"),
            "visit_time" => (Show(robots.VisitTime(agent)), expected.ValueKind == JsonValueKind.Null ? "none" : $"{expected.GetProperty("start_time")} {expected.GetProperty("end_time")}"),
            var other => throw new InvalidDataException($"robots-protego.jsonl: method '{other}' is not known"),
        };
    });

    private void Measure(string file, Func<JsonElement, (string Got, string Expected)> run)
    {
        var declined = DeclinedRows.Of("Robots/declined.tsv", file);
        var (met, all, line) = (0, 0, 0);
        foreach (var text in File.ReadLines(SharedFiles.Path("tables/" + file)))
        {
            line++;
            using var row = JsonDocument.Parse(text);
            var (got, expected) = run(row.RootElement);
            if (declined.ContainsKey(line.ToString(System.Globalization.CultureInfo.InvariantCulture))) continue;
            all++;
            if (got == expected) met++;
            else output.WriteLine($"{file}:{line}: expected {expected}, got {got}: {text}");
        }
        output.WriteLine($"{file}: {met} of {all} met, {declined.Count} declined");
        Baseline.Hold("crawler", file + " rows met", (double)met / all);
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static string Show(bool allowed) => allowed ? "allowed" : "denied";

    private static string Show(double? seconds) => seconds?.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture) ?? "none";

    private static string Show(RequestRate? rate) => rate is null ? "none" : $"{rate.Requests}/{rate.Period.TotalSeconds} {Show(rate.Hours?.From)} {Show(rate.Hours?.To)}";

    private static string Show(RobotsHours? hours) => hours is null ? "none" : $"{Show(hours.From)} {Show(hours.To)}";

    private static string Show(TimeOnly? time) => time?.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) ?? "none";

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "allowed",
        JsonValueKind.False => "denied",
        JsonValueKind.Null => "none",
        JsonValueKind.Number => Show(value.GetDouble()),
        _ => value.ToString(),
    };
}
