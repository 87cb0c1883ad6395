using NewsMiner.Extractor.Facts;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Finds the words for what a number measures: behind it, before it in its clause, or named earlier.</summary>
internal static class Counted
{
    /// <summary>What <paramref name="figure"/> measures; <paramref name="first"/> is its first token with the words that bound it.</summary>
    public static string? Find(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        // «از ۷۹ نفر در پاییز به ۱۹ نفر»: both ends measure the same.
        if (figure.From is { Counted: { } same }) return same;
        // «با ظرفیت ۷۰ نفر», «با سود پنج درصد»
        if (!figure.IsRank && figure.Class != UnitClass.Noun && Clauses.Adjacent(text, first) is { Start: var level, End: var levelEnd } && level < levelEnd && levelEnd == first && text.Role(level - 1) == TokenRole.Preposition && !RefersBack(text, figure.UnitEnd)) return NounPhrase.Plain(text, level, levelEnd);
        if (figure.IsRank) return Ranked(text, figure, first) ?? memory.Last(first);
        return figure.Class switch
        {
            UnitClass.Percent or UnitClass.Ratio => Share(text, figure, first, memory),
            UnitClass.Money => Paid(text, figure, first, memory),
            UnitClass.Measure or UnitClass.Time or UnitClass.Mass => Measured(text, figure, first, memory),
            UnitClass.Classifier or UnitClass.Container => Classified(text, figure, first, memory),
            _ => figure.IsElided ? memory.WithUnit(figure.Unit, first) ?? figure.Source?.Counted ?? Before(text, first) ?? memory.Last(first) : Phrase(text, figure.Number.EndToken),
        };
    }

    private static string? Share(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var end = figure.UnitEnd;
        if (figure.IsPossessive) return memory.Last(first);
        if (figure.IsAdjective)
        {
            // «مشارکت ۲۰۰ درصدی مردم», «رشد ۲۰ درصدی تولید», «وام چهار درصدی»
            var before = Adjacent(text, first);
            var after = IsHead(text, end) && !IsChange(text, end) ? Phrase(text, end) : null;
            return before is null || IsChange(text, first - 1) ? after ?? before : after is null ? before : before + " " + after;
        }
        // «۶۰ درصد این مبلغ»: the sum it is part of.
        if (text.Key(end) == "این" && text.Key(end + 1) is "مبلغ" or "رقم") return memory.Last(first) is { } sum ? text.Words(end + 1, end + 2) + " " + sum : text.Words(end + 1, end + 2);
        if (RefersBack(text, end) || text.Key(end) is "از" && RefersBack(text, end + 1)) return memory.Last(first) ?? Before(text, first);
        // «از ۱۸۰۰ خانه آسیب‌دیده، ۹۲ درصد», «از این تعداد ۸۷ درصد»
        if (Base(text, figure, first, memory) is { } whole) return whole;
        var at = text.Key(end) is "از" ? end + 1 : end;
        while (text.Role(at) is TokenRole.Determiner) at++;
        if (figure.Class == UnitClass.Percent && IsHead(text, at) && !IsChange(text, at))
        {
            if (at > end) return Phrase(text, at);
            if (text.Key(end) == "پیشرفت" || NounClasses.Is(text.Key(end), NounClass.Level) && text.Role(end + 1) is TokenRole.Verb or TokenRole.Copula) return Before(text, first) is { } of ? text.Words(end, end + 1) + " " + of : Phrase(text, end);
            var run = NounPhrase.End(text, at) - at;
            var isVerbal = run == 1 && text.Role(at + 1) is TokenRole.Verb or TokenRole.Copula;
            // «۴۰ درصد جذب داشته‌اند», «۴ درصد کارمزد دارد»
            if (isVerbal && text.VerbFrom(at + 1, at + 2) is { Form.Stem: "داشت" }) return Phrase(text, at);
            if (!isVerbal && !(NounPhrase.IsAdjective(text.Key(at)) && memory.InSentence(first) is not null)) return Phrase(text, at);
        }
        return Before(text, first) ?? memory.Last(first) ?? (IsHead(text, at) && !IsChange(text, at) ? Phrase(text, at) : null);
    }

    // What the clause begins with as the whole that a number is part of: «از این تعداد», «از ۱۸۰۰ خانه».
    private static string? Base(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        for (var i = first - 1; i >= text.ClauseStart(first); i--)
        {
            if (text.Key(i) != "از") continue;
            if (RefersBack(text, i + 1) || text.Role(i + 1) == TokenRole.Determiner && text.Key(i + 2) is "عده" or "پول" or "مبلغ" or "رقم" or "تعداد" or "شمار" or "میان" or "میزان" or "افراد") return memory.Last(first);
            if (i == text.ClauseStart(first) && figure.Class == UnitClass.Percent && text.Role(i + 1) == TokenRole.Content && !NounClasses.Is(text.Key(i + 1), NounClass.Quantity)) return Phrase(text, i + 1);
            if (text.Role(i + 1) == TokenRole.Number && figure.From is null && memory.Source(first) is { } source && source.Number.FirstToken == i + 1 && source.Class is UnitClass.Noun or UnitClass.Classifier or UnitClass.Container) return memory.Last(first);
        }
        return null;
    }

    private static string? Paid(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var end = figure.UnitEnd;
        if (figure.IsAdjective && Adjacent(text, first) is { } described) return described;
        var (nearStart, nearEnd) = Clauses.Adjacent(text, first);
        var isNear = nearStart < nearEnd && !NounClasses.Of(text.Key(nearStart)).Equals(NounClass.Act);
        if (figure.IsElided && figure.Source?.Counted is { } listed && !isNear && text.Key(end) is not "ان") return listed;
        if (text.Key(end) == "برای" && !RefersBack(text, end + 1) && IsHead(text, end + 1) && !isNear) return Phrase(text, Purpose(text, end + 1));
        var at = end;
        if (text.Key(end) is "آن" or "ان" or "این")
        {
            // «۵۰ میلیون تومان آن وام کم‌بهره است», «۱۲ میلیارد آن صرف تجهیز سراها»
            at = text.Key(end + 1) is "صرف" or "را" or "برای" && IsHead(text, end + 2) ? end + 2 : end + 1;
            if (IsHead(text, at) && (text.Key(end + 1) is "صرف" || !NounClasses.Is(text.Key(at), NounClass.Act) || NounClasses.Is(text.Key(at), NounClass.Sum)) && text.Role(at + 1) is not TokenRole.Verb) return Phrase(text, at);
            return memory.Last(first) ?? Before(text, first);
        }
        if (IsHead(text, end) && !IsChange(text, end) && text.Key(end) is not ("رتبه" or "جایگاه" or "مقام"))
        {
            if (text.Role(end + 1) != TokenRole.Verb || NounClasses.Is(text.Key(end), NounClass.Sum) && !(text.Key(end) is "هزینه" or "کمک" && text.VerbFrom(end + 1, end + 2) is { Form.Stem: "شد" or "کرد" or "گردید" })) return Phrase(text, end);
            if (!NounClasses.Is(text.Key(end), NounClass.Act)) return Phrase(text, end);
        }
        // «۵۰ میلیون تومان به هر خانه وام داد»: the sum stands at the verb.
        var sentence = text.SentenceAt(first);
        if (text.VerbFrom(end, sentence.EndToken) is { } verb && verb.First > end && text.ClauseStart(verb.First) <= first && text.Role(verb.First - 1) == TokenRole.Content && NounClasses.Is(text.Key(verb.First - 1), NounClass.Sum) && !NounClasses.Is(text.Key(verb.First - 1), NounClass.Act))
            return text.Words(verb.First - 1, verb.First);
        var clause = text.ClauseStart(first);
        if (Named(text, first, end) is { } named) return named;
        if (isNear && !IsAgent(text, nearStart)) return NounPhrase.Plain(text, nearStart, nearEnd);
        var (topic, topicEnd) = Clauses.Topic(text, first);
        if (topic < topicEnd && NounClasses.Is(text.Key(topic), NounClass.Sum | NounClass.Level)) return NounPhrase.Plain(text, topic, topicEnd);
        if (Clauses.Behind(text, clause, first, "برای") is { Start: var purpose, End: var purposeEnd } && purpose < purposeEnd) return NounPhrase.Plain(text, Purpose(text, purpose), purposeEnd);
        if (topic < topicEnd && !IsAgent(text, topic)) return NounPhrase.Plain(text, topic, topicEnd);
        var stop = Math.Min(end + 8, sentence.EndToken);
        if (Clauses.Behind(text, end, stop, "برای") is { Start: var behind, End: var behindEnd } && behind < behindEnd) return NounPhrase.Plain(text, Purpose(text, behind), behindEnd);
        return memory.Sum(first) ?? memory.Last(first)
            ?? (IsHead(text, end) ? text.Words(end, end + 1) : Clauses.Behind(text, end, stop, "به") is { Start: var to, End: var toEnd } && to < toEnd ? NounPhrase.Plain(text, to, toEnd) : topic < topicEnd ? NounPhrase.Plain(text, topic, topicEnd) : null);
    }

    // Who pays is not what is paid.
    private static bool IsAgent(MarkedText text, int head) => Speakers.IsBody(text.Key(head)) || NounClasses.Is(text.Key(head), NounClass.Person) && !NounClasses.Is(text.Key(head), NounClass.Sum);

    // «برای خرید تجهیزات»: what is bought, not the buying.
    private static int Purpose(MarkedText text, int head) =>
        text.Key(head) is "تامین" or "خرید" or "تهیه" && IsHead(text, head + 1) ? head + 1 : head;

    private static string? Measured(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var end = figure.UnitEnd;
        if (figure.IsAdjective && Adjacent(text, first) is { } described) return described;
        // «۱۵۰۰ متر مساحت دارد»
        var isSize = text.Key(end) is "زمان" or "مدت" or "طول" or "عرض" or "ارتفاع" or "مساحت" or "وسعت" or "عمق";
        if (IsHead(text, end) && !IsChange(text, end) && !isSize && (text.Role(end + 1) is not (TokenRole.Verb or TokenRole.Copula) || !NounClasses.Is(text.Key(end), NounClass.Act) && text.Role(end + 1) == TokenRole.Verb)) return Phrase(text, end);
        // «۵۱۴۰۰ متر از اراضی ملی»
        if (text.Key(end) == "از" && IsHead(text, end + 1) && !IsCompared(text, end + 2)) return Phrase(text, end + 1);
        if (text.Key(first - 1) is "به" && NounClasses.Is(text.Key(first - 2), NounClass.Level)) return NounPhrase.Plain(text, first - 2, first - 1);
        return Before(text, first) ?? (isSize || IsHead(text, end) && !IsChange(text, end) && !NounClasses.Is(text.Key(end), NounClass.Act) ? Phrase(text, end) : memory.Last(first));
    }

    // «۷ متر از گنبد فعلی بالاتر»
    private static bool IsCompared(MarkedText text, int token)
    {
        for (var i = token; i < token + 5; i++)
        {
            if (text.Role(i) is TokenRole.Verb or TokenRole.Mark) return false;
            if (text.Key(i).EndsWith("تر", StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static string? Classified(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var end = figure.UnitEnd;
        var unit = figure.IsElided ? null : NounPhrase.Singular(text.Words(figure.Number.EndToken, Math.Max(end, figure.Number.EndToken + 1)));
        var isOfPersons = figure.Unit is "نفر" or "تن";
        if (figure.IsElided) return figure.Source?.Counted is { } source && source != figure.Unit ? source : Own(text, first, isOfPersons) ?? Earlier(figure, first, memory) ?? figure.Unit;
        if (figure.IsPossessive || RefersBack(text, end)) return Earlier(figure, first, memory) ?? memory.Last(first) ?? unit;
        if (figure.IsAdjective) return Adjacent(text, first) ?? (IsHead(text, end) ? Phrase(text, end) : Before(text, first) ?? figure.Unit);
        if (text.Key(end) is "از")
        {
            if (RefersBack(text, end + 1)) return Earlier(figure, first, memory) ?? memory.Last(first) ?? unit;
            var head = end + 1;
            while (text.Role(head) is TokenRole.Determiner or TokenRole.Number) head++;
            if (head < text.Count && Units.At(text, head) is { Class: UnitClass.Classifier } nested && IsHead(text, head + nested.Length)) head += nested.Length;
            if (IsHead(text, head) && !(isOfPersons && NounClasses.Is(text.Key(head), NounClass.Quantity) && !IsHead(text, head + 1))) return Phrase(text, head);
        }
        if (IsHead(text, end) && !IsChange(text, end))
        {
            var stop = NounPhrase.End(text, figure.Number.EndToken);
            var isAdjective = NounPhrase.IsAdjective(text.Key(end)) && text.Key(end + 1) != "که" && text.Role(end + 1) != TokenRole.Verb && !isOfPersons;
            // A noun right before a verb is the verb's own: «۸۸ نفر جذب شدند»; «۲۰ نفر پیامک گرفتند» counts no messages.
            var isVerbal = NounClasses.Of(text.Key(end)) == NounClass.Act || NounClasses.Is(text.Key(end), NounClass.Act) && text.Role(end + 1) == TokenRole.Verb;
            if (!isVerbal && (!isOfPersons || NounClasses.Is(text.Key(end), NounClass.Person)))
            {
                if (stop > end && (figure.Class == UnitClass.Container || isAdjective) && figure.Unit != "پرس") return NounPhrase.Plain(text, figure.Number.EndToken, stop);
                if (stop > end) return Phrase(text, end);
                if (!isAdjective && !NounPhrase.IsAdjective(text.Key(end)) && text.Role(end + 1) == TokenRole.Verb) return Phrase(text, end);
            }
        }
        if (Base(text, figure, first, memory) is { } whole && !isOfPersons) return whole;
        if (figure.Class == UnitClass.Container && figure.Unit is not ("تخت" or "تختخواب" or "پرس" or "نمونه")) return unit;
        return (Clauses.Equates(text, end) || text.Key(first - 1) is "از" or "به" or "حدود" ? Own(text, first, isOfPersons) : null)
            ?? Earlier(figure, first, memory) ?? (isOfPersons ? null : Base(text, figure, first, memory) ?? memory.InSentence(first)) ?? unit;
    }

    // The subject of the clause, where it can be counted this way.
    private static string? Own(MarkedText text, int first, bool isOfPersons)
    {
        var (start, end) = Clauses.Adjacent(text, first);
        if (start == end) (start, end) = Clauses.Topic(text, first);
        if (start == end || Speakers.IsBody(text.Key(start))) return null;
        return NounPhrase.Plain(text, start, end);
    }

    private static string? Earlier(FigureCandidate figure, int first, CountedMemory memory) =>
        figure.Unit is "نفر" or "تن" ? memory.Persons(first) : memory.WithUnit(figure.Unit, first) ?? memory.InSentence(first);

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
        return Before(text, text.Key(first - 1) is "رتبه" or "جایگاه" or "مقام" or "رده" ? first - 1 : first);
    }

    /// <summary>The phrase before the number that it is said of: right before it, or the topic of its clause; null where none stands.</summary>
    private static string? Before(MarkedText text, int first)
    {
        if (Named(text, first, first + 1) is { } named) return named;
        var (near, nearEnd) = Clauses.Adjacent(text, first);
        if (near < nearEnd) return NounPhrase.Plain(text, near, nearEnd);
        var (topic, topicEnd) = Clauses.Topic(text, first);
        return topic < topicEnd ? NounPhrase.Plain(text, topic, topicEnd) : null;
    }

    // «نرخ شیوع مصرف مواد را میان ۱۵ تا ۶۴ ساله‌ها ۴/۷ درصد بیان کرد»: what the verb gives the number of.
    private static string? Named(MarkedText text, int first, int from)
    {
        var sentence = text.SentenceAt(first);
        if (text.VerbFrom(from, sentence.EndToken) is not { } verb || text.Key(verb.First - 1) is not ("اعلام" or "بیان" or "عنوان" or "ذکر" or "براورد" or "گزارش" or "ارزیابی")) return null;
        for (var i = text.ClauseStart(first); i < first; i++)
        {
            if (text.Role(i) != TokenRole.Object) continue;
            var start = NounPhrase.Start(text, i, text.ClauseStart(first));
            return start < i ? NounPhrase.Plain(text, start, i) : null;
        }
        return null;
    }

    private static string? Adjacent(MarkedText text, int first)
    {
        var start = NounPhrase.Start(text, first, text.ClauseStart(first));
        return start < first ? NounPhrase.Plain(text, start, first) : null;
    }

    private static bool RefersBack(MarkedText text, int token) =>
        text.Key(token) is "انان" or "انها" or "ایشان" or "ان" || text.Key(token) is "این" && text.Role(token + 1) is not TokenRole.Content
        || text.Key(token) is "این" or "ان" && text.Key(token + 1) is "تعداد" or "شمار" or "افراد" or "میزان" or "رقم" or "خانوارها" or "گروه" or "عده" or "مبلغ" or "پول";

    private static bool IsHead(MarkedText text, int token) => NounPhrase.IsJoined(text, token);

    private static bool IsChange(MarkedText text, int token) =>
        text.Key(token) is "رشد" or "افزایش" or "کاهش" or "بیشتر" or "کمتر" or "افت" or "بالاتر" or "کم" or "زیاد" or "ارتقا" or "تحقق" or "تخصیص" or "اضافه" or "بهبود" or "صعود" or "نزول";

    private static string? Phrase(MarkedText text, int head) => NounPhrase.Plain(text, head, Math.Max(head + 1, NounPhrase.End(text, head)));
}
