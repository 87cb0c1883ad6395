namespace NewsMiner.Extractor.Dates;

/// <summary>Steps from a day by Iranian units: weeks run Saturday to Friday, months, seasons and years are Jalali.</summary>
internal static class TimeArithmetic
{
    /// <summary>The day that lies <paramref name="count"/> units from <paramref name="day"/>; the day of the month is cut to its length.</summary>
    public static DateOnly Add(DateOnly day, decimal count, TimeUnit unit)
    {
        count = Math.Clamp(count, -1200, 1200);
        return unit switch
        {
            TimeUnit.Day or TimeUnit.Night => day.AddDays((int)count),
            TimeUnit.Week => day.AddDays((int)(count * 7)),
            TimeUnit.Month => AddMonths(day, (int)count, (int)(count % 1 * 30)),
            TimeUnit.Season => AddMonths(day, (int)(count * 3), 0),
            TimeUnit.Year => AddMonths(day, (int)(count * 12), 0),
            TimeUnit.Decade => AddMonths(day, (int)(Math.Clamp(count, -20, 20) * 120), 0),
            TimeUnit.Century => AddMonths(day, (int)(Math.Clamp(count, -5, 5) * 1200), 0),
            _ => day,
        };
    }

    /// <summary>The whole unit that lies <paramref name="offset"/> units from the one holding the day.</summary>
    public static DayInterval? UnitAt(DateOnly day, int offset, TimeUnit unit)
    {
        var here = JalaliDate.From(day);
        return unit switch
        {
            TimeUnit.Day or TimeUnit.Night => DayInterval.Of(day.AddDays(offset)),
            TimeUnit.Week => DayInterval.WeekOf(day.AddDays(7 * offset)),
            TimeUnit.Month => Months(here.Year, here.Month + offset, 1),
            TimeUnit.Season => Months(here.Year, ((here.Month - 1) / 3 + offset) * 3 + 1, 3),
            TimeUnit.Year => Yearly.WholeYear(CalendarKind.Jalali).In(here.Year + offset),
            TimeUnit.Decade => Years((here.Year / 10 + offset) * 10, 10),
            TimeUnit.Century => Years(((here.Year - 1) / 100 + offset) * 100 + 1, 100),
            _ => null,
        };
    }

    /// <summary>Whole Jalali years.</summary>
    public static DayInterval? Years(int first, int count) =>
        CalendarSystem.Day(CalendarKind.Jalali, first, 1, 1) is { } from && CalendarSystem.Day(CalendarKind.Jalali, first + count - 1, 12, 31) is { } to ? new(from, to) : null;

    /// <summary>Whole Jalali months; a month beyond twelve lies in a later year.</summary>
    public static DayInterval? Months(int year, int first, int count)
    {
        var (y, m) = Carry(year, first);
        var (lastYear, last) = Carry(year, first + count - 1);
        return CalendarSystem.Day(CalendarKind.Jalali, y, m, 1) is { } from && CalendarSystem.Day(CalendarKind.Jalali, lastYear, last, 31) is { } to ? new(from, to) : null;
    }

    private static DateOnly AddMonths(DateOnly day, int months, int days)
    {
        var here = JalaliDate.From(day);
        var (year, month) = Carry(here.Year, here.Month + months);
        return (CalendarSystem.Day(CalendarKind.Jalali, year, month, here.Day) ?? day).AddDays(days);
    }

    private static (int Year, int Month) Carry(int year, int month) =>
        (year + (int)Math.Floor((month - 1) / 12.0), (((month - 1) % 12) + 12) % 12 + 1);
}
