namespace NewsMiner.Extractor.Dates;

/// <summary>Reads times of the day: «ساعت ۱۰ و ۳۰ دقیقه صبح», <c>19:11</c>, «۴ صبح», «۲ تا ۳ صبح», «ده دقیقه به هشت».</summary>
internal static class ClockRules
{
    /// <summary>Values of parts of the day in dates.tsv; «شب» is a unit there.</summary>
    private const int Afternoon = 1, Noon = 2, Dawn = 3, Night = 4;

    private readonly record struct Reading(int End, TimeOnly? Time, bool Marked);

    public static DateExpression? Clock(DateText text, int at)
    {
        var end = at;
        while (end < at + 2 && IsHourWord(text, end)) end++;
        var marked = end > at;
        var reading = Digital(text, end) ?? MinutesTo(text, end) ?? Hour(text, end, marked) ?? HourRange(text, end, marked);
        if (reading is null && (marked || !text.Is(at, DateClass.Part))) return null;
        var (stop, time) = (reading?.End ?? at, reading?.Time);
        // «عصر طلایی», «غروب خورشید»: a bare part of the day needs a word of time before it.
        var weak = reading is null && text.Key(at) is "عصر" or "غروب" or "سحر" or "ظهر";
        var part = 0;
        while (IsPart(text, stop, reading is not null || stop > at) && (stop == at || !text.BreaksBefore(stop)))
        {
            time = Within(time, text.Word(stop).Class == DateClass.Part ? text.Word(stop).Value : Night);
            stop += Math.Max(1, (int)text.Word(stop).Length);
            part++;
        }
        // «ساعت ۸ تا ۱۲»
        if ((marked || part > 0 || reading is { Marked: true }) && reading is not null && text.IsRange(stop) && !text.BreaksBefore(stop) && text.Whole(stop + 1, 0, 24, out _, out var until)
            && text.Number(stop + 1) is { Ordinal: false } && !text.Word(until).IsUnit && !text.Word(until).IsMonth && text.Key(until) is not ("نفر" or "درصد" or "هزار" or "میلیون" or "تن" or "واحد" or "مورد"))
        {
            stop = text.Is(until, DateClass.Part) ? until + text.Word(until).Length : until;
        }
        if (part > 0 && text.Key(stop) == "به" && text.Key(stop + 1) == "وقت" && !text.BreaksBefore(stop)) stop = Math.Min(text.Count, stop + 3);
        if (stop == at || (reading is { Marked: false } && !marked && part == 0)) return null;
        return new(stop, DatePrecision.Time, "date: time") { OfDay = true, Time = time, Weak = weak && stop == at + 1 && !text.Is(stop, DateClass.Day) && !text.Is(stop, DateClass.Weekday) && text.Key(stop) != "روز" };
    }

    private static bool IsHourWord(DateText text, int at) =>
        text.Key(at) == "ساعت" && (text.AnyNumber(at + 1) is { Value: <= 60, Ordinal: false } || text.Key(at + 1) == "ساعت");

    private static bool IsPart(DateText text, int at, bool afterTime) => text.Is(at, DateClass.Part) || (afterTime && text.Key(at) == "شب");

    private static Reading? Digital(DateText text, int at)
    {
        if (NumericDateRules.Clock(text, at, out var time) is not { } end) return null;
        // «19:11:44» stands apart from «ساعت ۲۲:۳۰ دقیقه» only by the word that may follow.
        return new(text.Key(end) is "دقیقه" && !text.BreaksBefore(end) ? end + 1 : end, time, true);
    }

    private static Reading? Hour(DateText text, int at, bool marked)
    {
        if (text.AnyNumber(at) is not { Ordinal: false, Value: >= 0 and <= 24, Suffix: null, Kind: Numerals.NumberKind.Exact } hour) return null;
        var end = hour.EndToken;
        var minutes = hour.Value % 1 * 60;
        var (minute, second) = ((int)minutes, 0);
        var counted = minute > 0;
        if (text.Key(end) == "و" && text.Key(end + 1) is "نیم" or "ربع")
        {
            (minute, end, counted) = (text.Key(end + 1) == "نیم" ? 30 : 15, end + 2, true);
        }
        if (text.Key(end) == "و" && text.Whole(end + 1, 0, 59, out var value, out var after) && text.Key(after) is "دقیقه")
        {
            (minute, end, counted) = (value, after + 1, true);
            if (text.Key(end) == "و" && text.Whole(end + 1, 0, 59, out value, out after) && text.Key(after) is "ثانیه") (second, end) = (value, after + 1);
        }
        if (!marked && !counted && !IsPart(text, end, true)) return null;
        if (!marked && counted && text.Key(end - 1) is not ("دقیقه" or "ثانیه") && !IsPart(text, end, true)) return null;
        return new(end, Time((int)hour.Value, minute, second), marked || text.Key(end - 1) is "دقیقه" or "ثانیه");
    }

    // «از ۲ تا ۳ صبح»: the part of the day holds for both hours.
    private static Reading? HourRange(DateText text, int at, bool marked)
    {
        if (!text.Whole(at, 0, 24, out _, out var end) || !(text.IsRange(end) || text.Key(end) is "-" or "–" or "و" or "یا")) return null;
        return text.Whole(end + 1, 0, 24, out _, out var last) && (marked || IsPart(text, last, true)) ? new(last, null, marked) : null;
    }

    // «ده دقیقه به هشت», «یک ربع به ۹»
    private static Reading? MinutesTo(DateText text, int at)
    {
        int minutes, end;
        if (text.Whole(at, 1, 59, out minutes, out end) && text.Key(end) == "دقیقه") end++;
        else if (text.Key(at) == "ربع") (minutes, end) = (15, at + 1);
        else if (text.Whole(at, 1, 1, out _, out end) && text.Key(end) == "ربع") (minutes, end) = (15, end + 1);
        else return null;
        if (text.Key(end) is not ("به" or "مانده") || text.BreaksBefore(end)) return null;
        end++;
        if (text.Key(end - 1) == "مانده" && text.Key(end) == "به") end++;
        if (text.Key(end) == "ساعت") end++;
        if (text.AnyNumber(end) is not { Value: >= 1 and <= 24, Ordinal: false, Suffix: null } hour || hour.Value % 1 != 0) return null;
        // «از ۷ دقیقه به ۴ دقیقه» is a change, no time.
        if (text.Key(at - 1) == "از" || text.Word(hour.EndToken) is { IsUnit: true, Unit: <= TimeUnit.Hour }) return null;
        return new(hour.EndToken, Time((int)hour.Value - 1, 60 - minutes, 0), true);
    }

    private static TimeOnly? Time(int hour, int minute, int second) => minute is >= 0 and < 60 ? new TimeOnly(hour % 24, minute, second) : null;

    // The clock of twelve hours: «۷ عصر» is 19, «۱۲ نیمه‌شب» is 0.
    private static TimeOnly? Within(TimeOnly? time, int part)
    {
        if (time is not { } known) return null;
        if (known.Hour < 12 && (part == Afternoon || (part == Night && known.Hour >= 6) || (part == Noon && known.Hour < 4))) return known.AddHours(12);
        return known.Hour == 12 && part is Dawn or Night ? known.AddHours(-12) : known;
    }
}
