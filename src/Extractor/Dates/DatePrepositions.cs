namespace NewsMiner.Extractor.Dates;

/// <summary>Reads the words before a time — «تا», «از», «پیش از», «ظرف» — and what they make of it.</summary>
internal static class DatePrepositions
{
    private static readonly HashSet<string> PlaceNouns = new(StringComparer.Ordinal)
    {
        "میدان", "خیابان", "بلوار", "بیمارستان", "مدرسه", "اتوبان", "بزرگراه", "ورزشگاه", "دبستان", "دبیرستان", "دانشگاه", "روستای", "شهرک",
        "محله", "مجتمع", "پارک", "بوستان", "پل", "کوچه", "ورزشی", "فرودگاه", "استادیوم", "لشکر", "تیپ", "هنرستان",
    };

    /// <summary>The mention with its prepositions, none of them before <paramref name="free"/>; null where nothing tells that a time is meant.</summary>
    public static DateMention? Attach(DateText text, DateExpression expression, int at, int free)
    {
        // «میدان ۲۲ بهمن» is a name; «پل ۲۲ بهمن امسال» tells when.
        if (at > 0 && !text.BreaksBefore(at) && text.Key(expression.End - 1) is not ("امسال" or "جاری" or "اینده") && PlaceNouns.Contains(text.Key(at - 1)) && expression.Precision is DatePrecision.Day or DatePrecision.Month or DatePrecision.Season) return null;
        var first = at;
        var direction = DateDirection.In;
        var within = false;
        var bridge = first;
        // «پیش از فرا رسیدن سرمای زمستان»
        if (Before(text, bridge, DateClass.Climate, free) is { } climate) bridge = climate;
        if (Before(text, bridge, DateClass.Arrival, free) is { } arrival) bridge = arrival;
        foreach (var (kind, meaning) in Kinds)
        {
            var from = kind is DateClass.Before or DateClass.After ? bridge : first;
            if (Before(text, from, kind, free) is not { } start) continue;
            (first, direction, within) = (start, meaning, kind == DateClass.Within);
            break;
        }
        var phrase = first;
        while (Before(text, phrase, DateClass.During, free) is { } wider) phrase = wider;
        if (expression.Weak && first == at && phrase == at && (at == 0 || free != at)) return null;
        return Mention(text, expression, at, first, direction, within) with { PhraseToken = phrase };
    }

    private static readonly (DateClass Kind, DateDirection Meaning)[] Kinds =
    [
        (DateClass.Before, DateDirection.Before), (DateClass.After, DateDirection.After), (DateClass.Within, DateDirection.By),
        (DateClass.By, DateDirection.By), (DateClass.From, DateDirection.From),
    ];

    private static DateMention Mention(DateText text, DateExpression expression, int at, int first, DateDirection direction, bool within)
    {
        var mention = new DateMention(first, expression.End, null, null, expression.Precision, expression.Rule) { Direction = direction, OfDay = expression.OfDay, Time = expression.Time, Limit = expression.Within };
        if (within && expression.Within is { } limit)
            return mention with { From = text.Reference, To = limit, Due = limit, Precision = expression.OfDay ? DatePrecision.Day : DatePrecision.Week, Rule = "date: within" };
        if (expression.Period is not { } period || expression.Precision is DatePrecision.Vague or DatePrecision.Duration or DatePrecision.Time)
            return direction is DateDirection.By or DateDirection.From && expression.Precision == DatePrecision.Duration ? mention with { FirstToken = at, Direction = DateDirection.In } : mention;
        if (direction == DateDirection.From && expression.Bounded) mention = mention with { Direction = direction = DateDirection.In };
        if (direction == DateDirection.By && expression.Eve) direction = DateDirection.Before;
        var days = direction == DateDirection.In ? period.Near : period.Next;
        mention = mention with { Reckoned = expression.Calendar == CalendarKind.Hijri && CalendarSystem.IsReckoned(days.To) };
        return direction switch
        {
            DateDirection.In => mention with { From = days.From, To = days.To, Due = period.Next.To },
            DateDirection.By => mention with { From = Earlier(text.Reference, days.To), To = days.To, Due = days.To },
            DateDirection.Before when expression.Ends => mention with { From = Earlier(text.Reference, days.To), To = days.To, Due = days.To },
            DateDirection.Before => mention with { From = Earlier(text.Reference, days.From.AddDays(-1)), To = days.From.AddDays(-1), Due = days.From.AddDays(-1), Direction = direction },
            // «از همین هفته» falls due when that week is over.
            DateDirection.From when expression is { Precision: DatePrecision.Week, Rule: "date: relative" } => mention with { From = days.From, To = days.To, Due = days.To },
            DateDirection.From => mention with { From = days.From, Due = days.From },
            _ => mention with { From = days.To.AddDays(1) },
        };
    }

    private static DateOnly? Earlier(DateOnly? reference, DateOnly last) => reference is { } day && day <= last ? day : null;

    // Where a word of the class stands that ends right before the token.
    private static int? Before(DateText text, int at, DateClass kind, int free)
    {
        for (var length = 4; length > 0; length--)
        {
            var start = at - length;
            if (start >= free && !text.BreaksBefore(at) && text.Word(start) is { Length: var taken, Class: var found } && found == kind && taken == length) return start;
        }
        return null;
    }
}
