using NewsMiner.Extractor.Dates;

namespace NewsMiner.Index.Trends;

/// <summary>How long the periods of a series are; all by the Jalali calendar and Tehran days.</summary>
public enum TrendGrain
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>Saturday to Friday.</summary>
    Week,

    /// <summary>A Jalali month.</summary>
    Month,

    /// <summary>Three Jalali months, spring first.</summary>
    Season,

    /// <summary>A Jalali year.</summary>
    Year,
}

/// <summary>A period of a series.</summary>
/// <param name="Key"><c>1402-05-10</c> for a day, that of its Saturday for a week, <c>1402-05</c>, <c>1402-S2</c>, <c>1402</c>.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
internal sealed record TrendPeriod(TrendGrain Grain, string Key, DateOnly From, DateOnly To)
{
    /// <summary>The period a day lies in.</summary>
    public static TrendPeriod Of(DateOnly day, TrendGrain grain)
    {
        var date = JalaliDate.From(day);
        switch (grain)
        {
            case TrendGrain.Day:
                return new(grain, date.ToString(), day, day);
            case TrendGrain.Week:
                var saturday = day.AddDays(-(((int)day.DayOfWeek + 1) % 7));
                return new(grain, JalaliDate.From(saturday).ToString(), saturday, saturday.AddDays(6));
            case TrendGrain.Month:
                return new(grain, date.ToString()[..7], First(date.Year, date.Month), Last(date.Year, date.Month));
            case TrendGrain.Season:
                var season = (date.Month - 1) / 3;
                return new(grain, $"{date.Year:0000}-S{season + 1}", First(date.Year, season * 3 + 1), Last(date.Year, season * 3 + 3));
            default:
                return new(grain, $"{date.Year:0000}", First(date.Year, 1), Last(date.Year, 12));
        }
    }

    /// <summary>The periods from the one of the first day to the one of the last, without holes.</summary>
    public static IEnumerable<TrendPeriod> Between(DateOnly first, DateOnly last, TrendGrain grain)
    {
        for (var period = Of(first, grain); period.From <= last; period = Of(period.To.AddDays(1), grain)) yield return period;
    }

    /// <summary>How many periods <see cref="Between"/> would give, at least.</summary>
    public static int CountBetween(DateOnly first, DateOnly last, TrendGrain grain) =>
        (last.DayNumber - first.DayNumber) / grain switch { TrendGrain.Day => 1, TrendGrain.Week => 7, TrendGrain.Month => 31, TrendGrain.Season => 93, _ => 366 } + 1;

    public JalaliDate FirstDay => JalaliDate.From(From);

    public string LabelFa => JalaliNames.LabelFa(this);

    public string LabelEn => JalaliNames.LabelEn(this);

    private static DateOnly First(int year, int month) => new JalaliDate(year, month, 1).ToGregorian();

    private static DateOnly Last(int year, int month) => new JalaliDate(year, month, JalaliDate.DaysInMonth(year, month)).ToGregorian();
}
