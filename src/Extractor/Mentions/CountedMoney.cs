using NewsMiner.Extractor.Facts;

namespace NewsMiner.Extractor.Mentions;

/// <content>What money is for: the noun paid for, or else the purpose.</content>
internal static partial class Counted
{
    private static string? Paid(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var paid = PaidFor(text, figure, first, memory);
        // «سهم رشت ۱۲۰، لاهیجان ۸۰ و فومن ۴۰ میلیارد تومان»: the share of each.
        return paid is not null && memory.InSentence(first) is { } share && share.StartsWith("سهم ", StringComparison.Ordinal) && MentionLexicons.Places.TryGet(Text.Fold.Key(paid), out _) ? "سهم " + paid : paid;
    }

    private static string? PaidFor(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var end = AfterBracket(text, figure.UnitEnd);
        // «۲ میلیارد ریال تنها پول سوخت می‌دهیم»
        if (text.Key(end) is "تنها" or "فقط" && IsHead(text, end + 1)) end++;
        if (figure.IsPossessive && memory.Sum(first) is { } part) return part;
        if (figure.IsAdjective && Adjacent(text, first) is { } described) return described;
        var (nearStart, nearEnd) = Clauses.Adjacent(text, first);
        var isNear = nearStart < nearEnd && !NounClasses.Of(text.Key(nearStart)).Equals(NounClass.Act);
        // «مبلغ ۱۲ میلیارد تومان برای خرید تجهیزات»
        if (isNear && nearEnd - nearStart == 1 && text.Key(nearStart) is "مبلغ" or "رقم" && text.Role(nearStart - 1) != TokenRole.Determiner) isNear = false;
        if (figure.IsElided && figure.Source?.Counted is { } listed && !isNear && text.Key(end) is not "ان") return listed;
        // «اختصاص ۲۲ همت به مرحله پنجم کالابرگ»
        if (text.Key(end) == "به" && text.Key(first - 1) is "اختصاص" or "تخصیص" && IsHead(text, end + 1) && !IsAgent(text, end + 1)) return Phrase(text, end + 1);
        // «۷۰۰ میلیارد ریال را به تجهیزات بیمارستان اختصاص دادیم»
        if ((!isNear || !NounClasses.Is(text.Key(nearStart), NounClass.Sum | NounClass.Level)) && Allotted(text, end) is { } allotted) return allotted;
        if (text.Key(end) == "برای" && !RefersBack(text, end + 1) && IsHead(text, end + 1) && !isNear) return Phrase(text, Purpose(text, end + 1));
        // «۱۳ میلیارد تومان هزینه برده است», «۸۹۰ هزار تومان ارزش دارد»: said of the subject.
        if (text.Role(end) == TokenRole.Content && text.VerbFrom(end + 1, end + 2) is { } costs && costs.First == end + 1 && IsCost(text, costs))
        {
            if (Clauses.Behind(text, text.ClauseStart(first), first, "برای") is { Start: var need, End: var needEnd } && need < needEnd) return NounPhrase.Plain(text, Purpose(text, need), Math.Max(needEnd, NounPhrase.End(text, Purpose(text, need))));
            if (Clauses.Topic(text, first) is { Start: var owner, End: var ownerEnd } && owner < ownerEnd && !IsAgent(text, owner)) return NounPhrase.Plain(text, owner, ownerEnd);
        }
        // «۳ میلیارد تومان از بدهی خود را پرداخت کرد»
        if (text.Key(end) == "از" && NounClasses.Is(text.Key(end + 1), NounClass.Sum) && text.Key(end + 1) is not ("اعتبار" or "بودجه" or "منابع" or "درامد")) return Phrase(text, end + 1);
        if (Debt(text, end) is { } debt) return debt;
        var at = end;
        if (text.Key(end) is "آن" or "ان" or "این")
        {
            // «۵۰ میلیون تومان آن وام کم‌بهره است», «۱۲ میلیارد آن صرف تجهیز سراها»
            at = text.Key(end + 1) is "صرف" or "را" or "برای" && IsHead(text, end + 2) ? end + 2 : end + 1;
            // «هفت میلیارد تومان آن را خیران تعهد کرده‌اند»: those who pay.
            if (text.Key(end + 1) == "را" && (IsAgent(text, at) || NounClasses.Is(text.Key(at), NounClass.Person))) return memory.Sum(first) ?? memory.Last(first) ?? Before(text, first);
            if (IsHead(text, at) && (text.Key(end + 1) is "صرف" or "برای" || !NounClasses.Is(text.Key(at), NounClass.Act) || NounClasses.Is(text.Key(at), NounClass.Sum)) && text.Role(at + 1) is not TokenRole.Verb) return Phrase(text, at);
            return memory.Last(first) ?? Before(text, first);
        }
        // «زکات از مرز ۲۱۰ میلیارد تومان گذشت»: a verb that may be a noun too.
        var isVerb = end + 1 == text.SentenceAt(first).EndToken && (text.VerbFrom(end, end + 1) is not null || text.Key(end) == "گذشت");
        if (!isVerb && IsHead(text, end) && !IsChange(text, end) && text.Key(end) is not ("رتبه" or "جایگاه" or "مقام") && !IsOfVerb(text, end, sums: true))
        {
            if (text.Role(end + 1) != TokenRole.Verb || NounClasses.Is(text.Key(end), NounClass.Sum) && !(text.Key(end) is "هزینه" or "کمک" && text.VerbFrom(end + 1, end + 2) is { Form.Stem: "شد" or "کرد" or "گردید" })) return Phrase(text, end);
            if (!NounClasses.Is(text.Key(end), NounClass.Act)) return Phrase(text, end);
        }
        // «۵۰ میلیون تومان به هر خانه وام داد»: the sum stands at the verb.
        var sentence = text.SentenceAt(first);
        if (text.VerbFrom(end, sentence.EndToken) is { } verb && verb.First > end && text.ClauseStart(verb.First) <= first && text.Role(verb.First - 1) == TokenRole.Content && text.Role(verb.First - 2) != TokenRole.Preposition && !IsCost(text, verb) && NounClasses.Is(text.Key(verb.First - 1), NounClass.Sum) && !NounClasses.Is(text.Key(verb.First - 1), NounClass.Act))
            return text.Words(verb.First - 1, verb.First);
        var clause = text.ClauseStart(first);
        if (Named(text, first, end) is { } named) return named;
        if (isNear && !IsAgent(text, nearStart)) return NounPhrase.Plain(text, nearStart, nearEnd);
        var (topic, topicEnd) = Clauses.Topic(text, first);
        if (topic < topicEnd && NounClasses.Is(text.Key(topic), NounClass.Sum | NounClass.Level)) return NounPhrase.Plain(text, topic, topicEnd);
        if (Clauses.Behind(text, clause, first, "برای") is { Start: var purpose, End: var purposeEnd } && purpose < purposeEnd) return NounPhrase.Plain(text, Purpose(text, purpose), Math.Max(purposeEnd, NounPhrase.End(text, Purpose(text, purpose))));
        if (topic < topicEnd && !IsAgent(text, topic)) return NounPhrase.Plain(text, topic, topicEnd);
        var stop = Math.Min(end + 8, sentence.EndToken);
        if (Clauses.Behind(text, end, stop, "برای") is { Start: var behind, End: var behindEnd } && behind < behindEnd) return NounPhrase.Plain(text, Purpose(text, behind), Math.Max(behindEnd, NounPhrase.End(text, Purpose(text, behind))));
        // «۱۰ میلیارد تومان در ساخت مدرسه مشارکت کردند»
        if (Clauses.Behind(text, end, stop, "در") is { Start: var field, End: var fieldEnd } && field < fieldEnd && text.Key(field) is "ساخت" or "احداث" or "تکمیل" or "تجهیز" or "خرید" or "تامین" or "بازسازی" or "تعمیر" or "حوزه" or "بخش" or "زمینه") return NounPhrase.Plain(text, field, fieldEnd);
        // «خیران ۵۰ میلیارد تومان کمک کردند»
        if (IsHead(text, end) && NounClasses.Is(text.Key(end), NounClass.Sum) && text.Role(end + 1) == TokenRole.Verb) return text.Words(end, end + 1);
        return memory.Sum(first) ?? (memory.LastIsPerson(first) ? null : memory.Last(first))
            // «هر مربی ۹ میلیون تومان دریافت می‌کند»: the noun of the verb is not what is paid for.
            ?? (IsHead(text, end) && !(NounClasses.Of(text.Key(end)) == NounClass.Act && topic < topicEnd) ? text.Words(end, end + 1) : Clauses.Behind(text, end, stop, "به") is { Start: var to, End: var toEnd } && to < toEnd ? NounPhrase.Plain(text, to, toEnd) : topic < topicEnd ? NounPhrase.Plain(text, topic, topicEnd) : null);
    }

    // «۲۲ نفر محکوم شدند», «۱۲۰ میلیارد تومان برآورد شد»: with شدن or کردن the noun makes one verb.
    private static bool IsOfVerb(MarkedText text, int noun, bool sums) =>
        text.VerbFrom(noun + 1, noun + 2) is { } verb && verb.First == noun + 1 && (verb.Form.Stem is "شد" or "گردید" || !sums && verb.Form.Stem is "کرد" or "نمود" || !sums && verb.Form.Stem == "دید" && text.Key(noun) is "آسیب" or "اسیب" or "خسارت" or "صدمه" or "لطمه" or "اموزش") && !(sums && text.Key(noun) is "جریمه" or "خسارت" or "پاداش" or "وام");

    // «هزینه دارد», «ارزش دارد», «نیاز است»: the noun of the verb says that the subject costs so much.
    private static bool IsCost(MarkedText text, in VerbMention verb) =>
        text.Key(verb.First - 1) is "هزینه" && verb.Form.Stem is "داشت" or "برد" || text.Key(verb.First - 1) is "ارزش" or "قیمت" && verb.Form.Stem == "داشت" || text.Key(verb.First - 1) is "نیاز" or "لازم" or "کافی" && verb.Form.Stem is "بود" or "داشت";

    // «۱۲۵۰ میلیارد تومان (۱۲ هزار و ۵۰۰ میلیارد ریال) بهای برگ سبز»: the same sum in another currency stands between.
    private static int AfterBracket(MarkedText text, int end)
    {
        if (text.Form(end) is ")" && text.Role(end - 1) == TokenRole.Number) return IsHead(text, end + 1) ? end + 1 : end;
        if (text.Form(end) is not "(" || text.Role(end + 1) != TokenRole.Number) return end;
        for (var i = end + 1; i < end + 10 && text.Role(i) is TokenRole.Number or TokenRole.Mark; i++)
        {
            if (text.Form(i) is ")") return IsHead(text, i + 1) ? i + 1 : end;
        }
        return end;
    }

    private static string? Allotted(MarkedText text, int end)
    {
        if (text.VerbFrom(end, text.SentenceAt(Math.Min(end, text.Count - 1)).EndToken) is not { } verb || text.Key(verb.First - 1) is not ("اختصاص" or "تخصیص")) return null;
        var (to, toEnd) = Clauses.Behind(text, end, verb.First - 1, "به");
        if (text.Key(to) is "همین" or "همان") to++;
        return to < toEnd && !IsAgent(text, to) && !NounClasses.Is(text.Key(to), NounClass.Quantity) && MentionLexicons.Places.At(text.Text.Tokens, to, toEnd).Tokens == 0 ? NounPhrase.Plain(text, to, toEnd) : null;
    }

    // «۵۰ میلیارد تومان به مراکز بدهکار است»
    private static string? Debt(MarkedText text, int end) =>
        text.VerbFrom(end, text.SentenceAt(Math.Min(end, text.Count - 1)).EndToken) is { Form.Stem: "بود" or "شد" or "داشت" } verb
            ? text.Key(verb.First - 1) switch { "بدهکار" => "بدهی", "طلبکار" => "طلب", _ => null }
            : null;

    // Who pays is not what is paid.
    private static bool IsAgent(MarkedText text, int head) => Speakers.IsBody(text.Key(head)) || Speakers.IsBody(Text.Fold.Key(NounPhrase.Singular(text.Form(head)))) || NounClasses.Is(text.Key(head), NounClass.Person) && !NounClasses.Is(text.Key(head), NounClass.Sum);

    // «برای خرید تجهیزات»: what is bought, not the buying.
    private static int Purpose(MarkedText text, int head)
    {
        if (text.Key(head) is not ("تامین" or "خرید" or "تهیه")) return head;
        // «برای خرید ۵۰ دستگاه ویلچر»
        var at = head + 1;
        while (text.Role(at) == TokenRole.Number) at++;
        if (at > head + 1 && Units.At(text, at) is { Class: UnitClass.Classifier, Length: var length } && IsHead(text, at + length)) at += length;
        return IsHead(text, at) ? at : head;
    }
}
