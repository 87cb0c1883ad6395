using System.Collections.Frozen;
using System.Globalization;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Dates;

/// <summary>A calendar that dates are written in.</summary>
public enum CalendarKind
{
    /// <summary>The Iranian solar calendar.</summary>
    Jalali,

    /// <summary>The Gregorian calendar.</summary>
    Gregorian,

    /// <summary>The lunar calendar as announced in Iran.</summary>
    Hijri,
}

/// <summary>Days of years, months and recurring occasions in the three calendars.</summary>
internal static class CalendarSystem
{
    // The tabular calendar of the class library runs a day ahead of what is seen in Iran: a day later it meets 62 of 100 of the
    // announced months and is within a day of 99.
    private const int Sighting = 1;
    private static readonly HijriCalendar Reckoned = new();
    private static readonly FrozenDictionary<int, LunarYear> Announced = LanguageTable.Read("Dates/hijri-months.tsv").ToFrozenDictionary(
        row => row.Int(0),
        row => new LunarYear(DateOnly.ParseExact(row[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), [.. row[2].Split(' ').Select(length => int.Parse(length, CultureInfo.InvariantCulture))]));

    private static readonly DateOnly AnnouncedFrom = Announced.Values.Min(year => year.First);
    private static readonly DateOnly AnnouncedUntil = Announced.Values.Max(year => year.First.AddDays(year.Months.Sum()));

    private sealed record LunarYear(DateOnly First, int[] Months);

    /// <summary>The day, its number cut to the length of the month; null for months and years no calendar has.</summary>
    public static DateOnly? Day(CalendarKind calendar, int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1) return null;
        switch (calendar)
        {
            case CalendarKind.Jalali:
                if (year is < 1 or > 9000) return null;
                return new JalaliDate(year, month, Math.Min(day, JalaliDate.DaysInMonth(year, month))).ToGregorian();
            case CalendarKind.Gregorian:
                if (year is < 1 or > 9000) return null;
                return new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
            default:
                if (year is < 1 or > 9000) return null;
                if (!Announced.TryGetValue(year, out var lunar))
                    return DateOnly.FromDateTime(Reckoned.ToDateTime(year, month, Math.Min(day, Reckoned.GetDaysInMonth(year, month)), 0, 0, 0, 0)).AddDays(Sighting);
                return lunar.First.AddDays(lunar.Months.AsSpan(0, month - 1).Sum() + Math.Min(day, lunar.Months[month - 1]) - 1);
        }
    }

    /// <summary>True for lunar days that no announced month holds.</summary>
    public static bool IsReckoned(DateOnly day) => day < AnnouncedFrom || day >= AnnouncedUntil;

    /// <summary>The year of a day.</summary>
    public static int YearOf(CalendarKind calendar, DateOnly day)
    {
        if (calendar == CalendarKind.Gregorian) return day.Year;
        if (calendar == CalendarKind.Jalali) return JalaliDate.From(day).Year;
        var year = Reckoned.GetYear(day.AddDays(-Sighting).ToDateTime(TimeOnly.MinValue));
        while (Day(CalendarKind.Hijri, year, 1, 1) > day) year--;
        while (Day(CalendarKind.Hijri, year + 1, 1, 1) <= day) year++;
        return year;
    }

    /// <summary>The month of a day.</summary>
    public static (int Year, int Month) MonthOf(CalendarKind calendar, DateOnly day)
    {
        if (calendar == CalendarKind.Jalali) return (JalaliDate.From(day).Year, JalaliDate.From(day).Month);
        if (calendar == CalendarKind.Gregorian) return (day.Year, day.Month);
        var year = YearOf(calendar, day);
        var month = 12;
        while (Day(calendar, year, month, 1) > day) month--;
        return (year, month);
    }

    private static int Sum(this ReadOnlySpan<int> numbers)
    {
        var sum = 0;
        foreach (var number in numbers) sum += number;
        return sum;
    }

    private static int Sum(this Span<int> numbers) => ((ReadOnlySpan<int>)numbers).Sum();
}

/// <summary>Days that return every year of a calendar; a last day before the first lies in the next year.</summary>
internal readonly record struct Yearly(CalendarKind Calendar, int FromMonth, int FromDay, int ToMonth, int ToDay)
{
    public static Yearly WholeYear(CalendarKind calendar) => new(calendar, 1, 1, 12, 31);

    public static Yearly Months(CalendarKind calendar, int first, int last) => new(calendar, first, 1, last, 31);

    /// <summary>The days in one year of the calendar.</summary>
    public DayInterval? In(int year)
    {
        var crosses = (ToMonth, ToDay).CompareTo((FromMonth, FromDay)) < 0;
        return CalendarSystem.Day(Calendar, year, FromMonth, FromDay) is { } from && CalendarSystem.Day(Calendar, crosses ? year + 1 : year, ToMonth, ToDay) is { } to
            ? new(from, to)
            : null;
    }

    /// <summary>The days in the given year, or around the reference day; null where neither is known.</summary>
    public Period? Resolve(int? year, DateOnly? reference)
    {
        if (year is { } known) return In(known) is { } interval ? Period.Fixed(interval) : null;
        if (reference is not { } day) return null;
        var here = CalendarSystem.YearOf(Calendar, day);
        DayInterval? near = null, next = null;
        for (var candidate = here - 1; candidate <= here + 2; candidate++)
        {
            if (In(candidate) is not { } interval) continue;
            if (next is null && interval.To >= day) next = interval;
            if (near is null || Distance(interval, day, candidate == here) < Distance(near.Value, day, near == In(here))) near = interval;
        }
        return near is { } n && next is { } x ? new(n, x) : null;
    }

    // The current year is meant unless the day lies more than eight months away from it.
    private static int Distance(DayInterval interval, DateOnly day, bool current)
    {
        const int EightMonths = 240;
        var distance = day < interval.From ? interval.From.DayNumber - day.DayNumber : Math.Max(0, day.DayNumber - interval.To.DayNumber);
        return current && distance <= EightMonths ? -1 : distance;
    }
}
