namespace NewsMiner.Extractor.Dates;

/// <summary>Reads lengths of time and what they count from: «سه ماه آینده», «دو هفته دیگر», «پنج سال پیش», «۱۵ ساعت», «هر سه روز».</summary>
internal static class DurationRules
{
    /// <summary>A number of units, with the word that counts them from the reference where there is one.</summary>
    public static DateExpression? Length(DateText text, int at)
    {
        if (!Count(text, at, out var least, out var most, out var unit, out var end, out var adjective)) return null;
        while (text.Key(end) == "و" && !text.BreaksBefore(end) && Count(text, end + 1, out _, out _, out var smaller, out var after, out _) && smaller < unit) end = after;
        if (text.Key(end) == "و" && text.Key(end + 1) == "نیم") (least, most, end) = (least + 0.5m, most + 0.5m, end + 2);
        var ofDay = unit < TimeUnit.Day;
        if (adjective) return new(end, DatePrecision.Duration, "date: duration") { OfDay = ofDay };
        var relation = text.Word(end);
        var length = relation.Length;
        if (text.BreaksBefore(end)) relation = default;
        if (!ofDay && most is { } counted && CountedFrom(text, end, counted, unit) is { } point) return point;
        if (text.Reference is not { } day || most is null || ofDay)
        {
            if (text.Reference is { } now && most is { } hours && unit == TimeUnit.Hour && relation.Class is DateClass.Next or DateClass.Past)
            {
                var days = (int)Math.Ceiling(Math.Min(hours, 10_000) / 24);
                return new(end + length, DatePrecision.Day, "date: relative", relation.Class == DateClass.Next ? Period.Fixed(now, now.AddDays(days)) : Period.Fixed(now.AddDays(-days), now)) { OfDay = true };
            }
            if (relation.Class is DateClass.Next or DateClass.Later or DateClass.Past or DateClass.Ago)
                return new(end + length, DatePrecision.Vague, "date: relative") { OfDay = ofDay };
            return new(end, DatePrecision.Duration, "date: duration") { OfDay = ofDay, Within = text.Reference is { } today && ofDay ? today.AddDays(most is { } length24 && unit == TimeUnit.Hour ? (int)(Math.Min(length24, 10_000) / 24) : 0) : null };
        }
        var limit = TimeArithmetic.Add(day, most.Value, unit);
        var precision = RelativeDateRules.Precision(unit);
        return relation.Class switch
        {
            DateClass.Next => new(end + length, precision, "date: relative", Period.Fixed(day, limit)),
            DateClass.Later => new(end + length, precision, "date: relative", Period.Fixed(DayInterval.Of(limit))),
            DateClass.Past => new(end + length, precision, "date: relative", Period.Fixed(TimeArithmetic.Add(day, -most.Value, unit), day)),
            DateClass.Ago => new(end + length, precision, "date: relative", Ago(day, least ?? most.Value, most.Value, unit)),
            _ => new(end, DatePrecision.Duration, "date: duration") { Within = limit },
        };
    }

    // «یک هفته پس از عید فطر», «سه روز قبل از نوروز»
    private static DateExpression? CountedFrom(DateText text, int end, decimal count, TimeUnit unit)
    {
        var relation = text.Word(end);
        if (relation.Class is not (DateClass.After or DateClass.Before) || text.BreaksBefore(end)) return null;
        var start = end + relation.Length;
        if (PeriodPartRules.Point(text, start) is not { Weak: false, Precision: not (DatePrecision.Vague or DatePrecision.Duration), OfDay: false } point || text.BreaksBefore(start)) return null;
        var back = relation.Class == DateClass.Before;
        return point with
        {
            Rule = "date: counted",
            Precision = RelativeDateRules.Precision(unit),
            Eve = false,
            Period = point.Period?.Select(days => DayInterval.Of(back ? TimeArithmetic.Add(days.From, -count, unit) : TimeArithmetic.Add(days.To, count, unit))),
        };
    }

    private static Period Ago(DateOnly day, decimal least, decimal most, TimeUnit unit)
    {
        var (from, to) = (TimeArithmetic.Add(day, -most, unit), TimeArithmetic.Add(day, -least, unit));
        if (unit < TimeUnit.Month) return Period.Fixed(from, to);
        return TimeArithmetic.UnitAt(from, 0, unit) is { } first && TimeArithmetic.UnitAt(to, 0, unit) is { } last ? Period.Fixed(first.From, last.To) : Period.Fixed(from, to);
    }

    private static DateExpression? Alternate(DateText text, int at)
    {
        var end = at;
        TimeUnit unit;
        if (Count(text, at, out _, out _, out unit, out var after, out _)) end = after;
        else if (text.Word(at) is { Class: DateClass.Unit } word) (unit, end) = (word.Unit, at + word.Length);
        else return null;
        return text.Key(end) == "در" && text.Key(end + 1) is "میان" or "میون" && !text.BreaksBefore(end)
            ? new(end + 2, DatePrecision.Vague, "date: frequency") { OfDay = unit < TimeUnit.Day }
            : null;
    }

    // A number, a range or «چند», then a unit.
    private static bool Count(DateText text, int at, out decimal? least, out decimal? most, out TimeUnit unit, out int end, out bool adjective)
    {
        (least, most, unit, end, adjective) = (null, null, default, at, false);
        string? suffix = null;
        if (text.Key(at) is "چند" or "چندین")
        {
            end = at + 1;
        }
        else if (text.Key(at) == "ربع" || (text.Key(at + 1) == "ربع" && text.Whole(at, 1, 3, out _, out _)))
        {
            (unit, end) = (TimeUnit.Minute, text.Key(at) == "ربع" ? at + 1 : at + 2);
            if (text.Key(end) is "ساعت" or "قرن") (unit, end) = (text.Word(end).Unit, end + 1);
            else if (end == at + 1) return false;
            return true;
        }
        else if (text.AnyNumber(at) is { Ordinal: false } number)
        {
            (least, most, end, suffix) = (number.Value, number.Max ?? number.Value, number.EndToken, number.Suffix);
            if (number.Kind == Numerals.NumberKind.Vague) (least, most) = (null, null);
            var next = text.IsRange(end) || text.Key(end) is "یا" or "-" or "–" or "و" ? end + 1 : end;
            if (suffix is null && text.Number(next) is { Ordinal: false } upper && upper.Value > number.Value) (most, end, suffix) = (upper.Value, upper.EndToken, upper.Suffix);
            // «۱۳، ۲۳ و ۲۴ دقیقه»: a list that shares its unit.
            var list = end;
            for (var i = 0; i < CalendarDateRules.LongestList && suffix is null && text.Key(list) is "،" or "," or "و" && text.Number(list + 1) is { Ordinal: false } more; i++)
            {
                list = more.EndToken;
                if (text.Word(list).Class is not (DateClass.Unit or DateClass.Adjective)) continue;
                (most, end) = (more.Value, list);
                break;
            }
        }
        else
        {
            return false;
        }
        if (suffix is not null && suffix != "و")
        {
            var word = DateLexicon.Find(suffix);
            (unit, adjective) = (word.Unit, word.Class == DateClass.Adjective);
            return word.Class is DateClass.Adjective or DateClass.Unit;
        }
        var unitWord = text.Word(end);
        if (text.BreaksBefore(end) || unitWord.Class is not (DateClass.Unit or DateClass.Adjective)) return false;
        (unit, adjective) = (unitWord.Unit, unitWord.Class == DateClass.Adjective);
        end += unitWord.Length;
        return true;
    }

    /// <summary>«هر روز», «هر سه ماه», «هر دوشنبه».</summary>
    public static DateExpression? Frequency(DateText text, int at)
    {
        // «دقیقه به دقیقه», «سال به سال»
        if (text.Word(at) is { Class: DateClass.Unit, Length: 1 } repeated && text.Key(at + 1) == "به" && text.Key(at + 2) == text.Key(at))
            return new(at + 3, DatePrecision.Vague, "date: frequency") { OfDay = repeated.Unit < TimeUnit.Day };
        // «یک شب در میان», «روز در میان»
        if (Alternate(text, at) is { } alternate) return alternate;
        if (!text.Is(at, DateClass.Every)) return null;
        if (text.Word(at + 1) is { IsUnit: true } word)
        {
            var end = at + 1 + word.Length;
            if (text.Key(end) is "یکبار") end++;
            // «هر روز هفته», «هر ماه از سال»
            var whole = text.Key(end) == "از" ? end + 1 : end;
            if (!text.BreaksBefore(whole) && text.Word(whole) is { Class: DateClass.Unit, Unit: var larger } unitWord && larger > word.Unit && text.Number(whole + 1) is null) end = whole + unitWord.Length;
            return new(end, DatePrecision.Vague, "date: frequency") { OfDay = word.Unit < TimeUnit.Day };
        }
        if (text.Is(at + 1, DateClass.Weekday)) return new(at + 1 + text.Word(at + 1).Length, DatePrecision.Vague, "date: frequency");
        return Count(text, at + 1, out _, out _, out var unit, out var stop, out _) ? new(stop, DatePrecision.Vague, "date: frequency") { OfDay = unit < TimeUnit.Day } : null;
    }
}
