namespace NewsMiner.Extractor.Dates;

/// <summary>Reads parts of periods: «پایان سال جاری», «نیمه اول ۱۴۰۰», «شش ماهه نخست امسال», «هفته دوم مهر», «اواخر مرداد».</summary>
internal static class PeriodPartRules
{
    /// <summary>How deep parts of parts go: «پایان هفته دوم ماه سوم سال».</summary>
    private const int DeepestNesting = 4;

    /// <summary>A whole period: an occasion, plan, season, month, year or relative unit; a unit alone only where <paramref name="alone"/>.</summary>
    public static DateExpression? Whole(DateText text, int at, bool alone) =>
        RelativeDateRules.Occasion(text, at) ?? CalendarDateRules.Season(text, at) ?? CalendarDateRules.Month(text, at)
        ?? CalendarDateRules.YearAlone(text, at) ?? Century(text, at) ?? RelativeDateRules.Unit(text, at, alone);

    /// <summary>A day or period that others are counted from.</summary>
    public static DateExpression? Point(DateText text, int at) =>
        Edge(text, at) ?? NumericDateRules.Date(text, at) ?? CalendarDateRules.DayOfMonth(text, at) ?? RelativeDateRules.DayWord(text, at) ?? Whole(text, at, false);

    /// <summary>A part of a period.</summary>
    public static DateExpression? Part(DateText text, int at) =>
        HalfOrTenth(text, at) ?? MonthsOfYear(text, at) ?? OrdinalUnit(text, at) ?? OrdinalWeekday(text, at) ?? LeadingUp(text, at) ?? UnitsAtEdge(text, at) ?? Edge(text, at);

    // «روزهای پایانی سال», «دو هفته نخست مهر», «ماه آخر تابستان», «۱۰ روز پایانی شهریور»
    private static DateExpression? UnitsAtEdge(DateText text, int at)
    {
        int? count = null;
        var unitAt = at;
        if (text.Number(at) is { Ordinal: false, Value: >= 1 and <= 60, Suffix: null } number && number.Value % 1 == 0) (count, unitAt) = ((int)number.Value, number.EndToken);
        var word = text.Word(unitAt);
        if (!(word.IsUnit || word.Class == DateClass.Adjective) || word.Unit is < TimeUnit.Day or TimeUnit.Night || (word.Class == DateClass.Adjective && count is null)) return null;
        var end = unitAt + word.Length;
        var plural = word.Class == DateClass.Plural;
        if (text.Key(end) is "ها" or "های") (end, plural) = (end + 1, true);
        var late = text.Key(end) is "پایانی" or "انتهایی" or "اخر" or "واپسین";
        if (!late && text.Key(end) is not ("ابتدایی" or "اغازین" or "نخست" or "نخستین" or "اول" or "اولیه" or "ابتدای") || text.BreaksBefore(end)) return null;
        end++;
        if (text.Key(end) == "از") end++;
        if (text.BreaksBefore(end) || Whole(text, end, true) is not { Precision: not (DatePrecision.Vague or DatePrecision.Duration) } whole) return null;
        return new(whole.End, count is null && !plural ? RelativeDateRules.Precision(word.Unit) : DatePrecision.Season, "date: part", whole.Period?.Select(days => AtEdge(days, count ?? (plural ? null : 1), word.Unit, late)));
    }

    private static DayInterval AtEdge(DayInterval whole, int? count, TimeUnit unit, bool late)
    {
        if (count is not { } units) return whole.Part(late ? DatePart.Late : DatePart.Early);
        if (late)
        {
            var from = TimeArithmetic.Add(whole.To.AddDays(1), -units, unit);
            return new(from < whole.From ? whole.From : from, whole.To);
        }
        var to = TimeArithmetic.Add(whole.From, units, unit).AddDays(-1);
        return new(whole.From, to > whole.To ? whole.To : to);
    }

    // «سومین پنجشنبه ماه», «آخرین شنبه سال», «اولین جمعه مهر»
    private static DateExpression? OrdinalWeekday(DateText text, int at)
    {
        int ordinal, end;
        if (text.Key(at) == "اخرین") (ordinal, end) = (-1, at + 1);
        else if (text.Number(at) is { Ordinal: true, Value: >= 1 and <= 53 } number) (ordinal, end) = ((int)number.Value, number.EndToken);
        else return null;
        var weekday = text.Word(end);
        if (weekday.Class != DateClass.Weekday || Whole(text, end + weekday.Length, true) is not { Precision: not DatePrecision.Vague } whole || text.BreaksBefore(end + weekday.Length)) return null;
        return new(whole.End, DatePrecision.Day, "date: part", whole.Period?.Select(days => NthWeekday(days, ordinal, weekday.Value)));
    }

    private static DayInterval NthWeekday(DayInterval whole, int ordinal, int weekday)
    {
        var first = whole.From.AddDays((weekday - ((int)whole.From.DayOfWeek + 1) % 7 + 7) % 7);
        var last = whole.To.AddDays(-((((int)whole.To.DayOfWeek + 1) % 7 - weekday + 7) % 7));
        var day = ordinal < 0 ? last : first.AddDays(7 * (ordinal - 1));
        return DayInterval.Of(day > whole.To ? last : day);
    }

    // «چهار ماه منتهی به تیرماه ۱۳۹۴», «یک سال منتهی به شهریور»
    private static DateExpression? LeadingUp(DateText text, int at)
    {
        if (text.Number(at) is not { Ordinal: false, Suffix: null } count || text.Word(count.EndToken) is not { Class: DateClass.Unit or DateClass.Adjective, Unit: >= TimeUnit.Day } unit) return null;
        var end = count.EndToken + unit.Length;
        if (text.Key(end) != "منتهی" || text.Key(end + 1) != "به" || text.BreaksBefore(end + 2)) return null;
        var until = Edge(text, end + 2) ?? CalendarDateRules.DayOfMonth(text, end + 2) ?? NumericDateRules.Date(text, end + 2) ?? Whole(text, end + 2, true);
        return until is null ? null : until with { Rule = "date: part", Weak = false, Period = until.Period?.Select(days => new(TimeArithmetic.Add(days.To.AddDays(1), -count.Value, unit.Unit), days.To)) };
    }

    // «پایان سال», «اوایل مهر», «نیمه دی», «آغاز فصل بهار»
    private static DateExpression? Edge(DateText text, int at, int depth = 0)
    {
        if (depth > DeepestNesting) return null;
        var word = text.Word(at);
        DatePart part;
        switch (word.Class)
        {
            case DateClass.Start: part = DatePart.Start; break;
            case DateClass.Early: part = DatePart.Early; break;
            case DateClass.Middle: part = text.Key(at) == "نیمه" ? DatePart.Middle : DatePart.Between; break;
            case DateClass.Late: part = DatePart.Late; break;
            case DateClass.End: part = DatePart.End; break;
            default: return null;
        }
        if (text.Number(at) is { EndToken: var end } && (text.Word(end).IsMonth || end > at + 1)) return null;
        // «اوایل تا اواسط مهر»: both parts are of the period that follows the second.
        var next = at + word.Length;
        if (text.Key(at + 1) is "تا" or "و" && Edge(text, at + 2, depth + 1) is { Period: var second } upper && text.Word(at + 2).Class is DateClass.Early or DateClass.Middle or DateClass.Late or DateClass.End
            && text.Word(at + 2).Class > word.Class)
        {
            var whole = Whole(text, at + 2 + text.Word(at + 2).Length, true)?.Period;
            return upper with { Period = whole is { } all && second is { } last ? new Period(new(all.Near.Part(part).From, last.Near.To), new(all.Next.Part(part).From, last.Next.To)) : null };
        }
        var inner = Edge(text, next, depth + 1) ?? HalfOrTenth(text, next) ?? Whole(text, next, true)
            ?? (word.Class == DateClass.End ? RelativeDateRules.DayWord(text, next) ?? RelativeDateRules.Weekday(text, next) : null);
        if (inner is null || text.BreaksBefore(next)) return null;
        if (inner.Precision is DatePrecision.Vague or DatePrecision.Duration) return inner.Precision == DatePrecision.Vague ? inner : null;
        return inner with { Period = inner.Period?.Part(part), Rule = "date: part", Weak = false, Eve = false, Ends = part == DatePart.End };
    }

    // «نیمه اول 93», «نیمه دوم قرن», «دهه سوم مهر», «نیم‌سال اول»
    private static DateExpression? HalfOrTenth(DateText text, int at)
    {
        var half = text.Key(at) is "نیمه" or "نیمسال";
        if (!half && text.Key(at) != "دهه") return null;
        if (!Ordinal(text, at + 1, out var number, out var end)) return null;
        if (half && text.Key(end) is "روز" or "شب" && !text.BreaksBefore(end)) return new(end + 1, DatePrecision.Vague, "date: part");
        var inner = text.Key(at) == "نیمسال" ? CalendarDateRules.Year(text, end, true) is { Number: { } n } y ? new DateExpression(y.End, DatePrecision.Year, "", Period.Fixed(Yearly.WholeYear(y.Calendar).In(n)!.Value)) : null
            : text.Number(end) is not null && CalendarDateRules.Year(text, end, true) is { Number: { } known } year && Yearly.WholeYear(year.Calendar).In(known) is { } days
            ? new DateExpression(year.End, DatePrecision.Year, "", Period.Fixed(days))
            : Whole(text, end, true);
        if (inner is null) return null;
        var parts = half ? 2 : 3;
        var season = inner.Precision == DatePrecision.Year;
        return new(inner.End, season ? DatePrecision.Season : DatePrecision.Week, "date: part", inner.Period?.Select(whole => Slice(whole, number, parts, season)));
    }

    private static DayInterval Slice(DayInterval whole, int number, int parts, bool ofYear)
    {
        if (number > parts) return whole;
        if (ofYear && parts == 2 && JalaliDate.From(whole.From) is { Month: 1, Day: 1, Year: var year } && TimeArithmetic.Months(year, number == 1 ? 1 : 7, 6) is { } half) return half;
        var size = parts == 2 ? whole.Days / 2 : 10;
        if (parts == 3 && whole.Days > 31) size = whole.Days / 3;
        return number == parts ? new(whole.From.AddDays(size * (parts - 1)), whole.To) : new(whole.From.AddDays(size * (number - 1)), whole.From.AddDays(size * number - 1));
    }

    // «شش ماهه نخست امسال», «سه ماه اول سال ۱۴۰۲», «۴ ماهه‌ی اول سال»
    private static DateExpression? MonthsOfYear(DateText text, int at)
    {
        if (text.Number(at) is not { Ordinal: false } number || number.Value is < 1 or > 11 || number.Value % 1 != 0) return null;
        var end = number.EndToken;
        var adjective = number.Suffix is not null;
        if (number.Suffix is null)
        {
            var word = text.Word(end);
            if (word.Unit != TimeUnit.Month || word.Class is not (DateClass.Unit or DateClass.Adjective)) return null;
            end += word.Length;
            adjective = word.Class == DateClass.Adjective;
            if (text.Key(end) is "ی") end++;
        }
        else if (!number.Suffix.StartsWith("ماه", StringComparison.Ordinal))
        {
            return null;
        }
        if (text.Key(end) is "ابتدایی" or "اغازین" or "ابتدای" or "اولیه" && YearOf(end + 1) is { } opening)
            return Build((int)number.Value, 1, opening);
        if (text.Key(end) is "پایانی" or "اخر" or "انتهایی" && YearOf(end + 1) is { } closing)
            return Build((int)number.Value, 12 / (int)number.Value, closing);
        // «۹ ماهه امسال», «هشت ماه سال جاری»: from the year's beginning on.
        if (text.Is(end, DateClass.Year) || (text.Is(end, DateClass.Unit) && text.Word(end).Unit == TimeUnit.Year && text.Word(end + 1).Class is DateClass.This or DateClass.Past or DateClass.Next || text.Key(end) == "سال" && text.Number(end + 1) is not null) && !text.BreaksBefore(end))
            return Year(text, end) is { } running ? Build((int)number.Value, 1, running) : null;
        if (!Ordinal(text, end, out var ordinal, out end)) return null;
        return YearOf(end) is { } year ? Build((int)number.Value, ordinal, year) : null;

        // «در سه‌ماهه پایانی»: of this year, where no other is named.
        CalendarDateRules.YearName? YearOf(int stop) => Year(text, stop)
            ?? (adjective && (text.BreaksBefore(stop) || text.Key(stop) is not ("بارداری" or "حاملگی" or "زندگی" or "عمر")) && CalendarDateRules.Offset(text, 0) is { } current ? new(stop, CalendarKind.Jalali, current, false) : null);

        DateExpression Build(int months, int which, CalendarDateRules.YearName year)
        {
            var first = months * (which - 1) + 1;
            return new(year.End, DatePrecision.Season, "date: part",
                year.Number is { } known && first + months <= 13 && TimeArithmetic.Months(known, first, months) is { } days ? Period.Fixed(days) : null);
        }
    }

    private static CalendarDateRules.YearName? Year(DateText text, int at) => text.BreaksBefore(at) ? null : CalendarDateRules.Year(text, at, true);

    // «هفته دوم مهر», «سومین پنجشنبه ماه», «دومین ماه از سال جاری», «روز پنجم سال ۱۳۵۴»
    private static DateExpression? OrdinalUnit(DateText text, int at, int depth = 0)
    {
        if (depth > DeepestNesting) return null;
        int end, ordinal;
        TimeUnit unit;
        if (text.Word(at) is { IsUnit: true, Unit: TimeUnit.Week or TimeUnit.Month or TimeUnit.Season or TimeUnit.Day } word && Ordinal(text, at + 1, out ordinal, out end))
        {
            unit = word.Unit;
        }
        else if (text.Key(at) is "اخرین" or "واپسین" && text.Word(at + 1) is { Class: DateClass.Unit, Unit: TimeUnit.Week or TimeUnit.Month or TimeUnit.Season or TimeUnit.Day } lastUnit)
        {
            (ordinal, end, unit) = (-1, at + 1 + lastUnit.Length, lastUnit.Unit);
        }
        else if (text.Number(at) is { Ordinal: true, Value: <= 31 } first && text.Word(first.EndToken) is { IsUnit: true, Unit: TimeUnit.Week or TimeUnit.Month or TimeUnit.Season or TimeUnit.Day } next)
        {
            (ordinal, end, unit) = ((int)first.Value, first.EndToken + next.Length, next.Unit);
        }
        else
        {
            return null;
        }
        if (text.Key(end) == "از") end++;
        if ((OrdinalUnit(text, end, depth + 1) ?? Whole(text, end, true)) is not { } whole || text.BreaksBefore(end)) return null;
        return new(whole.End, RelativeDateRules.Precision(unit), "date: part", whole.Period?.Select(days => Nth(days, ordinal, unit)));
    }

    private static DayInterval Nth(DayInterval whole, int ordinal, TimeUnit unit)
    {
        if (ordinal < 0) return AtEdge(whole, 1, unit, late: true);
        var from = TimeArithmetic.Add(whole.From, ordinal - 1, unit);
        var to = TimeArithmetic.Add(whole.From, ordinal, unit).AddDays(-1);
        return from > whole.To ? whole : new(from, to > whole.To ? whole.To : to);
    }

    private static bool Ordinal(DateText text, int at, out int value, out int end)
    {
        (value, end) = (0, at);
        if (text.Number(at) is not { Ordinal: true, Value: >= 1 and <= 31 } number || text.BreaksBefore(at)) return false;
        (value, end) = ((int)number.Value, number.EndToken);
        return true;
    }

    // «قرن هفدهم میلادی», «قرن ششم و هفتم هجری», «دهه ۶۰»
    private static DateExpression? Century(DateText text, int at)
    {
        var word = text.Word(at);
        if (!word.IsUnit || word.Unit is not (TimeUnit.Century or TimeUnit.Decade) || text.Number(at + 1) is not { } number) return null;
        var end = number.EndToken;
        for (var i = 0; i < CalendarDateRules.LongestList && text.Key(end) is "و" or "،" && text.Number(end + 1) is { } more; i++) end = more.EndToken;
        var last = end;
        if (text.Is(end, DateClass.Calendar)) end += text.Word(end).Length;
        if (word.Unit == TimeUnit.Century) return new(end, DatePrecision.Year, "date: century");
        if (number.Value % 10 != 0 || number.Ordinal) return null;
        var first = number.Value < 100 ? CalendarDateRules.Century((int)number.Value) : (int)number.Value;
        return new(end, DatePrecision.Year, "date: decade", last == end && first is > 1200 and < 1500 && TimeArithmetic.Years(first, 10) is { } years ? Period.Fixed(years) : null);
    }
}
