using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Dates;

/// <summary>Reads dates and times in digits and marks: <c>۱۴۰۲/۵/۱۲</c>, <c>12 - 12 - 1370</c>, <c>95.9.6</c>, <c>19:11</c>.</summary>
internal static class NumericDateRules
{
    /// <summary>A date of three numbers, year first or last.</summary>
    public static DateExpression? Date(DateText text, int at)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        if (Parts(text, at, parts, widths, out var end) is not { } mark) return null;
        var (year, month, day) = widths[0] == 4 ? (parts[0], parts[1], parts[2]) : widths[2] == 4 ? (parts[2], parts[1], parts[0]) : (-1, 0, 0);
        var calendar = year > 1700 ? CalendarKind.Gregorian : CalendarKind.Jalali;
        if (year < 0)
        {
            // Two-digit years stand first and only with plainly Jalali values: 95.9.6, 99/05/12.
            if (widths[0] != 2 || parts[0] is > 31 and < 60 || parts[1] > 12 || mark == "-") return null;
            (year, month, day) = (CalendarDateRules.Century(parts[0]), parts[1], parts[2]);
        }
        if (month > 12 && day <= 12) (month, day) = (day, month);
        var word = text.Word(end);
        if (word.Class == DateClass.Calendar) (calendar, end) = ((CalendarKind)word.Value, end + word.Length);
        if (month is < 1 or > 12 || day is < 1 or > 31 || year is < 1000 or > 2200) return null;
        var date = CalendarSystem.Day(calendar, year, month, day);
        return new(end, DatePrecision.Day, "date: digits", date is { } d ? Period.Fixed(DayInterval.Of(d)) : null) { Calendar = calendar };
    }

    /// <summary>A year and a month: <c>۱۴۰۲/۰۵</c>.</summary>
    public static DateExpression? YearAndMonth(DateText text, int at)
    {
        if (text.Count <= at || text.Text.Tokens[at].Kind != TokenKind.Number) return null;
        var key = text.Key(at);
        if (key.Length != 7 || key[4] != '/' || !int.TryParse(key.AsSpan(0, 4), out var year) || !int.TryParse(key.AsSpan(5), out var month) || year is < 1300 or > 1450 || month is < 1 or > 12) return null;
        return new(at + 1, DatePrecision.Month, "date: digits", Yearly.Months(CalendarKind.Jalali, month, month).Resolve(year, null));
    }

    /// <summary>A clock time: <c>19:11</c>, <c>5 : 45</c>, <c>12:38:41</c>; its end, or null.</summary>
    public static int? Clock(DateText text, int at, out TimeOnly? time)
    {
        time = null;
        if (!IsHour(text, at, 24, out var hour) || text.Form(at + 1) != ":" || !IsHour(text, at + 2, 59, out var minute)) return null;
        var second = 0;
        var end = text.Form(at + 3) == ":" && IsHour(text, at + 4, 59, out second) ? at + 5 : at + 3;
        // «2:1» is a ratio, «2:10» a time.
        if (text.Key(at + 2).Length < 2) return null;
        time = new TimeOnly(hour % 24, minute, second);
        return end;
    }

    private static bool IsHour(DateText text, int at, int most, out int value)
    {
        value = 0;
        return at < text.Count && text.Text.Tokens[at].Kind == TokenKind.Number && text.Key(at).Length <= 2 && int.TryParse(text.Key(at), out value) && value <= most;
    }

    private static string? Parts(DateText text, int at, Span<int> parts, Span<int> widths, out int end)
    {
        end = at;
        string? mark = null;
        var count = 0;
        for (var wantsNumber = true; end < text.Count; end++)
        {
            var token = text.Text.Tokens[end];
            if (wantsNumber)
            {
                if (token.Kind != TokenKind.Number) break;
                foreach (var piece in token.Key.Split('/', '.', '-', '\\'))
                {
                    if (count == 3 || piece.Length is 0 or > 4 || !int.TryParse(piece, out parts[count])) return null;
                    widths[count++] = piece.Length;
                }
                if (token.Key.AsSpan().IndexOfAny("/.-\\") is var inside and >= 0)
                {
                    var own = token.Key[inside].ToString();
                    if (mark is not null && mark != own) return null;
                    mark = own;
                }
                wantsNumber = false;
            }
            else
            {
                if (count == 3 || token.Form is not ("/" or "-" or "." or "\\") || (mark is not null && token.Form != mark)) break;
                mark = token.Form;
                wantsNumber = true;
            }
        }
        return count == 3 && text.Form(end - 1) is not ("/" or "-" or "\\") ? mark : null;
    }
}
