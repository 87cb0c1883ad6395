using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>Counts articles by Jalali month.</summary>
internal static class MonthTrend
{
    public static TermTrend Count(SqliteConnection connection, ArticleFilter filter)
    {
        var matching = Months(connection, filter);
        var output = Months(connection, filter with { Query = null });
        var points = output.Count == 0 ? [] : Range(output.Keys.Min()!, output.Keys.Max()!).Select(month =>
        {
            var all = output.GetValueOrDefault(month);
            var count = all == 0 ? (long?)null : matching.GetValueOrDefault(month);
            return new TrendPoint(month, FirstDay(month), count, all, all == 0 ? null : (double)count! / all);
        }).ToArray();
        return new(filter.Query, points, "سهم از همهٔ خبرهای همین رسانه‌ها و همین پالایش در همان ماه؛ ماهی که هیچ خبری نبوده خالی است · share of all articles of the same filter in that month; a month without any is blank");
    }

    private static Dictionary<string, long> Months(SqliteConnection connection, ArticleFilter filter)
    {
        var where = FilterSql.For(filter);
        return connection.Rows($"SELECT a.month, count(*) FROM article a WHERE a.month IS NOT NULL AND {where.Condition} GROUP BY 1",
            row => (Month: row.GetString(0), Count: row.GetInt64(1)), [.. where.Parameters]).ToDictionary(row => row.Month, row => row.Count, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Range(string first, string last)
    {
        for (var (year, month) = Parts(first); (year, month).CompareTo(Parts(last)) <= 0; (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1))
            yield return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");
    }

    private static DateOnly FirstDay(string month)
    {
        var (year, number) = Parts(month);
        return new JalaliDate(year, number, 1).ToGregorian();
    }

    private static (int Year, int Month) Parts(string month) =>
        (int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture));
}
