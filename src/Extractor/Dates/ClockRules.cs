namespace NewsMiner.Extractor.Dates;

/// <summary>Reads times of the day: «ساعت ۱۰ و ۳۰ دقیقه صبح», <c>19:11</c>, «۴ صبح», «ده دقیقه به هشت».</summary>
internal static class ClockRules
{
    public static DateExpression? Clock(DateText text, int at)
    {
        var end = at;
        while (IsHourWord(text, end)) end++;
        var marked = end > at;
        if (NumericDateRules.Clock(text, end) is { } clock)
        {
            end = clock;
            marked = true;
        }
        else if (text.Number(end) is { Ordinal: false, Value: >= 0 and <= 24, Suffix: null } hour && (marked || IsPart(text, hour.EndToken)))
        {
            end = Minutes(text, hour.EndToken);
        }
        else if (MinutesTo(text, end) is { } to)
        {
            (end, marked) = (to, true);
        }
        else if (!marked && text.Is(at, DateClass.Part))
        {
            marked = true;
        }
        else
        {
            return null;
        }
        while (end > at && IsPart(text, end) && !text.BreaksBefore(end)) (end, marked) = (end + Math.Max(1, text.Word(end).Length), true);
        if (end == at) end = at + text.Word(at).Length;
        return marked ? new(end, DatePrecision.Time, "date: time") { OfDay = true } : null;
    }

    private static bool IsHourWord(DateText text, int at) => text.Key(at) == "ساعت" && (text.Number(at + 1) is { Value: <= 24, Ordinal: false } || text.Key(at + 1) == "ساعت");

    private static bool IsPart(DateText text, int at) => text.Is(at, DateClass.Part) || (text.Key(at) == "شب" && at > 0 && text.Number(at - 1) is not null);

    private static int Minutes(DateText text, int end)
    {
        if (text.Key(end) == "و" && text.Key(end + 1) is "نیم" or "ربع") return end + 2;
        if (text.Key(end) == "دقیقه" && text.Key(end + 1) == "به" && text.Number(end + 2) is { Value: <= 24 } next) return next.EndToken;
        for (var i = 0; i < 2; i++)
        {
            if (text.Key(end) == "و" && text.Whole(end + 1, 0, 59, out _, out var after) && text.Key(after) is "دقیقه" or "ثانیه") end = after + 1;
        }
        return end;
    }

    private static int? MinutesTo(DateText text, int at)
    {
        if (!text.Whole(at, 1, 59, out _, out var end) || text.Key(end) != "دقیقه" || text.Key(end + 1) != "به") return null;
        end += 2;
        if (text.Key(end) == "ساعت") end++;
        return text.Number(end) is { Value: <= 24, Ordinal: false } hour ? hour.EndToken : null;
    }
}
