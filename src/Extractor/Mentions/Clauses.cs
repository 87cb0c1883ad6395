using NewsMiner.Extractor.Facts;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Finds the phrases of a clause that can be what its number measures.</summary>
internal static class Clauses
{
    /// <summary>The phrase that stands right before <paramref name="end"/> without a preposition, adverbs and times between them skipped; empty where none does.</summary>
    public static (int Start, int End) Adjacent(MarkedText text, int end)
    {
        var from = end;
        var unled = end;
        var clause = text.ClauseStart(Math.Min(end, text.Count - 1));
        while (end > clause)
        {
            var role = text.Role(end - 1);
            // «زرشک را کیلویی ۳۰۰ هزار تومان می‌خرند»
            if (end == from && text.Role(end) == TokenRole.Number && IsPrice(text, end - 1))
            {
                end--;
                unled--;
            }
            else if (FigureQualities.PeriodBefore(text, end) is > 0 and var period)
            {
                // «گزارش‌ها از روزی ۴ به …»
                if (end == unled) unled -= period;
                end -= period;
            }
            else if (role is TokenRole.Adverb or TokenRole.Time or TokenRole.Object or TokenRole.Pronoun || text.Key(end - 1) is "صورت" or "طور" or "محدوده" or "معادل" || text.Key(end - 1) is "ان" && text.Role(end) != TokenRole.Content) end--;
            else if (role == TokenRole.Measure && text.Role(end - 2) != TokenRole.Content) end--;
            else if (end == unled && text.Key(end - 1) is "بین" or "تا" or "از" or "به" or "میان") end--;
            else if (role == TokenRole.Preposition && text.Role(end) is TokenRole.Time or TokenRole.Adverb or TokenRole.Pronoun or TokenRole.Measure) end--;
            else if (role == TokenRole.Preposition && text.Key(end) is "طور" or "صورت" or "محدوده") end--;
            else break;
        }
        var start = NounPhrase.Start(text, end, clause);
        if (start == end || IsTimeNoun(text.Key(start)) && !(end - start > 1 && text.Key(start) == "مدت")) return (end, end);
        // «بیشترین آن یک میلیارد تومان»: the greatest of what was named.
        if (end - start == 1 && text.Key(start).EndsWith("ترین", StringComparison.Ordinal)) return (end, end);
        // «با کارمزد ۴ درصد», «به مساحت ۸۰۰ متر»: the level or sum itself; any other noun behind a preposition is not what is measured.
        var isLed = start > clause && (text.Role(start - 1) == TokenRole.Preposition || (text.Role(start - 1) == TokenRole.Determiner || text.Key(start - 1) == "دیگر") && text.Role(start - 2) == TokenRole.Preposition);
        // «در شب یخبندان دمای هوا چهار درجه»: the level begins a phrase of its own.
        for (var i = end - 1; isLed && i > start; i--)
        {
            if (NounClasses.Is(text.Key(i), NounClass.Level) && text.Key(i - 1) is not ("کاهش" or "افزایش" or "رشد" or "بهبود" or "نظر")) return (i, end);
        }
        if (isLed && !(end == from && NounClasses.Is(text.Key(start), NounClass.Sum | NounClass.Level) && NounClasses.Of(text.Key(start)) is var kind && ((kind & NounClass.Act) == 0 || text.Key(start - 1) == "با"))) return (end, end);
        // The noun of another number: «در یک دهه دو برابر شد».
        return start > clause && text.Role(start - 1) == TokenRole.Number && text.Key(end) is not ("،" or ",") ? (end, end) : (start, end);
    }

    /// <summary>
    /// The subject or topic of the clause a token stands in: its first phrase without a preposition. Where a relative clause has none, the noun it describes;
    /// where a main clause has none because its subject stands before a relative clause, that subject.
    /// </summary>
    public static (int Start, int End) Topic(MarkedText text, int token, int depth = 0)
    {
        var sentence = text.SentenceAt(Math.Min(token, text.Count - 1));
        // «نرخ بازگشت در کسانی که شغل دارند ۲۲ درصد است»: the number belongs to the clause around.
        if (depth == 0 && ClosedRelative(text, sentence.FirstToken, token) is { } relative) return Topic(text, relative, 1);
        var clause = token >= sentence.EndToken ? token : text.ClauseStart(token);
        if (First(text, clause, token) is { Start: var start, End: var end } && start < end) return (start, end);
        if (depth > 3 || clause <= sentence.FirstToken) return (token, token);
        var before = clause - 1;
        if (text.Key(before) == "که")
        {
            if (ReportsAt(text, before)) return (token, token);
            var (headStart, headEnd) = Adjacent(text, before);
            if (headStart < headEnd) return (headStart, headEnd);
            // «در خانه‌هایی که …»
            var inside = NounPhrase.Start(text, before, text.ClauseStart(before));
            if (inside < before) return (inside, before);
        }
        else if (text.Role(before) is not (TokenRole.Verb or TokenRole.Copula) || ReportsAt(text, clause))
        {
            return (token, token);
        }
        return Topic(text, before, depth + 1) is { Start: var far, End: var farEnd } && far < farEnd ? (far, farEnd) : (token, token);
    }

    // The «که» of a relative clause that ends right before the token, or null.
    private static int? ClosedRelative(MarkedText text, int limit, int token)
    {
        var last = token - 1;
        while (last > limit && (text.Role(last) is TokenRole.Adverb or TokenRole.Time || text.Key(last) is "،" or ",")) last--;
        if (text.Role(last) is not TokenRole.Verb) return null;
        for (var i = last - 1; i > limit && last - i < 10; i--)
        {
            if (text.Key(i) == "که") return text.Role(i - 1) == TokenRole.Content && text.Key(i - 1).EndsWith('ی') && text.VerbFrom(i + 1, last + 1) is { } verb && verb.End == last + 1 ? i - 1 : null;
        }
        return null;
    }

    // True where the verb that ends before the token says what somebody said.
    private static bool ReportsAt(MarkedText text, int end)
    {
        for (var first = end - 1; first >= Math.Max(0, end - 3); first--)
        {
            if (text.VerbFrom(first, first + 1) is { } verb && verb.End == end)
                return verb.Form.Stem is "گفت" or "افزود" or "نوشت" or "خواست" || text.Key(verb.First - 1) is "اظهار" or "تصریح" or "بیان" or "اعلام" or "خبر" or "ادامه" or "تاکید" or "اضافه" or "عنوان" or "یاداور" or "خاطرنشان" or "توضیح" or "پاسخ" or "ابراز" or "مطرح" or "تشریح";
        }
        return false;
    }

    // «کیلویی», «کیلومتری», «نفری» before a sum: its price for each.
    private static bool IsPrice(MarkedText text, int token) =>
        Units.OfWord(text.Key(token)) is { Adjective: true, Class: UnitClass.Measure or UnitClass.Mass or UnitClass.Classifier or UnitClass.Container } && text.Key(token).EndsWith('ی') && text.Role(token - 1) != TokenRole.Number;

    private static bool IsTimeNoun(string key) => key is "سال" or "ماه" or "روز" or "هفته" or "دهه" or "مدت" or "بازه" or "زمان" or "همچنان" or "حالا" or "جمعیتی";

    // The first phrase that is not a time, a pronoun or led by a preposition.
    private static (int Start, int End) First(MarkedText text, int clause, int end)
    {
        for (var i = clause; i < end; i++)
        {
            var role = text.Role(i);
            if (role == TokenRole.Preposition)
            {
                while (i + 1 < end && (text.Role(i + 1) is TokenRole.Pronoun or TokenRole.Determiner or TokenRole.Number or TokenRole.Content or TokenRole.Time)) i++;
                continue;
            }
            if (role is not (TokenRole.Content or TokenRole.Measure) || role == TokenRole.Measure && text.Role(i + 1) is not (TokenRole.Content or TokenRole.Measure) || IsTimeNoun(text.Key(i)) && text.Role(i + 1) != TokenRole.Content) continue;
            if (i == end - 1 && text.Role(end) == TokenRole.Number && IsPrice(text, i)) continue;
            // «ماهی ۷۰۰ هزار تومان»
            if (FigureQualities.PeriodBefore(text, i + 1) > 0) continue;
            var stop = i + 1;
            while (stop < end && stop - i < 5 && !(stop + 1 == end && FigureQualities.PeriodBefore(text, end) == 1) && (text.Role(stop) is TokenRole.Content or TokenRole.Measure || text.Key(stop) is "هر" or "این" && text.Role(stop + 1) == TokenRole.Content)) stop++;
            // «سردار ایرج کتولی‌منش سه‌شنبه … این میزان را»: who says it is not what is measured.
            if (IsPerson(text, i, stop))
            {
                i = stop - 1;
                continue;
            }
            // «اسهال کودکان ثبت کردیم»: the noun of the verb.
            if (stop - i > 1 && text.Role(stop) == TokenRole.Verb && NounClasses.Of(text.Key(stop - 1)) == NounClass.Act) stop--;
            // «۸۰ واحد مسکونی»: the unit of another number is the head of its adjective.
            var isDescribed = i > clause && text.Role(i - 1) == TokenRole.Number && text.Text.Tokens[i - 1].Kind == Text.TokenKind.Word && NounPhrase.IsAdjective(text.Key(i));
            return (isDescribed ? i - 1 : i, stop);
        }
        return (end, end);
    }

    // A post, a title or a name known as one.
    private static bool IsPerson(MarkedText text, int start, int stop)
    {
        if (MentionLexicons.Honorifics.At(text.Text.Tokens, start, stop).Tokens > 0 && stop - start > 1) return true;
        if (MentionLexicons.Roles.At(text.Text.Tokens, start, stop) is { Tokens: > 0, Value: { NeedsBody: false } }) return true;
        return stop - start is 2 or 3 or 4 && !NounClasses.IsNoun(text.Key(start)) && NameWords.GivenKindOf(text.Key(start)) is var given && (given == GivenKind.Sure || given >= GivenKind.Possible && NameWords.FamilyKindOf(text.Key(stop - 1)) >= FamilyKind.Likely);
    }

    /// <summary>The phrase behind the first <paramref name="preposition"/> in a range, or an empty one.</summary>
    public static (int Start, int End) Behind(MarkedText text, int first, int end, string preposition)
    {
        for (var i = first; i + 1 < end; i++)
        {
            if (text.Key(i) != preposition) continue;
            var at = i + 1;
            while (at < end && text.Role(at) is TokenRole.Determiner) at++;
            if (at < end && NounPhrase.IsJoined(text, at)) return (at, Math.Min(end, NounPhrase.End(text, at)));
        }
        return (end, end);
    }

    /// <summary>True where the verb behind a number only says that something is so much: است, رسید, اعلام شد.</summary>
    public static bool Equates(MarkedText text, int unitEnd)
    {
        var sentence = text.SentenceAt(Math.Min(unitEnd, text.Count - 1));
        if (unitEnd >= sentence.EndToken || text.Role(unitEnd) == TokenRole.Mark) return true;
        if (text.VerbFrom(unitEnd, sentence.EndToken) is not { } verb) return true;
        if (verb.Form.Stem is "بود" or "رسید" or "رساند" or "گذشت") return verb.First - unitEnd <= 3;
        if (text.Key(verb.First - 1) is "بالا" or "پایین" && verb.First - unitEnd == 1) return true;
        if (verb.First == unitEnd) return verb.Form.Stem is "شد" or "گردید" or "داشت";
        return text.Key(verb.First - 1) is "اعلام" or "براورد" or "عنوان" or "گزارش" or "ثبت" or "بیان" or "ذکر" or "پیشبینی" or "افزایش" or "کاهش" or "ارزیابی" && verb.First - unitEnd <= 3;
    }
}
