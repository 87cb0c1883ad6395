using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Exports;

/// <summary>A period of one of the series of a trend.</summary>
internal sealed record TrendRow(TermTrend Trend, TermSeries Series, TrendPoint Point);

/// <summary>The numbers of a trend as a table, a row for each query and period.</summary>
internal static class TrendTable
{
    public static readonly IReadOnlyList<ExportColumn<TrendRow>> Columns =
    [
        new("query", row => row.Series.Query), new("grain", row => Lower(row.Trend.Grain)), new("measure", row => Lower(row.Trend.Measure)),
        new("period", row => row.Point.Period), new("from", row => row.Point.From), new("to", row => row.Point.To),
        new("fromJalali", row => row.Point.FromJalali), new("toJalali", row => row.Point.ToJalali),
        new("count", row => row.Point.Count), new("output", row => row.Point.Output), new("share", row => row.Point.Share), new("burst", row => row.Point.Burst),
    ];

    public static IEnumerable<TrendRow> Rows(TermTrend trend) => trend.Series.SelectMany(series => series.Points.Select(point => new TrendRow(trend, series, point)));

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
