using System.Globalization;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>Reads the closed forms in which pages write their time: ISO, Jalali in any digits, month names in Persian or Arabic letters, 12- and 24-hour clocks.</summary>
internal static class PageDates
{
    private static readonly string[] Months = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "ابان", "اذر", "دی", "بهمن", "اسفند"];

    /// <summary>The time a text states, or null. Without an offset it is Tehran's.</summary>
    public static PublicationTime? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var folded = Folded(text);
        if (DateTimeOffset.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var iso) && iso.Year is > 1990 and < 2100 && HasClock(text))
            return HasOffset(text) ? PublicationTime.At(iso) : PublicationTime.At(new(iso.DateTime, PublicationTime.TehranOffset));
        var numbers = Numbers(folded);
        if (NamedMonth(folded) is { } month)
        {
            var around = numbers.Where(number => number.Value is >= 1 and <= 31 or >= 1300 and <= 1500 or >= 90 and <= 99).ToArray();
            var year = around.FirstOrDefault(number => number.Value is >= 1300 and <= 1500).Value;
            var day = around.LastOrDefault(number => number.At < month.At && number.Value <= 31).Value;
            return year == 0 || day == 0 ? null : Make(year, month.Number, day, Clock(folded));
        }
        for (var i = 0; i + 2 < numbers.Count; i++)
        {
            var (year, month2, day) = (numbers[i].Value, numbers[i + 1].Value, numbers[i + 2].Value);
            if (month2 is < 1 or > 12 || day is < 1 or > 31 || !Joined(folded, numbers[i], numbers[i + 1]) || !Joined(folded, numbers[i + 1], numbers[i + 2])) continue;
            if (year is (>= 1300 and <= 1500) or (> 1990 and < 2100)) return Make(year, month2, day, Clock(folded));
        }
        return null;
    }

    private static PublicationTime? Make(int year, int month, int day, TimeSpan? clock)
    {
        DateOnly date;
        if (year < 1700)
        {
            if (day > JalaliDate.DaysInMonth(year, month)) return null;
            date = new JalaliDate(year, month, day).ToGregorian();
        }
        else
        {
            if (day > DateTime.DaysInMonth(year, month)) return null;
            date = new(year, month, day);
        }
        return clock is { } time ? PublicationTime.At(new(date.ToDateTime(TimeOnly.FromTimeSpan(time)), PublicationTime.TehranOffset)) : PublicationTime.On(date);
    }

    /// <summary>Hours and minutes in the text, afternoon marks (ب.ظ) read.</summary>
    private static TimeSpan? Clock(string folded)
    {
        for (var at = folded.IndexOf(':', StringComparison.Ordinal); at > 0; at = folded.IndexOf(':', at + 1))
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && char.IsAsciiDigit(folded[start - 1])) start--;
            while (end < folded.Length && char.IsAsciiDigit(folded[end])) end++;
            if (at - start is not (1 or 2) || end - at - 1 != 2) continue;
            var hour = int.Parse(folded.AsSpan(start, at - start), CultureInfo.InvariantCulture);
            var minute = int.Parse(folded.AsSpan(at + 1, 2), CultureInfo.InvariantCulture);
            if (hour > 23 || minute > 59) continue;
            if (hour < 12 && folded.AsSpan(at).IndexOf("ب.ظ") >= 0) hour += 12;
            return new(hour, minute, 0);
        }
        return null;
    }

    private static (int Number, int At)? NamedMonth(string folded)
    {
        for (var month = 1; month <= 12; month++)
        {
            var at = folded.IndexOf(Months[month - 1], StringComparison.Ordinal);
            if (at < 0) continue;
            var after = at + Months[month - 1].Length;
            var apart = (at == 0 || !char.IsLetter(folded[at - 1])) && (after == folded.Length || !char.IsLetter(folded[after]));
            if (apart) return (month, at);
        }
        return null;
    }

    private static List<(int Value, int At, int End)> Numbers(string folded)
    {
        var numbers = new List<(int, int, int)>();
        for (var at = 0; at < folded.Length; at++)
        {
            if (!char.IsAsciiDigit(folded[at])) continue;
            var end = at;
            while (end < folded.Length && char.IsAsciiDigit(folded[end])) end++;
            if (end - at <= 4) numbers.Add((int.Parse(folded.AsSpan(at, end - at), CultureInfo.InvariantCulture), at, end));
            at = end;
        }
        return numbers;
    }

    private static bool Joined(string folded, (int Value, int At, int End) first, (int Value, int At, int End) second) =>
        second.At - first.End == 1 && folded[first.End] is '-' or '/' or '.';

    private static string Folded(string text) => string.Concat(text.Select(c => Fold.Character(c) is var folded && folded == '\0' ? ' ' : folded));

    private static bool HasClock(string text) => text.Contains(':', StringComparison.Ordinal) && text.Length >= 16 && char.IsAsciiDigit(text.Trim()[0]);

    private static bool HasOffset(string text) =>
        text.TrimEnd() is [.., 'Z'] || text.LastIndexOfAny(['+', '-']) is var sign && sign > text.IndexOf(':', StringComparison.Ordinal);
}
