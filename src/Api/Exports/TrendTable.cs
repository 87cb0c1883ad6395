using NewsMiner.Index.Trends;
using static NewsMiner.Api.Exports.ColumnType;

namespace NewsMiner.Api.Exports;

/// <summary>A period of one of the series of a trend, as a line of JSON or a row of a table has it.</summary>
/// <param name="Query">The query of the series as read; null where all articles are meant.</param>
/// <param name="Grain">The length of the periods.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Period">See <see cref="TrendPoint"/>, as for the rest.</param>
internal sealed record TrendRow(
    string? Query, TrendGrain Grain, TrendMeasure Measure, string Period, DateOnly From, DateOnly To, string FromJalali, string ToJalali,
    long? Count, long Output, double? Share, int Burst);

/// <summary>The numbers of a trend as a table, a row for each query and period: the one table that the verb <c>trends</c> and all exports write.</summary>
internal static class TrendTable
{
    public static readonly IReadOnlyList<ExportColumn<TrendRow>> Columns =
    [
        new("query", row => row.Query, Text, "پرسش"), new("grain", row => Word(row.Grain), Text, "دوره"), new("measure", row => Word(row.Measure), Text, "سنجه"),
        new("period", row => row.Period, Text, "نام دوره"), new("from", row => row.From, Date, "آغاز (میلادی)"), new("to", row => row.To, Date, "پایان (میلادی)"),
        new("fromJalali", row => row.FromJalali, Text, "آغاز"), new("toJalali", row => row.ToJalali, Text, "پایان"),
        new("count", row => row.Count, Integer, "یافته‌ها"), new("output", row => row.Output, Integer, "همهٔ خروجی همین منابع"),
        new("share", row => row.Share, Number, "سهم"), new("burst", row => row.Burst, Integer, "تراز جهش"),
    ];

    public static IEnumerable<TrendRow> Rows(TermTrend trend) => trend.Series.SelectMany(series => series.Points.Select(point => new TrendRow(
        series.Query, trend.Grain, trend.Measure, point.Period, point.From, point.To, point.FromJalali, point.ToJalali, point.Count, point.Output, point.Share, point.Burst)));

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
