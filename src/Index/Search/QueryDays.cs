using System.Globalization;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Search;

/// <summary>Days in a query: Jalali or Gregorian years, months and days, ranges of them, and «سال 1401».</summary>
internal static class QueryDays
{
    /// <summary>Years from this one on are Gregorian.</summary>
    private const int FirstGregorianYear = 1700;

    /// <summary>The days that stand here; null inside where they look like days but are none, null outside where they do not.</summary>
    public static (QueryNode.Days? Days, int End)? At(string text, int at)
    {
        var end = QueryLexer.EndOfWord(text, at);
        var word = text[at..end];
        if (word.Contains("..", StringComparison.Ordinal) && word.Any(char.IsDigit) && (char.IsDigit(word[0]) || word[0] == '.')) return (Range(word), end);
        if (word == "سال")
        {
            var start = end;
            while (start < text.Length && text[start] is ' ' or '\u200c') start++;
            var yearEnd = QueryLexer.EndOfWord(text, start);
            return yearEnd - start == 4 && Whole(text[start..yearEnd]) is { } year ? (year, yearEnd) : null;
        }
        // A month or a day; a year alone is a number like any other.
        return word.Length >= 6 && char.IsDigit(word[0]) && word.AsSpan().IndexOfAny('-', '/') == 4 && Whole(word) is { } days ? (days, end) : null;
    }

    /// <summary>Days from one end to the other; an end left out is open. Null where they cannot be read.</summary>
    public static QueryNode.Days? Range(string word)
    {
        var ends = word.Split("..");
        if (ends.Length != 2) return null;
        var (from, to) = (ends[0].Length == 0 ? null : Day(ends[0], last: false), ends[1].Length == 0 ? null : Day(ends[1], last: true));
        if ((from is null && ends[0].Length > 0) || (to is null && ends[1].Length > 0) || (from is null && to is null) || from > to) return null;
        return new(from, to);
    }

    /// <summary>A day; of a year or month the first one, or the last.</summary>
    public static DateOnly? Day(string text, bool last)
    {
        var parts = Fold.Key(text).Replace('/', '-').Split('-');
        if (parts.Length > 3) return null;
        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 4 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }
        var year = numbers[0];
        var gregorian = year >= FirstGregorianYear;
        if (gregorian ? year > 2200 : year is < 1300 or > 1500) return null;
        var month = parts.Length > 1 ? numbers[1] : last ? 12 : 1;
        if (month is < 1 or > 12) return null;
        var days = gregorian ? DateTime.DaysInMonth(year, month) : JalaliDate.DaysInMonth(year, month);
        var day = parts.Length > 2 ? numbers[2] : last ? days : 1;
        if (day < 1 || day > days) return null;
        return gregorian ? new(year, month, day) : new JalaliDate(year, month, day).ToGregorian();
    }

    private static QueryNode.Days? Whole(string text) => Day(text, last: false) is { } from ? new(from, Day(text, last: true)) : null;
}
