using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Dates;

/// <summary>Finds dates, times, periods and occasions in a text.</summary>
public static class DateReader
{
    /// <summary>The mentions of time in text order, none overlapping; relative ones are resolved against <paramref name="reference"/>.</summary>
    public static IReadOnlyList<DateMention> Find(TokenizedText text, DateOnly? reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text, reference, NumberReader.FindSingle(text));
    }

    /// <summary>The mentions of time of a text whose numbers, apart, are known already.</summary>
    internal static IReadOnlyList<DateMention> Find(TokenizedText text, DateOnly? reference, IReadOnlyList<SingleNumber> numbers)
    {
        // Steps of centuries must stay inside the calendars.
        if (reference is { Year: < 1700 or > 2500 }) reference = null;
        return Find(new DateText(text, reference, numbers));
    }

    internal static List<DateMention> Find(DateText dates)
    {
        var found = new List<DateMention>();
        var free = 0;
        for (var at = 0; at < dates.Count;)
        {
            if (!dates.MayBegin(at))
            {
                at++;
                continue;
            }
            if (dates.Word(at) is { Class: DateClass.Name, Length: var name })
            {
                at += name;
                continue;
            }
            if (Expression(dates, at) is not { } expression)
            {
                at++;
                continue;
            }
            expression = Extend(dates, expression, at);
            var mention = DatePrepositions.Attach(dates, expression, at, free);
            if (mention is null)
            {
                // «میدان ۲۲ بهمن» holds no date at all; a word that is only weakly one may still begin another.
                at = expression.Weak ? at + 1 : expression.End;
                continue;
            }
            found.Add(mention);
            at = free = mention.EndToken;
        }
        return found;
    }

    /// <summary>The time that is named from exactly this token on.</summary>
    internal static DateExpression? Expression(DateText text, int at)
    {
        var word = text.Word(at);
        if (at >= text.Count || !text.MayBegin(at)) return null;
        if (word.Class == DateClass.Vague) return new(at + word.Length, DatePrecision.Vague, "date: vague");
        return DurationRules.Frequency(text, at) ?? NumericDateRules.Date(text, at) ?? NumericDateRules.YearAndMonth(text, at) ?? ClockRules.Clock(text, at)
            ?? PeriodPartRules.Part(text, at) ?? CalendarDateRules.DayOfMonth(text, at) ?? RelativeDateRules.DayWord(text, at)
            ?? RelativeDateRules.Weekday(text, at) ?? DurationRules.Length(text, at)
            ?? PeriodPartRules.Whole(text, at, false);
    }

    // «شنبه ۲ مرداد», «چهارشنبه هفته آینده»: what follows at once tells the same time more exactly.
    private static DateExpression Extend(DateText text, DateExpression expression, int at)
    {
        while (expression.End < text.Count && !text.BreaksBefore(expression.End) && expression.Precision is not (DatePrecision.Duration or DatePrecision.Vague))
        {
            var end = expression.End;
            if (Expression(text, end) is { Weak: false } next && next.OfDay == expression.OfDay && next.Precision is not (DatePrecision.Duration or DatePrecision.Vague))
            {
                var exact = Days(next) <= Days(expression) ? next : expression;
                expression = exact with { End = next.End, Weak = false };
                continue;
            }
            if (text.IsRange(end) && Expression(text, end + 1) is { Weak: false } upper && upper.OfDay == expression.OfDay && upper.Precision is not (DatePrecision.Duration or DatePrecision.Vague))
            {
                var joined = expression.Period is { } low && upper.Period is { } high && low.Near.From <= high.Near.To && low.Next.From <= high.Next.To
                    ? new Period(new(low.Near.From, high.Near.To), new(low.Next.From, high.Next.To))
                    : upper.Period;
                expression = upper with { Period = joined, Rule = "date: range", Eve = false, Bounded = true };
                continue;
            }
            if (UntilNow(text, expression) is { } lasting) expression = lasting;
            break;
        }
        return expression;
    }

    // «از ابتدای سال تاکنون», «از ۹۲ تا کنون», «از سال گذشته تا امروز»
    private static DateExpression? UntilNow(DateText text, DateExpression expression)
    {
        var end = expression.End;
        if (expression.OfDay) return null;
        var stop = text.Key(end) is "تاکنون" ? end + 1 : text.Key(end) == "تا" && text.Key(end + 1) is "کنون" or "اکنون" or "حالا" or "الان" ? end + 2 : 0;
        if (stop == 0) return null;
        var period = expression.Period is { } since && text.Reference is { } day && since.Near.From <= day ? Period.Fixed(since.Near.From, day) : (Period?)null;
        return expression with { End = stop, Period = period, Rule = "date: until now", Eve = false, Weak = false, Bounded = true };
    }

    private static int Days(DateExpression expression) => expression.Period?.Near.Days ?? int.MaxValue;
}
