using System.Globalization;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Dates;

/// <summary>Days as people type them: a year, a month or a day, Jalali or Gregorian, in any digits, parted by - or /.</summary>
public static class DayText
{
    /// <summary>Years from this one on are Gregorian.</summary>
    private const int FirstGregorianYear = 1700;

    /// <summary>Reads a day; of a year or month the first one, or the last where <paramref name="last"/> says so.</summary>
    /// <param name="text">Such as <c>1402</c>, <c>۱۴۰۲-۰۵</c>, <c>1402/05/10</c> or <c>2023-08-01</c>; Jalali years 1300 to 1500, Gregorian ones 1700 to 2200.</param>
    /// <param name="last">Whether a year or a month stands for its last day.</param>
    /// <param name="day">The Gregorian day; the default where the answer is false.</param>
    /// <returns>Whether the text names a day that exists.</returns>
    public static bool TryParse(string text, bool last, out DateOnly day)
    {
        day = default;
        var parts = Fold.Key(text).Replace('/', '-').Split('-');
        if (parts.Length > 3) return false;
        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        }
        var year = numbers[0];
        var gregorian = year >= FirstGregorianYear;
        if (gregorian ? year > 2200 : year is < 1300 or > 1500) return false;
        var month = parts.Length > 1 ? numbers[1] : last ? 12 : 1;
        if (month is < 1 or > 12) return false;
        var days = gregorian ? DateTime.DaysInMonth(year, month) : JalaliDate.DaysInMonth(year, month);
        var dayOfMonth = parts.Length > 2 ? numbers[2] : last ? days : 1;
        if (dayOfMonth < 1 || dayOfMonth > days) return false;
        day = gregorian ? new(year, month, dayOfMonth) : new JalaliDate(year, month, dayOfMonth).ToGregorian();
        return true;
    }
}
