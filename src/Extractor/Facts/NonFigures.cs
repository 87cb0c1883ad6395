using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Numerals;

namespace NewsMiner.Extractor.Facts;

/// <summary>Tells numbers that name, date or order things from those that measure, each with its reason.</summary>
internal static class NonFigures
{
    private static readonly PhraseTable<string> Before = Rows("before");
    private static readonly PhraseTable<string> After = Rows("after");

    /// <summary>Why a number is no figure, or null where nothing speaks against it. <paramref name="unit"/> is the unit behind it, if any.</summary>
    public static string? Reason(MarkedText text, NumberMention number, Unit? unit, string? listed)
    {
        if (number.Kind == NumberKind.Vague) return "vague number";
        if (number.Kind == NumberKind.Fraction && !(number.Value == 0.5m && unit is { Class: UnitClass.Percent or UnitClass.Measure, Adjective: false })) return "fraction";
        var (first, end) = (number.FirstToken, number.EndToken);
        if (text.DateAt(first) is { } date && date.EndToken > first && !Measures(text, number, date, unit)) return DateReason(date);
        if (IsCode(text, number, unit)) return "code";
        var (afterLength, afterReason) = After.StartingAt(text, end);
        if (afterLength > 0 && !(afterReason == "score" && !IsNumber(text, end + 1))) return afterReason;
        if (number.Suffix is { } suffix && IsSpanSuffix(suffix)) return "age or span";
        // «یک دلار آمریکا … ریال», «در ۱۲ کیلومتری محور»
        if (unit is { Class: UnitClass.Money } && number is { Value: 1, Max: null, Rule: "number: one" }) return "unit of account";
        if (unit is { Name: "کیلومتر", Adjective: true } && text.Key(first - 1) is "در") return "place on a road";
        if (IsNegation(text, number, unit)) return "no number";
        // «ساعت کار اداره‌ها از ۶ تا ۱۳ است»
        if (unit is null && number.Value is >= 0 and <= 24 && IsOfHours(text, first)) return "time of day";
        // «شماره ۱۱ رئال مادرید»: no rial.
        if (unit is { Class: UnitClass.Money } && text.Form(end).StartsWith("رئا", StringComparison.Ordinal)) return "number of a thing";
        if (unit is null && IsListNumber(text, number)) return "list number";
        // «عکس ۴×۳»
        if (IsTimes(text, end) || IsTimes(text, first - 1)) return "format";
        // «۱۲۳ شماره بازی نیست»: the number is a telephone.
        if (unit is null && number is { Max: null, Value: >= 100 and < 10_000 } && text.Key(end) == "شماره") return "phone";
        if (number is { Value: >= 1900 and < 2100, EndToken: var last } && last == first + 1 && text.Text.Tokens[first].Kind == Text.TokenKind.Number && unit is null && (text.Role(first - 1) == TokenRole.Mark || first == text.SentenceAt(first).FirstToken || text.Form(last) is "»" or ")")) return "year";
        // «در دو نوبت ۱۷ و ۱۹:۳۰»
        if (number is { Value: >= 0 and <= 24, Max: null } && text.Key(end) is "و" or "،" && text.DateAt(end + 1) is { Precision: DatePrecision.Time } clock && clock.FirstToken == end + 1) return "time of day";
        if (text.Key(first - 1) is "دقیقه" && unit is null && text.Role(first - 2) is TokenRole.Preposition) return "time of day";
        if (text.Role(end) == TokenRole.Mark && text.Form(end) is "_" or "-" && unit is null && text.Role(end + 1) is not TokenRole.Content) return "score";
        // «با ۱۲۳ تماس بگیرند»
        if (unit is null && number.Value is >= 100 and < 100_000 && text.Key(end) is "تماس" or "زنگ" or "پیامک" or "خبر" or "اطلاع" or "گزارش" && text.Key(first - 1) is "با" or "به" or "شماره") return "phone";
        if (listed is "article of law" or "number of a thing" or "session" or "phone" or "street" && unit is null && !(text.Role(end) == TokenRole.Content && NounClasses.Of(text.Key(end)) != NounClass.Act)) return listed;
        var (beforeLength, beforeReason) = Before.EndingAt(text, first);
        // «در این جلسه ۹ سمن نیز …» is no ninth session.
        var isPointedAt = text.Key(first - beforeLength - 1) is "این" or "همین" or "ان" && text.Role(end) == TokenRole.Content;
        isPointedAt |= beforeReason == "date" && number.Value is >= 100 and < 1300 && text.Role(end) == TokenRole.Content;
        // «تا پایان سال ۲۰ خانه»: the year is told without the number.
        isPointedAt |= beforeReason == "date" && text.DateAt(first - 1) is { } told && told.EndToken == first && (unit is not null || text.Role(end) == TokenRole.Content) && number.Value < 50;
        if (beforeLength > 0 && !isPointedAt && (unit is null || beforeReason is "article of law" || beforeReason is "date" && number.Value >= 1000)) return beforeReason;
        // «نتیجه ۲۵ بر سه»
        if (text.Key(first - 1) == "بر" && text.Role(first - 2) == TokenRole.Number) return "score";
        if (number.Value is 0 && number.Max is null) return "idiom";
        if (number is { Value: 1, Max: null, Rule: "number: one" } && !IsCountedOne(text, number, unit)) return "article یک";
        // «هر دو», «هر سه»: all of them; «این دو شهرستان» points back.
        if (number.Value is 2 or 3 or 4 && text.Key(first - 1) is "هر" && text.Text.Tokens[first].Kind == Text.TokenKind.Word) return "idiom";
        if (number.Value is 2 && text.Key(first - 1) is "این" or "ان" or "همین" && unit is null) return "points back";
        return null;
    }

    private static bool IsOfHours(MarkedText text, int first)
    {
        if (text.Key(first - 1) is not ("از" or "تا")) return false;
        for (var i = first - 2; i >= Math.Max(text.SentenceAt(first).FirstToken, first - 10); i--)
        {
            if (text.Key(i) is "ساعت" or "ساعات" && text.Key(i + 1) is "کار" or "کاری" or "فعالیت" or "اداری" or "بازدید" or "پذیرش") return true;
            if (text.Role(i) is TokenRole.Verb) return false;
        }
        return false;
    }

    private static string DateReason(DateMention date) => date.Precision switch
    {
        DatePrecision.Time => "time of day",
        DatePrecision.Duration => "length of a plan or grace period",
        DatePrecision.Year => "year",
        _ => "date",
    };

    // A length of time is a figure where something takes it: waiting, serving, teaching.
    private static bool Measures(MarkedText text, NumberMention number, DateMention date, Unit? unit)
    {
        // «از ۲ هزار و ۱۰۰ به …»: no year is written so.
        if (date.Precision == DatePrecision.Year && number.EndToken - number.FirstToken > 1 && number.FirstToken >= date.FirstToken && number.Value > 1500) return true;
        // «در نیمه نخست سال ۱۸۷ طرح», «در خردادماه سه خانوار»: what follows a month or «سال» and is no year.
        if (date.Precision is DatePrecision.Year or DatePrecision.Month or DatePrecision.Day && number.FirstToken > date.FirstToken && number.EndToken == date.EndToken && text.Role(number.EndToken) == TokenRole.Content
            && (number.Value is >= 100 and < 1300 or > 31 and < 50 || number.Rule is "number: words" && number.Value < 1300)) return true;
        if (date.Precision != DatePrecision.Duration || number.FirstToken < date.FirstToken) return false;
        if (unit is not { Class: UnitClass.Time } time) return unit is not null;
        // «هفته‌ای دو روز», «به سه هفته کاهش دهیم»
        if (FigureQualities.PeriodBefore(text, number.FirstToken) > 0) return true;
        if (text.Key(number.FirstToken - 1) == "به" && text.Key(date.EndToken) is "کاهش" or "افزایش" or "رسید" or "رسیده" or "میرسد" or "خواهدرسید" or "تقلیل") return true;
        if (text.Key(date.FirstToken) is "ظرف" or "طی" or "پس" or "بعد" or "تا" or "پیش" or "قبل" || text.Key(number.FirstToken - 1) is "ظرف" or "طی" or "هر" or "پس" || text.Key(number.FirstToken - 2) is "مدت" or "ظرف" or "پس" or "بعد" or "طی") return false;
        if (time.Adjective) return time.Name is "دقیقه" or "ثانیه" || time.Name == "ساعت" && IsMeasured(text, number.FirstToken);
        return time.Name is "دقیقه" or "ساعت" or "ثانیه" || IsMeasured(text, number.FirstToken);
    }

    private static bool IsMeasured(MarkedText text, int token)
    {
        var start = text.SentenceAt(token).FirstToken;
        for (var i = token - 1; i >= start && i >= token - 14; i--)
        {
            if (text.Key(i) is "زمان" or "مدت" or "انتظار" or "نوبت" or "میانگین" or "متوسط" or "فاصله" or "بازپرداخت") return true;
        }
        return false;
    }

    // Seven digits or more without a mark or a unit, or a leading zero, name a thing.
    private static bool IsCode(MarkedText text, NumberMention number, Unit? unit)
    {
        var token = text.Text.Tokens[number.FirstToken];
        if (token.Kind != Text.TokenKind.Number) return false;
        if (token.Key.Length > 1 && token.Key[0] == '0' && token.Key[1] is not ('.' or '/' or '٫')) return true;
        if (token.Key.Length >= 7 && token.Key.All(char.IsAsciiDigit) && unit is null) return true;
        // Pieces of a phone number or an address: 0281-3335, 12/345.
        return number.FirstToken > 0 && text.Text.Tokens[number.FirstToken - 1] is { Form: "/" or "-" or "_" or "#" or "." } mark && mark.Span.End == token.Span.Start
            && number.FirstToken > 1 && text.Text.Tokens[number.FirstToken - 2].Span.End == mark.Span.Start && unit is null;
    }

    // «یک» counts after «تنها», beside another number of the same list, and with a classifier.
    private static bool IsCountedOne(MarkedText text, NumberMention number, Unit? unit)
    {
        if (text.Key(number.FirstToken - 1) is "تنها" or "فقط" or "حداقل" or "حداکثر" or "دستکم" or "کم" or "رتبه" or "از" && text.Key(number.FirstToken - 2) is not ("پس" or "یکی" or "بیش")) return text.Key(number.FirstToken - 1) != "از";
        if (unit is { Class: UnitClass.Classifier } && text.Role(number.EndToken + 1) is TokenRole.Verb or TokenRole.Copula && text.Key(number.FirstToken - 1) is not ("و" or "،")) return false;
        if (unit is { Class: UnitClass.Classifier, Name: "دستگاه" or "باب" or "فقره" or "فروند" } or { Class: UnitClass.Percent or UnitClass.Money or UnitClass.Measure }) return true;
        var sentence = text.SentenceAt(number.FirstToken);
        // «یک مرکز و دو خانه», «دو خانه و یک مرکز», «سه خانه، یک مرکز»
        for (var i = number.FirstToken - 1; i >= Math.Max(sentence.FirstToken, number.FirstToken - 6); i--)
        {
            if (text.Role(i) is TokenRole.Verb or TokenRole.Copula) break;
            if (text.Role(i) == TokenRole.Number) return text.Key(number.FirstToken - 1) is "و" or "،" or ",";
        }
        for (var i = number.EndToken; i < Math.Min(sentence.EndToken, number.EndToken + 7); i++)
        {
            if (text.Role(i) is TokenRole.Verb or TokenRole.Copula) break;
            if (text.Role(i) == TokenRole.Number) return text.Key(i - 1) is "و" or "،" or ",";
        }
        return false;
    }

    // «-3 بهبود مستمر:», «4- صندوق»: numbers that begin a line and a dash beside them.
    private static bool IsListNumber(MarkedText text, NumberMention number)
    {
        var sentence = text.SentenceAt(number.FirstToken);
        if (text.Text.Tokens[number.FirstToken].Kind != Text.TokenKind.Number || number.Value > 99) return false;
        var isFirst = number.FirstToken == sentence.FirstToken;
        return isFirst && text.Role(number.EndToken) == TokenRole.Mark && text.Form(number.EndToken) is "-" or "–" or "ـ" or ")" or "." or ":"
            || number.FirstToken == sentence.FirstToken + 1 && text.Form(sentence.FirstToken) is "-" or "–" or "*" or "•" or "(";
    }

    private static bool IsTimes(MarkedText text, int token) => text.Form(token) is "×" or "x" or "X" && text.Role(token - 1) == TokenRole.Number && text.Role(token + 1) == TokenRole.Number;

    // «وام است نه صدقه؛»: «نه» that denies what follows.
    private static bool IsNegation(MarkedText text, NumberMention number, Unit? unit) =>
        number.Value == 9 && (unit is null || StandsTwice(text, number.FirstToken)) && text.Key(number.FirstToken) == "نه" && number.EndToken == number.FirstToken + 1
        // «نه یارانه می‌گیریم و نه مستمری», «نه تنها»: it stands twice, or before what it denies.
        && (StandsTwice(text, number.FirstToken) || text.Key(number.EndToken) is "تنها" or "فقط" or "این" or "ان"
            || text.Role(number.FirstToken - 1) == TokenRole.Mark && text.Role(number.FirstToken - 2) is TokenRole.Verb or TokenRole.Copula && text.Role(number.EndToken) == TokenRole.Content && text.Role(number.EndToken + 1) == TokenRole.Mark
            || text.Role(number.FirstToken - 1) is not (TokenRole.Conjunction or TokenRole.Preposition or TokenRole.Mark) && (text.Role(number.FirstToken - 1) is TokenRole.Verb or TokenRole.Copula || text.Key(number.EndToken + 1) is "را" or "نه" or "بلکه" || text.Role(number.EndToken + 1) == TokenRole.Mark || text.Role(number.EndToken + 2) == TokenRole.Mark));

    private static bool StandsTwice(MarkedText text, int token)
    {
        var sentence = text.SentenceAt(token);
        for (var i = Math.Max(sentence.FirstToken, token - 12); i < Math.Min(sentence.EndToken, token + 12); i++)
        {
            if (i != token && text.Key(i) == "نه" && text.Role(i - 1) is TokenRole.Conjunction or TokenRole.Mark or TokenRole.Verb or TokenRole.Copula or TokenRole.Object) return true;
        }
        return false;
    }

    /// <summary>True for paragraphs that are the page's own: desk codes, links, counters.</summary>
    public static bool IsBoilerplate(ReadOnlySpan<char> paragraph) => Boilerplate.RoleOf(paragraph) != LineRole.Story;

    private static bool IsSpanSuffix(string suffix) =>
        Text.Fold.Key(suffix) is var key && (key.StartsWith("سال", StringComparison.Ordinal) || key.StartsWith("ماه", StringComparison.Ordinal) || key.StartsWith("روز", StringComparison.Ordinal)
            || key is "باره" or "گانه" or "جانبه" or "طرفه" or "قلو" or "بعدی" or "رقمی" or "چندان" or "بار" or "مرتبه" or "هفتهای" or "منظوره" or "ستاره");

    private static bool IsNumber(MarkedText text, int token) => text.Role(token) == TokenRole.Number;

    private static PhraseTable<string> Rows(string side) =>
        new(LanguageTable.Read("Facts/non-figures.tsv").Where(row => row[1] == side ? true : row[1] is "before" or "after" ? false : throw row.Bad("the place is before or after"))
            .Select(row => (row[0], row[2])));
}
