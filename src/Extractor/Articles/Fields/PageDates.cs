using System.Collections.Frozen;
using System.Globalization;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>Reads the closed forms in which pages write their time: ISO, Jalali in any digits, month names in Persian, Arabic or Latin letters, 12- and 24-hour clocks.</summary>
internal static class PageDates
{
    private static readonly FrozenDictionary<string, (bool Jalali, int Month)> Months = LanguageTable.Read("Articles/Fields/months.tsv")
        .ToFrozenDictionary(row => Folded(row[0]), row => (row[1] == "jalali", row.Int(2)));

    /// <summary>The time a text states, or null. Without an offset it is Tehran's.</summary>
    public static PublicationTime? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var folded = Folded(text);
        var numbers = Numbers(folded);
        for (var i = 0; i + 2 < numbers.Count; i++)
        {
            var (first, month, third) = (numbers[i], numbers[i + 1], numbers[i + 2]);
            if (month.Value is < 1 or > 12 || !Joined(folded, first, month) || !Joined(folded, month, third)) continue;
            if (Year(first.Value) is { } year && third.Value is >= 1 and <= 31) return Make(year, month.Value, third.Value, folded[third.End..]) ?? Make(year, month.Value, third.Value, folded);
            if (Year(third.Value) is { } last && first.Value is >= 1 and <= 31) return Make(last, month.Value, first.Value, folded[third.End..]);
        }
        return Named(folded, numbers) ?? ShortYear(folded, numbers);
    }

    /// <summary>The day a code of digits begins with: <c>14020514…</c>, or <c>020514…</c> where a code has eleven digits or a dash behind six; null where it is none.</summary>
    public static DateOnly? OfCode(string digits)
    {
        foreach (var (length, century) in (ReadOnlySpan<(int, int)>)[(4, 0), (2, 1300), (2, 1400)])
        {
            if (digits.Length < length + 7 || (length == 2 && digits.Length != 11)) continue;
            var year = int.Parse(digits.AsSpan(0, length), CultureInfo.InvariantCulture) + century;
            var month = int.Parse(digits.AsSpan(length, 2), CultureInfo.InvariantCulture);
            var day = int.Parse(digits.AsSpan(length + 2, 2), CultureInfo.InvariantCulture);
            if (year is >= 1375 and <= 1430 && month is >= 1 and <= 12 && day >= 1 && day <= JalaliDate.DaysInMonth(year, month)) return new JalaliDate(year, month, day).ToGregorian();
        }
        return null;
    }

    private static int? Year(int value) => value is (>= 1300 and <= 1500) or (> 1990 and < 2100) ? value : null;

    /// <summary>A month by its name, the day before or behind it, the year anywhere.</summary>
    private static PublicationTime? Named(string folded, List<(int Value, int At, int End)> numbers)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if (!char.IsLetter(folded[at]) || (at > 0 && char.IsLetter(folded[at - 1]))) continue;
            var end = at;
            while (end < folded.Length && char.IsLetter(folded[end])) end++;
            if (!Months.TryGetValue(folded[at..end], out var month)) continue;
            var years = numbers.Where(number => month.Jalali ? number.Value is >= 1300 and <= 1500 : number.Value is > 1990 and < 2100).ToArray();
            var days = numbers.Where(number => number.Value is >= 1 and <= 31 && number.End - number.At <= 2 && !IsClock(folded, number.At, number.End)).ToArray();
            if (years.Length == 0 || days.Length == 0) continue;
            var day = days.MinBy(number => number.End <= at ? at - number.End : number.At - end + 1);
            if (Make(years.MinBy(number => Math.Abs(number.At - at)).Value, month.Month, day.Value, folded) is { } made) return made;
        }
        return null;
    }

    /// <summary>«۹۹/۰۲/۲۱»: the century is Iran's present one or the one before.</summary>
    private static PublicationTime? ShortYear(string folded, List<(int Value, int At, int End)> numbers)
    {
        for (var i = 0; i + 2 < numbers.Count; i++)
        {
            var (year, month, day) = (numbers[i], numbers[i + 1], numbers[i + 2]);
            if (year.End - year.At != 2 || month.Value is < 1 or > 12 || day.Value is < 1 or > 31 || folded[year.End] != '/' || !Joined(folded, year, month) || !Joined(folded, month, day)) continue;
            return Make(year.Value + (year.Value >= 70 ? 1300 : 1400), month.Value, day.Value, folded[day.End..]);
        }
        return null;
    }

    private static PublicationTime? Make(int year, int month, int day, string clockText)
    {
        if (month is < 1 or > 12 || day > (year < 1700 ? JalaliDate.DaysInMonth(year, month) : DateTime.DaysInMonth(year, month))) return null;
        var date = year < 1700 ? new JalaliDate(year, month, day).ToGregorian() : new DateOnly(year, month, day);
        if (Clock(clockText) is not { } clock) return PublicationTime.On(date);
        var local = date.ToDateTime(TimeOnly.FromTimeSpan(clock.Time));
        return PublicationTime.At(new DateTimeOffset(local, clock.Offset ?? PublicationTime.OffsetOn(local)));
    }

    /// <summary>Hours, minutes and seconds, marks of the half of the day (ب.ظ, PM) and an offset where there is one.</summary>
    private static (TimeSpan Time, TimeSpan? Offset)? Clock(string folded)
    {
        for (var at = folded.IndexOf(':', StringComparison.Ordinal); at > 0; at = folded.IndexOf(':', at + 1))
        {
            var start = at;
            while (start > 0 && char.IsAsciiDigit(folded[start - 1])) start--;
            if (at - start is not (1 or 2) || !TwoDigits(folded, at + 1, out var minute)) continue;
            var hour = int.Parse(folded.AsSpan(start, at - start), CultureInfo.InvariantCulture);
            if (hour > 23 || minute > 59) continue;
            var rest = at + 3;
            var second = 0;
            if (rest < folded.Length && folded[rest] == ':' && TwoDigits(folded, rest + 1, out second)) rest += 3;
            var tail = folded.AsSpan(rest);
            if (hour < 12 && (HasMark(tail, "ب.ظ") || HasMark(tail, "بعدازظهر") || HasMark(tail, "pm") || HasMark(tail, "p.m"))) hour += 12;
            else if (hour == 12 && (HasMark(tail, "ق.ظ") || HasMark(tail, "am") || HasMark(tail, "a.m"))) hour = 0;
            return (new(hour, minute, Math.Min(second, 59)), Offset(tail));
        }
        return null;
    }

    private static TimeSpan? Offset(ReadOnlySpan<char> tail)
    {
        if (tail is ['.', ..]) tail = tail[1..].TrimStart("0123456789");
        tail = tail.TrimStart();
        if (tail is ['z'] or ['z', ' ', ..]) return TimeSpan.Zero;
        if (tail.StartsWith("utc") || tail.StartsWith("gmt")) tail = tail[3..];
        if (tail is not ['+' or '-', _, _, ..]) return null;
        var digits = new string([.. tail[1..].ToArray().TakeWhile(c => char.IsAsciiDigit(c) || c == ':').Where(char.IsAsciiDigit)]);
        if (digits.Length != 4) return null;
        var (hours, minutes) = (int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(2), CultureInfo.InvariantCulture));
        return hours > 14 || minutes > 59 ? null : new TimeSpan(hours, minutes, 0) * (tail[0] == '-' ? -1 : 1);
    }

    private static bool HasMark(ReadOnlySpan<char> tail, string mark) => tail[..Math.Min(tail.Length, 14)].TrimStart().StartsWith(mark, StringComparison.Ordinal);

    private static bool IsClock(string folded, int start, int end) => (end < folded.Length && folded[end] == ':') || (start > 0 && folded[start - 1] == ':');

    private static bool TwoDigits(string folded, int at, out int value)
    {
        value = 0;
        return at + 2 <= folded.Length && char.IsAsciiDigit(folded[at]) && char.IsAsciiDigit(folded[at + 1]) && (at + 2 == folded.Length || !char.IsAsciiDigit(folded[at + 2]))
            && int.TryParse(folded.AsSpan(at, 2), CultureInfo.InvariantCulture, out value);
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
        second.At - first.End is 1 or 3 && folded.AsSpan(first.End, second.At - first.End).Trim() is ['-' or '/' or '.'];

    private static string Folded(string text) => string.Concat(text.Select(c => Fold.Character(c) is var folded && folded == '\0' ? ' ' : folded));
}
