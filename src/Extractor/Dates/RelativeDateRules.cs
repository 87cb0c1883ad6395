namespace NewsMiner.Extractor.Dates;

/// <summary>Reads times named by their distance from the reference day: «فردا», «هفته آینده», «دو ماه دیگر», «شنبه گذشته».</summary>
internal static class RelativeDateRules
{
    /// <summary>«امروز», «فردا شب».</summary>
    public static DateExpression? DayWord(DateText text, int at)
    {
        var start = text.Is(at, DateClass.Deictic) && text.Is(at + 1, DateClass.Day) ? at + 1 : at;
        var word = text.Word(start);
        if (word.Class != DateClass.Day) return null;
        var end = start + word.Length;
        if (text.Key(end) is "شب") end++;
        return new(end, DatePrecision.Day, "date: day", text.Reference is { } day ? Period.Fixed(DayInterval.Of(day.AddDays(word.Value))) : null);
    }

    /// <summary>«شنبه», «روز سه‌شنبه گذشته», «دوشنبه هفته آینده».</summary>
    public static DateExpression? Weekday(DateText text, int at)
    {
        if (text.Is(at, DateClass.Unit) && text.Word(at).Unit == TimeUnit.Day) at++;
        // «تابلوی آن یکشنبه نصب می‌شود»: «آن» behind a noun belongs to the noun.
        if (text.Is(at, DateClass.Deictic) && text.Is(at + 1, DateClass.Weekday))
        {
            if (text.Key(at) == "ان" && at > 0 && !text.BreaksBefore(at) && text.Word(at - 1).Class == DateClass.None && text.Key(at - 1) is not ("و" or "که")) return null;
            at++;
        }
        var word = text.Word(at);
        // «2شنبه», «۳ شنبه»
        if (text.IsDigits(at) && text.Key(at) is ['1' or '2' or '3' or '4' or '5'] && text.Key(at + 1) == "شنبه" && text.Gap(at + 1).Length <= 1)
            word = new DateWord(DateClass.Weekday, text.Key(at)[0] - '0', Length: 2);
        if (word.Class != DateClass.Weekday) return null;
        if (word.Marked) return new(at + word.Length, DatePrecision.Vague, "date: frequency");
        var end = at + word.Length;
        if (text.Key(end) is "شب" or "شبها") end++;
        if (text.Reference is not { } day) return new(AfterRelation(text, end), DatePrecision.Day, "date: weekday");
        if (text.Is(end, DateClass.Deictic) && text.Key(end + 1) == "هفته")
            return At(DayInterval.WeekOf(day), end + 2);
        if (text.Key(end) == "هفته" && Offset(text, end + 1) is { } weeks)
            return At(DayInterval.WeekOf(day.AddDays(7 * weeks)), end + 1 + text.Word(end + 1).Length);
        // «دوشنبه دو هفته آینده»
        if (text.Number(end) is { Ordinal: false, Suffix: null, Value: <= 60 } far && text.Key(far.EndToken) == "هفته" && Offset(text, far.EndToken + 1) is { } direction and not 0)
            return At(DayInterval.WeekOf(day.AddDays(7 * direction * (int)far.Value)), far.EndToken + 1 + text.Word(far.EndToken + 1).Length);
        var here = ((int)day.DayOfWeek + 1) % 7;
        var ahead = (word.Value - here + 7) % 7;
        var behind = ahead == 0 ? 0 : ahead - 7;
        var relation = text.Word(end);
        switch (relation.Class)
        {
            case DateClass.Next or DateClass.Later:
                return new(end + relation.Length, DatePrecision.Day, "date: weekday", Period.Fixed(DayInterval.Of(day.AddDays(ahead == 0 ? 7 : ahead))));
            case DateClass.Past or DateClass.Ago:
                return new(end + relation.Length, DatePrecision.Day, "date: weekday", Period.Fixed(DayInterval.Of(day.AddDays(behind == 0 ? -7 : behind))));
            default:
                return new(end, DatePrecision.Day, "date: weekday", new Period(DayInterval.Of(day.AddDays(behind)), DayInterval.Of(day.AddDays(ahead))));
        }

        DateExpression At(DayInterval week, int stop) =>
            new(stop, DatePrecision.Day, "date: weekday", Period.Fixed(DayInterval.Of(week.From.AddDays(word.Value))));
    }

    private static int AfterRelation(DateText text, int end) => Offset(text, end) is null ? end : end + text.Word(end).Length;

    /// <summary>+1 for آینده, −1 for گذشته, 0 for جاری; null where no such word stands.</summary>
    public static int? Offset(DateText text, int at) => text.Word(at).Class switch
    {
        DateClass.Next or DateClass.Later => 1,
        DateClass.Past or DateClass.Ago => -1,
        DateClass.This => 0,
        _ => null,
    };

    /// <summary>«هفته آینده», «این ماه», «سال‌های اخیر», «هفته»; the unit alone only where <paramref name="alone"/>.</summary>
    public static DateExpression? Unit(DateText text, int at, bool alone)
    {
        var deictic = text.Is(at, DateClass.Deictic);
        var start = deictic ? at + 1 : at;
        var word = text.Word(start);
        if (!word.IsUnit || word.Unit < TimeUnit.Day) return null;
        var end = start + word.Length;
        var plural = word.Class == DateClass.Plural;
        if (text.Key(end) is "ها" or "های") (end, plural) = (end + 1, true);
        var precision = Precision(word.Unit);
        var relation = text.Word(end);
        if (Offset(text, end) is { } offset)
        {
            end += relation.Length;
            if (text.Key(end - 1) is "اخیر") return new(end, DatePrecision.Vague, "date: relative");
            if (!plural) return Near(text, end, offset, word.Unit, precision);
            if (text.Reference is not { } day || relation.Class == DateClass.This) return new(end, DatePrecision.Vague, "date: relative");
            // «روزهای آینده», «ماه‌های گذشته»: several, no one says how many.
            return new(end, DatePrecision.Vague, "date: relative");
        }
        // «همان ماه‌های اول», «همین روزهای پایانی»
        if (deictic && plural && text.Key(end) is "اول" or "نخست" or "اولیه" or "پایانی" or "اغازین" or "اخر" && !text.BreaksBefore(end)) end++;
        if (deictic) return text.Key(at) is "این" or "همین" && !plural ? Near(text, end, 0, word.Unit, precision) : new(end, DatePrecision.Vague, "date: relative");
        if (!alone || plural || word.Unit < TimeUnit.Week) return null;
        if (text.Is(end, DateClass.Calendar))
            return new(end + text.Word(end).Length, precision, "date: relative", text.Reference is { } today ? Yearly.WholeYear((CalendarKind)text.Word(end).Value).Resolve(CalendarSystem.YearOf((CalendarKind)text.Word(end).Value, today), today) : null);
        return Near(text, end, 0, word.Unit, precision);
    }

    private static DateExpression Near(DateText text, int end, int offset, TimeUnit unit, DatePrecision precision) =>
        new(text.Is(end, DateClass.Calendar) && !text.BreaksBefore(end) ? end + text.Word(end).Length : end, precision, "date: relative", text.Reference is { } day && TimeArithmetic.UnitAt(day, offset, unit) is { } interval ? Period.Fixed(interval) : null);

    public static DatePrecision Precision(TimeUnit unit) => unit switch
    {
        TimeUnit.Day or TimeUnit.Night => DatePrecision.Day,
        TimeUnit.Week => DatePrecision.Week,
        TimeUnit.Month => DatePrecision.Month,
        TimeUnit.Season => DatePrecision.Season,
        _ => DatePrecision.Year,
    };

    /// <summary>«عید فطر», «دهه فجر امسال», «برنامه هفتم».</summary>
    public static DateExpression? Occasion(DateText text, int at)
    {
        var start = at;
        // «شب عید فطر»: the evening before that day, not «شب عید».
        var eve = text.Key(at) == "شب" && text.Word(at) is { Occasion: not null, Length: var whole } && text.Word(at + 1) is { Occasion: not null, Length: var inner } && inner >= whole;
        if (eve || text.Key(at) is "روز" or "ایام" or "شب" && text.Word(at).Occasion is null && text.Is(at + 1, DateClass.Occasion)) start++;
        var word = text.Word(start);
        if (word.Occasion is not { } occasion) return null;
        if (word.Class == DateClass.Plan) return new(start + word.Length, DatePrecision.Year, "date: plan", Period.Fixed(occasion.Span));
        var end = start + word.Length;
        var year = text.BreaksBefore(end) ? null : CalendarDateRules.Year(text, end, false);
        var number = year?.Number;
        // «سال تحصیلی ۱۴۰۲-۱۴۰۳»
        if (number is { } begins && text.Key(year!.Value.End) is "-" or "–" or "/" && text.Number(year.Value.End + 1) is { } ends && ends.Value == begins + 1)
            year = year.Value with { End = ends.EndToken };
        // A year of another calendar says in which of its years the occasion is meant.
        var period = number is { } named && year!.Value.Calendar != occasion.Days.Calendar
            ? Within(occasion.Days, year.Value.Calendar, named)
            : occasion.Days.Resolve(number, text.Reference);
        if (eve) period = period?.Select(interval => DayInterval.Of(interval.From.AddDays(-1)));
        var days = occasion.Days.FromMonth == occasion.Days.ToMonth && occasion.Days.FromDay == occasion.Days.ToDay;
        return new(year?.End ?? end, days ? DatePrecision.Day : DatePrecision.Week, "date: occasion", period) { Eve = occasion.Eve, Weak = occasion.Weak && year is null, Calendar = occasion.Days.Calendar };
    }

    private static Period? Within(Yearly days, CalendarKind calendar, int year)
    {
        if (Yearly.WholeYear(calendar).In(year) is not { } whole) return null;
        for (var candidate = CalendarSystem.YearOf(days.Calendar, whole.From); candidate <= CalendarSystem.YearOf(days.Calendar, whole.To); candidate++)
        {
            if (days.In(candidate) is { } interval && interval.From >= whole.From && interval.From <= whole.To) return Period.Fixed(interval);
        }
        return null;
    }
}
