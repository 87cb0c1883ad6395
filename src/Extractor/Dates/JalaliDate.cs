using System.Globalization;

namespace NewsMiner.Extractor.Dates;

/// <summary>A day of the Iranian solar calendar.</summary>
public readonly record struct JalaliDate(int Year, int Month, int Day) : IComparable<JalaliDate>
{
    // Between these years the leap years follow each other in cycles of 33 years (K. M. Borkowski, "The Persian calendar
    // for 3000 years", 1996); outside them the astronomical reckoning of the class library is asked.
    private const int FirstYear = 1210, LastYear = 1633, Cycle = 33;
    private static readonly PersianCalendar Calendar = new();
    private static readonly int[] NewYears = FindNewYears();

    /// <summary>The Jalali day of a Gregorian one.</summary>
    public static JalaliDate From(DateOnly day)
    {
        if (day.DayNumber >= NewYears[0] && day.DayNumber < NewYears[^1])
        {
            var year = (day.DayNumber - NewYears[0]) / 366;
            while (NewYears[year + 1] <= day.DayNumber) year++;
            var ofYear = day.DayNumber - NewYears[year];
            return ofYear < 186 ? new(FirstYear + year, ofYear / 31 + 1, ofYear % 31 + 1) : new(FirstYear + year, (ofYear - 186) / 30 + 7, (ofYear - 186) % 30 + 1);
        }
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return new(Calendar.GetYear(moment), Calendar.GetMonth(moment), Calendar.GetDayOfMonth(moment));
    }

    /// <summary>The Gregorian day of this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public DateOnly ToGregorian()
    {
        if (Year is < FirstYear or > LastYear) return DateOnly.FromDateTime(Calendar.ToDateTime(Year, Month, Day, 0, 0, 0, 0));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Day >= 1 && Day <= DaysInMonth(Year, Month), true, nameof(Day));
        return DateOnly.FromDayNumber(NewYears[Year - FirstYear] + (Month <= 7 ? 31 * (Month - 1) : 186 + 30 * (Month - 7)) + Day - 1);
    }

    /// <summary>The days of a Jalali month, 29 to 31.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12.</exception>
    public static int DaysInMonth(int year, int month)
    {
        if (year is < FirstYear or > LastYear) return Calendar.GetDaysInMonth(year, month);
        ArgumentOutOfRangeException.ThrowIfNotEqual(month is >= 1 and <= 12, true, nameof(month));
        return month <= 6 ? 31 : month < 12 || IsLeap(year) ? 30 : 29;
    }

    private static bool IsLeap(int year) => year % Cycle is 1 or 5 or 9 or 13 or 17 or 22 or 26 or 30;

    private static int[] FindNewYears()
    {
        var days = new int[LastYear - FirstYear + 2];
        // 1 Farvardin 1300 was 21 March 1921.
        days[1300 - FirstYear] = new DateOnly(1921, 3, 21).DayNumber;
        for (var year = 1300; year <= LastYear; year++) days[year + 1 - FirstYear] = days[year - FirstYear] + (IsLeap(year) ? 366 : 365);
        for (var year = 1299; year >= FirstYear; year--) days[year - FirstYear] = days[year + 1 - FirstYear] - (IsLeap(year) ? 366 : 365);
        return days;
    }

    /// <inheritdoc/>
    public int CompareTo(JalaliDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");

    /// <summary>True where the first comes earlier.</summary>
    public static bool operator <(JalaliDate left, JalaliDate right) => left.CompareTo(right) < 0;

    /// <summary>True where the first comes later.</summary>
    public static bool operator >(JalaliDate left, JalaliDate right) => left.CompareTo(right) > 0;

    /// <summary>True where the first is not later.</summary>
    public static bool operator <=(JalaliDate left, JalaliDate right) => left.CompareTo(right) <= 0;

    /// <summary>True where the first is not earlier.</summary>
    public static bool operator >=(JalaliDate left, JalaliDate right) => left.CompareTo(right) >= 0;
}
