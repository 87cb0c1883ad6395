using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Finds the words for what a number measures: behind it, before it, or named earlier.</summary>
internal static class Counted
{
    /// <summary>What <paramref name="figure"/> measures; <paramref name="earlier"/> is what the figure before it measured, for numbers that refer back.</summary>
    public static string? Find(MarkedText text, FigureCandidate figure, int first, string? earlier)
    {
        if (figure.IsRank) return Ranked(text, figure, first) ?? earlier;
        var end = figure.UnitEnd;
        return figure.Class switch
        {
            UnitClass.Percent or UnitClass.Ratio => Share(text, figure, first, end, earlier),
            UnitClass.Money => Paid(text, figure, first, end, earlier),
            UnitClass.Measure or UnitClass.Time or UnitClass.Mass => Measured(text, figure, first, end, earlier),
            UnitClass.Classifier or UnitClass.Container => Classified(text, figure, first, end, earlier),
            _ => figure.IsElided ? Before(text, first) ?? earlier : Phrase(text, figure.Number.EndToken),
        };
    }

    private static string? Share(MarkedText text, FigureCandidate figure, int first, int end, string? earlier)
    {
        if (figure.IsPossessive) return earlier;
        if (figure.IsAdjective)
        {
            // «مشارکت ۲۰۰ درصدی مردم», «رشد ۲۰ درصدی تولید», «سهم سه درصدی استخدام معلولان»
            var before = Plain(text, NounPhrase.Start(text, first, text.ClauseStart(first)), first);
            var after = IsHead(text, end) ? Phrase(text, end) : null;
            return before is null || IsChange(text, first - 1) ? after ?? before : after is null ? before : before + " " + after;
        }
        if (RefersBack(text, end)) return earlier ?? Before(text, first);
        if (text.Key(end) is "از" && RefersBack(text, end + 1)) return earlier;
        var at = text.Key(end) is "از" ? end + 1 : end;
        while (text.Role(at) is TokenRole.Determiner) at++;
        if (figure.Class == UnitClass.Percent && IsHead(text, at) && !IsChange(text, at)) return Phrase(text, at);
        return Before(text, first) ?? earlier;
    }

    private static string? Paid(MarkedText text, FigureCandidate figure, int first, int end, string? earlier)
    {
        if (figure.IsAdjective && NounPhrase.Start(text, first, text.ClauseStart(first)) is var start && start < first) return Plain(text, start, first);
        if (text.Key(end) == "برای" && !RefersBack(text, end + 1) && IsHead(text, end + 1)) return Phrase(text, Purpose(text, end + 1));
        if (text.Key(end) is "آن" or "این" && IsHead(text, end + 1)) return Phrase(text, end + 1);
        if (IsHead(text, end) && !IsChange(text, end) && text.Key(end) is not ("رتبه" or "جایگاه" or "مقام"))
        {
            // «۲.۵ میلیارد تومان هزینه شد»: the verb's own noun says what it was only where nothing before does.
            if (text.Role(end + 1) != TokenRole.Verb) return Phrase(text, end);
            return Before(text, first) ?? text.Words(end, end + 1);
        }
        return Before(text, first) ?? earlier ?? (text.Key(end) == "از" && IsHead(text, end + 1) ? Phrase(text, end + 1) : null);
    }

    // «برای خرید تجهیزات»: what is bought, not the buying.
    private static int Purpose(MarkedText text, int head) =>
        text.Key(head) is "تامین" or "خرید" or "تهیه" && IsHead(text, head + 1) ? head + 1 : head;

    private static string? Measured(MarkedText text, FigureCandidate figure, int first, int end, string? earlier)
    {
        if (figure.IsAdjective && NounPhrase.Start(text, first, text.ClauseStart(first)) is var start && start < first) return Plain(text, start, first);
        if (IsHead(text, end) && !IsChange(text, end) && text.Role(end + 1) is not (TokenRole.Verb or TokenRole.Copula) && text.Key(end) is not ("طول" or "عرض" or "ارتفاع" or "مساحت")) return Phrase(text, end);
        return Before(text, first) ?? (IsHead(text, end) ? Phrase(text, end) : earlier);
    }

    private static string? Classified(MarkedText text, FigureCandidate figure, int first, int end, string? earlier)
    {
        var unit = figure.IsElided ? null : text.Words(figure.Number.EndToken, Math.Max(end, figure.Number.EndToken + 1));
        if (figure.IsPossessive) return earlier ?? unit;
        if (figure.IsElided) return earlier ?? Before(text, first);
        if (figure.IsAdjective) return Plain(text, NounPhrase.Start(text, first, text.ClauseStart(first)), first) ?? (IsHead(text, end) ? Phrase(text, end) : figure.Unit);
        if (RefersBack(text, end)) return earlier ?? unit;
        if (text.Key(end) is "از")
        {
            if (RefersBack(text, end + 1)) return earlier ?? unit;
            var head = text.Role(end + 1) == TokenRole.Determiner ? end + 2 : end + 1;
            if (figure.Unit is "نفر" or "مورد" or "تن" or "دستگاه" && IsHead(text, head)) return Phrase(text, head);
        }
        if (IsHead(text, end) && !IsChange(text, end))
        {
            var stop = NounPhrase.End(text, figure.Number.EndToken);
            var isAdjective = NounPhrase.IsAdjective(text.Key(end)) && text.Role(end + 1) != TokenRole.Verb;
            // A noun right before a verb is the verb's own: «۸۸ نفر جذب شدند».
            if (stop > end && (figure.Class == UnitClass.Container || isAdjective)) return Plain(text, figure.Number.EndToken, stop);
            if (stop > end) return Phrase(text, end);
        }
        // «ظرفیت ۷۰ نفر», «جمعیت شاهرود ۲۱ هزار نفر است», «خودروها از ۱۴ دستگاه به ۱۹ دستگاه رسید»
        if (text.Role(end) == TokenRole.Copula || text.Key(first - 1) is "به" or "از" || NounPhrase.Start(text, first, text.ClauseStart(first)) < first && text.Role(first - 1) == TokenRole.Content)
            return Before(text, first) ?? earlier ?? unit;
        return unit;
    }

    private static string? Ranked(MarkedText text, FigureCandidate figure, int first)
    {
        var sentence = text.SentenceAt(first);
        var limit = Math.Max(sentence.FirstToken, first - 14);
        for (var i = first - 1; i >= limit; i--)
        {
            if (text.Key(i) is "حوزه" or "شاخص" or "زمینه" or "رشته" or "نرخ" or "بخش" or "نظر" or "لحاظ" && text.Key(i - 1) is "در" or "از" or "نظر" or "لحاظ")
                return text.Key(i) is "نظر" or "لحاظ" ? Phrase(text, i + 1) : Phrase(text, i);
        }
        if (IsHead(text, figure.UnitEnd) && text.Key(figure.UnitEnd) is not ("کشور" or "استان" or "کشوری" or "ملی" or "کل" or "شهرستان" or "جهان")) return Phrase(text, figure.UnitEnd);
        return Before(text, first);
    }

    /// <summary>The phrase that stands before the number as its subject or object, or null.</summary>
    private static string? Before(MarkedText text, int first)
    {
        var clause = text.ClauseStart(first);
        var end = first;
        var skipped = -1;
        while (end > clause)
        {
            var role = text.Role(end - 1);
            if (role is TokenRole.Adverb or TokenRole.Time or TokenRole.Object or TokenRole.Pronoun || text.Key(end - 1) is "آن" or "این" or "طور" or "صورت" or "محدوده") end--;
            else if (role == TokenRole.Measure && text.Role(end - 2) != TokenRole.Content) end--;
            else if (role == TokenRole.Preposition && (end == first || text.Role(end) is TokenRole.Time or TokenRole.Adverb or TokenRole.Pronoun or TokenRole.Preposition or TokenRole.Measure || text.Key(end) is "طور")) skipped = --end;
            else break;
        }
        var start = NounPhrase.Start(text, end, clause);
        // «در دستگاه‌های دولتی سه درصد است»: the subject stands before the place.
        if (start < end && text.Role(start - 1) == TokenRole.Preposition && start - 1 > clause && text.Key(start - 1) is "در" or "از" or "برای" or "به" or "بین" or "میان" or "طی" or "نسبت")
        {
            var topic = Topic(text, clause, start - 1);
            if (topic is not null) return topic;
        }
        return start < end ? Plain(text, start, end) : Topic(text, clause, end);
    }

    // The first phrase of the clause that is not itself a time, a pronoun or led by a preposition.
    private static string? Topic(MarkedText text, int clause, int end)
    {
        for (var i = clause; i < end; i++)
        {
            var role = text.Role(i);
            if (role == TokenRole.Preposition)
            {
                while (i + 1 < end && text.Role(i + 1) is TokenRole.Content or TokenRole.Pronoun or TokenRole.Determiner) i++;
                continue;
            }
            if (role is not (TokenRole.Content or TokenRole.Measure)) continue;
            var stop = i + 1;
            while (stop < end && stop - i < 5 && text.Role(stop) is TokenRole.Content or TokenRole.Measure) stop++;
            return Plain(text, i, stop);
        }
        return null;
    }

    private static bool RefersBack(MarkedText text, int token) =>
        text.Key(token) is "آنان" or "آنها" or "ایشان" || text.Key(token) is "آن" or "این" && text.Role(token + 1) is not TokenRole.Content
        || text.Key(token) is "این" or "آن" && text.Key(token + 1) is "تعداد" or "شمار" or "افراد" or "میزان" or "رقم" or "خانوارها" or "گروه" && text.Key(token) is "این" or "آن";

    private static bool IsHead(MarkedText text, int token) => NounPhrase.IsJoined(text, token);

    private static bool IsChange(MarkedText text, int token) =>
        text.Key(token) is "رشد" or "افزایش" or "کاهش" or "بیشتر" or "کمتر" or "افت" or "بالاتر" or "کم" or "ارتقا" or "ارتقاء" or "تحقق" or "تخصیص" or "اضافه" or "بهبود"
        || text.Key(token) == "پیشرفت" && text.Key(token + 1) != "فیزیکی";

    private static string? Phrase(MarkedText text, int head) => Plain(text, head, Math.Max(head + 1, NounPhrase.End(text, head)));

    private static string? Plain(MarkedText text, int start, int end) => start < end ? text.Words(start, end).TrimEnd('،', ',', ' ') : null;
}
