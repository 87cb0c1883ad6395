using System.Globalization;

namespace NewsMiner.Extractor.Dates;

/// <summary>A day of the Iranian solar calendar.</summary>
public readonly record struct JalaliDate(int Year, int Month, int Day) : IComparable<JalaliDate>
{
    private static readonly PersianCalendar Calendar = new();

    /// <summary>The Jalali day of a Gregorian one.</summary>
    public static JalaliDate From(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return new(Calendar.GetYear(moment), Calendar.GetMonth(moment), Calendar.GetDayOfMonth(moment));
    }

    /// <summary>The Gregorian day of this one.</summary>
    public DateOnly ToGregorian() => DateOnly.FromDateTime(Calendar.ToDateTime(Year, Month, Day, 0, 0, 0, 0));

    /// <summary>The days of a Jalali month, 29 to 31.</summary>
    public static int DaysInMonth(int year, int month) => Calendar.GetDaysInMonth(year, month);

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
