using System.Globalization;
using NewsMiner.Index.Trends;

namespace NewsMiner.Index.Tests.Trends;

/// <summary>Jalali periods of Tehran days.</summary>
public sealed class TrendPeriodTests
{
    public static TheoryData<string[]> Rows => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Trends", "periods.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];

    [Theory, MemberData(nameof(Rows))]
    public void ADayLiesInItsPeriod(string[] row)
    {
        var period = TrendPeriod.Of(Day(row[0]), Enum.Parse<TrendGrain>(row[1]));
        Assert.Equal<string[]>(row[2..], [period.Key, Text(period.From), Text(period.To), period.LabelFa, period.LabelEn]);
    }

    [Theory]
    [InlineData(TrendGrain.Day), InlineData(TrendGrain.Week), InlineData(TrendGrain.Month), InlineData(TrendGrain.Season), InlineData(TrendGrain.Year)]
    public void PeriodsFollowEachOtherWithoutHoles(TrendGrain grain)
    {
        var (first, last) = (Day("2019-02-03"), Day("2026-11-15"));
        TrendPeriod[] periods = [.. TrendPeriod.Between(first, last, grain)];
        Assert.InRange(first, periods[0].From, periods[0].To);
        Assert.InRange(last, periods[^1].From, periods[^1].To);
        Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
        Assert.Equal(periods.Length, periods.DistinctBy(period => period.Key).Count());
        Assert.True(TrendPeriod.CountBetween(first, last, grain) <= periods.Length + 1);
        // Each day of a period gives that period.
        Assert.All(periods.Take(20), period => Assert.All(Enumerable.Range(0, period.To.DayNumber - period.From.DayNumber + 1), i => Assert.Equal(period, TrendPeriod.Of(period.From.AddDays(i), grain))));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
