using NewsMiner.Api.Output;
using NewsMiner.Index.Trends;
using static NewsMiner.Api.Exports.ColumnType;

namespace NewsMiner.Api.Exports;

/// <summary>A period of one of the series of a trend.</summary>
/// <param name="Query">The series' query; null for all articles.</param>
/// <param name="Grain">How long a period is.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Point">The period's numbers.</param>
internal sealed record TrendRow(string? Query, TrendGrain Grain, TrendMeasure Measure, [property: Flatten] TrendPoint Point);

/// <summary>The numbers of a trend as a table, a row for each query and period.</summary>
internal static class TrendTable
{
    public static readonly IReadOnlyList<ExportColumn<TrendRow>> Columns =
    [
        new("query", row => row.Query, Text, "پرسش"), new("grain", row => Lower(row.Grain), Text, "گام"), new("measure", row => Lower(row.Measure), Text, "چه چیزی شمرده شده"),
        new("period", row => row.Point.Period, Text, "دوره"), new("month", row => row.Point.Month, Text, "ماه آغاز"),
        new("from", row => row.Point.From, Date, "آغاز (میلادی)"), new("to", row => row.Point.To, Date, "پایان (میلادی)"), new("fromJalali", row => row.Point.FromJalali, Text, "آغاز"), new("toJalali", row => row.Point.ToJalali, Text, "پایان"),
        new("count", row => row.Point.Count, Integer, "یافته‌ها"), new("output", row => row.Point.Output, Integer, "همهٔ خروجی همین رسانه‌ها"), new("share", row => row.Point.Share, Number, "سهم"),
        new("burst", row => row.Point.Burst, Integer, "پلهٔ فوران"),
    ];

    public static IEnumerable<TrendRow> Rows(TermTrend trend) => trend.Series.SelectMany(series => series.Points.Select(point => new TrendRow(series.Query, trend.Grain, trend.Measure, point)));

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
