using NewsMiner.Extractor.Facts;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Finds the words for what a number measures: behind it, before it in its clause, or named earlier.</summary>
internal static partial class Counted
{
    /// <summary>What <paramref name="figure"/> measures; <paramref name="first"/> is its first token with the words that bound it.</summary>
    public static string? Find(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var counted = Told(text, figure, first, memory);
        return counted is null || figure.Class is UnitClass.Classifier or UnitClass.Container && counted == figure.Unit ? Asked(text, figure, first) ?? counted : counted;
    }

    // «چند معلول از این خدمت استفاده می‌کنند؟ / ۴۳۰ نفر.»: an answer measures what was asked about.
    private static string? Asked(MarkedText text, FigureCandidate figure, int first)
    {
        var answer = text.SentenceAt(first);
        if (answer.FirstToken == 0) return null;
        var question = text.SentenceAt(answer.FirstToken - 1);
        // The answer may go on for a sentence more.
        if (text.Form(question.EndToken - 1) is not ("؟" or "?") && question.Paragraph == answer.Paragraph && question.FirstToken > 0) question = text.SentenceAt(question.FirstToken - 1);
        if (text.Form(question.EndToken - 1) is not ("؟" or "?") || answer.Paragraph - question.Paragraph > 1) return null;
        for (var i = question.FirstToken; i < question.EndToken; i++)
        {
            if (figure.Class == UnitClass.Money)
            {
                if (IsHead(text, i) && NounClasses.Is(text.Key(i), NounClass.Sum) && !NounClasses.Is(text.Key(i), NounClass.Person)) return Phrase(text, i);
                continue;
            }
            if (text.Key(i) != "چند" && !(text.Key(i) == "چه" && text.Key(i + 1) is "تعداد" or "شمار")) continue;
            var head = text.Key(i) == "چند" ? i + 1 : i + 2;
            if (Units.At(text, head) is { Class: UnitClass.Classifier, Length: var unit }) head += unit;
            if (IsHead(text, head)) return Phrase(text, head);
        }
        return null;
    }

    private static string? Told(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        // «از ۷۹ نفر در پاییز به ۱۹ نفر»: both ends measure the same.
        if (figure.From is { Counted: { } same }) return same;
        if (!figure.IsRank && figure.Class != UnitClass.Noun && Level(text, figure, first, memory) is { } level) return level;
        if (figure.IsRank) return Ranked(text, figure, first) ?? memory.Last(first);
        return figure.Class switch
        {
            UnitClass.Percent or UnitClass.Ratio => Share(text, figure, first, memory),
            UnitClass.Money => Paid(text, figure, first, memory),
            UnitClass.Measure or UnitClass.Time or UnitClass.Mass => Measured(text, figure, first, memory),
            UnitClass.Classifier or UnitClass.Container => Classified(text, figure, first, memory),
            _ => figure.IsElided ? memory.WithUnit(figure.Unit, first) ?? figure.Source?.Counted ?? Before(text, first) ?? memory.Last(first)  : Things(text, figure.Number.EndToken),
        };
    }

    // «برای ۳۱۵ سالمند سبد غذایی می‌فرستد»: what they get begins a phrase of its own.
    private static string? Things(MarkedText text, int head) =>
        NounPhrase.End(text, head) > head + 1 && Units.At(text, head + 1) is { Class: UnitClass.Container or UnitClass.Classifier, Adjective: false, Possessive: false } && NounClasses.Is(text.Key(head), NounClass.Person)
            ? NounPhrase.Plain(text, head, head + 1)
            : Phrase(text, head);

    // «با ظرفیت ۷۰ نفر», «با سود پنج درصد»: the level or sum right before the number, behind a preposition.
    private static string? Level(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        // «با ظرفیت خدمت‌رسانی به ۱۵۰۰ نفر»
        if (text.Key(first - 1) == "به" && NounPhrase.Start(text, first - 1, text.ClauseStart(first)) is var room && room < first - 1 && text.Key(room) == "ظرفیت" && text.Role(room - 1) == TokenRole.Preposition) return NounPhrase.Plain(text, room, first - 1);
        var (start, end) = Clauses.Adjacent(text, first);
        if (start == end || end != first || text.Role(start - 1) != TokenRole.Preposition || RefersBack(text, figure.UnitEnd) || IsChange(text, start)) return null;
        // «از وقف ۱۲ هکتار باغ»: no money.
        if (figure.Class is UnitClass.Measure or UnitClass.Container && NounClasses.Of(text.Key(start)) == NounClass.Sum && IsHead(text, figure.UnitEnd) && text.Role(figure.UnitEnd + 1) != TokenRole.Verb) return null;
        // «با فروش صنایع‌دستی ۱۷۰ میلیون تومان درآمد به دست آمد», «استفاده از ظرفیت خیران ۴۰ درصد هزینه‌ها را کم کرد»
        if (IsHead(text, figure.UnitEnd) && (NounClasses.Is(text.Key(figure.UnitEnd), NounClass.Sum) && figure.Class == UnitClass.Money || text.Role(NounPhrase.End(text, figure.UnitEnd)) == TokenRole.Object)) return null;
        var owner = NounPhrase.Start(text, start - 1, text.ClauseStart(first));
        // «سهم سالمندان از جمعیت ۱۱ درصد است»
        if (text.Key(start - 1) == "از" && text.Key(owner) == "سهم") return NounPhrase.Plain(text, owner, start - 1);
        // «۴۷۰۰ قلم وسیله توانبخشی به ارزش ۱۱ میلیارد تومان»: what has the worth.
        if (text.Key(start - 1) == "به" && text.Key(start) == "ارزش" && end - start == 1)
        {
            if (owner < start - 1 && text.Role(owner) == TokenRole.Content && text.Role(owner - 1) != TokenRole.Number) return NounPhrase.Plain(text, owner, start - 1);
            if (memory.InSentence(first) is { } worth) return worth;
        }
        var level = NounPhrase.Plain(text, start, end);
        // «زمینی به مساحت ۶۰۰ متر», «ساخت پایگاه با اعتبار ۱۸ میلیارد تومان»: of what it is the size or the money.
        var isOwned = end - start == 1 && owner < start - 1 && text.Role(owner) == TokenRole.Content && text.Role(owner - 1) is not (TokenRole.Number or TokenRole.Object) && !IsAgent(text, owner)
            && text.Key(start) is "مساحت" or "طول" or "عرض" or "ارتفاع" or "وسعت" or "عمق" or "زیربنا" or "زیربنای" or "اعتبار" or "هزینه" or "بودجه" or "سرمایه";
        return isOwned ? level + " " + (start - 1 - owner == 1 ? NounPhrase.WithoutIndefinite(NounPhrase.Plain(text, owner, start - 1)) : NounPhrase.Plain(text, owner, start - 1)) : level;
    }

    private static string? Share(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var end = figure.UnitEnd;
        if (figure.IsPossessive) return (text.Key(end - 1).EndsWith("شان", StringComparison.Ordinal) ? memory.PersonsInSentence(first) : null) ?? memory.Last(first);
        // «سه برابر شدن قیمت»
        if (figure.Class == UnitClass.Ratio && text.Key(end) is "شدن" or "کردن" && IsHead(text, end + 1)) return Phrase(text, end + 1);
        if (figure.IsAdjective)
        {
            // «مشارکت ۲۰۰ درصدی مردم», «رشد ۲۰ درصدی تولید», «وام چهار درصدی»
            var before = Adjacent(text, first);
            var after = IsHead(text, end) && !IsChange(text, end) ? Phrase(text, end) : null;
            if (after is null && IsChange(text, first - 1))
            {
                // «زکات دادند که رشد ۳۰ درصدی دارد», «کمک‌های مردمی رشد ۴۰ درصدی داشت»
                if (text.Key(text.ClauseStart(first) - 1) == "که" && memory.InSentence(first) is { } grown) return grown;
                var (topic, topicEnd) = Clauses.Topic(text, first);
                // «فروش صنایع‌دستی رشدی ۴۰ درصدی داشت»
                if (topicEnd == first && topicEnd - topic > 1 && text.Key(first - 1).EndsWith('ی')) topicEnd--;
                return topic < topicEnd && !IsChange(text, topic) ? NounPhrase.Plain(text, topic, topicEnd) : before;
            }
            return before is null || IsChange(text, first - 1) ? after ?? before : after is null ? before : before + " " + after;
        }
        // «۶۰ درصد این مبلغ»: the sum it is part of.
        if (text.Key(end) == "این" && text.Key(end + 1) is "مبلغ" or "رقم") return memory.Last(first) is { } sum ? text.Words(end + 1, end + 2) + " " + sum : text.Words(end + 1, end + 2);
        // «۴۳ هزار زائر در ۱۷ ایستگاه معاینه شدند که ۶۱ درصد آنان …»
        if (text.Key(end) is "انان" or "ایشان" && memory.PersonsInSentence(first) is { } these) return these;
        if (RefersBack(text, end) || text.Key(end) is "از" && RefersBack(text, end + 1)) return memory.Last(first) ?? Before(text, first) ?? (text.Key(end) == "از" && text.Key(end + 1) is "این" or "ان" && IsHead(text, end + 2) ? Phrase(text, end + 2) : null);
        // «۱۱ درصد کل را دارد»
        if (text.Key(end) == "کل" && !IsHead(text, end + 1) && memory.Last(first) is { } all) return all;
        // «زیر ۳۰ درصد را نمی‌پردازیم»: the share that was named before.
        if (text.Role(end) == TokenRole.Object && memory.WithValue(figure, first) is { } again) return again;
        // «بهزیستی ۷۰ درصد و خیران ۳۰ درصد هزینه را تأمین کردند»: the object stands behind the last of the list.
        if (figure.Class == UnitClass.Percent && text.Key(end) is "و" or "،" && ObjectOfList(text, end) is { } shared) return shared;
        // «از ۱۸۰۰ خانه آسیب‌دیده، ۹۲ درصد», «از این تعداد ۸۷ درصد»
        if (Base(text, figure, first, memory) is { } whole) return whole;
        var at = text.Key(end) is "از" ? end + 1 : end;
        // «۶۵ درصد از ۴۰ هزار نفر جامعه هدف»
        while (text.Role(at) is TokenRole.Determiner || at > end && text.Role(at) == TokenRole.Number) at++;
        if (figure.Class == UnitClass.Percent && IsHead(text, at) && !IsChange(text, at))
        {
            if (at > end) return Phrase(text, at);
            if (text.Key(end) == "پیشرفت" || NounClasses.Is(text.Key(end), NounClass.Level) && text.Role(end + 1) is TokenRole.Verb or TokenRole.Copula) return Before(text, first) is { } of ? text.Words(end, end + 1) + " " + of : Phrase(text, end);
            var run = NounPhrase.End(text, at) - at;
            // «از این شمار ۵۵ درصد زن و ۴۵ درصد مرد هستند», «۴۶ درصد جسمی، ۲۱ درصد ذهنی»: what they are, not what is counted.
            if (run <= 2 && memory.InSentence(first) is { } told && memory.Source(first) is not { IsRank: true } && (NounPhrase.IsAdjective(text.Key(at)) || NounClasses.Is(text.Key(at), NounClass.Person) && text.Role(at + run) is TokenRole.Copula or TokenRole.Mark or TokenRole.Conjunction)) return told;
            // «۲ درصد کوتاه‌قدند»
            if (run == 1 && text.Form(at).EndsWith("ند", StringComparison.Ordinal) && NounClasses.Of(text.Key(at)) == NounClass.None && text.Role(at + 1) is not (TokenRole.Verb or TokenRole.Copula) && memory.PersonsInSentence(first) is { } those) return those;
            var isVerbal = run == 1 && text.Role(at + 1) is TokenRole.Verb or TokenRole.Copula;
            // «۹۰ درصد مراجعان راضی بودند و ۳ درصد شکایت داشتند»
            if (isVerbal && memory.LastIsPerson(first) && memory.InSentence(first) is { } they && text.VerbFrom(at + 1, at + 2) is { Form.Person: 6 }) return they;
            // «۴۰ درصد جذب داشته‌اند», «۴ درصد کارمزد دارد»
            if (isVerbal && text.VerbFrom(at + 1, at + 2) is { Form.Stem: var verb } && (verb == "داشت" || verb is "دید" or "خورد" or "برد" or "گرفت" or "داد" && text.Role(at + 2) != TokenRole.Verb && !NounPhrase.IsAdjective(text.Key(at)) && NounClasses.Of(text.Key(at)) is not (NounClass.Act or NounClass.Quantity))) return Phrase(text, at);
            if (!isVerbal && !(NounPhrase.IsAdjective(text.Key(at)) && memory.InSentence(first) is not null)) return Phrase(text, at);
        }
        return Before(text, first) ?? memory.Last(first) ?? (IsHead(text, at) && !IsChange(text, at) ? Phrase(text, at) : null);
    }

    private static string? ObjectOfList(MarkedText text, int end)
    {
        for (var i = end + 1; i < end + 8 && text.Role(i) is TokenRole.Content or TokenRole.Number; i++)
        {
            if (text.Key(i) == "درصد") return IsHead(text, i + 1) && text.Role(NounPhrase.End(text, i + 1)) == TokenRole.Object ? Phrase(text, i + 1) : null;
        }
        return null;
    }

    // What the clause begins with as the whole that a number is part of: «از این تعداد», «از ۱۸۰۰ خانه».
    private static string? Base(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        for (var i = first - 1; i >= text.ClauseStart(first); i--)
        {
            // «در میان مددجویان ۱۸ درصد بی‌سوادند»
            if (text.Key(i) is "میان" or "بین" && text.Key(i - 1) is "در" or "از" && figure.Class == UnitClass.Percent && IsHead(text, i + 1) && i - 1 == text.ClauseStart(first)) return Phrase(text, i + 1);
            if (text.Key(i) != "از") continue;
            // «سهم تعاونی‌ها از این رقم ۳۱ درصد است»
            if (NounPhrase.Start(text, i, text.ClauseStart(first)) is var share && share < i && text.Key(share) == "سهم") return NounPhrase.Plain(text, share, i);
            // «از این پول ۳۹ درصد صرف درمان شد»
            if (text.Key(i + 1) is "این" or "ان" && text.Key(i + 2) is "پول" or "مبلغ" or "اعتبار" && memory.Sum(first) is { } sum) return sum;
            if (RefersBack(text, i + 1) || text.Role(i + 1) == TokenRole.Determiner && text.Key(i + 2) is "عده" or "پول" or "مبلغ" or "رقم" or "تعداد" or "شمار" or "میان" or "میزان" or "افراد")
                return figure.Class is UnitClass.Classifier or UnitClass.Container ? memory.WithUnit(figure.Unit, first) ?? (memory.LastIsPerson(first) ? null : memory.Last(first)) : memory.Last(first) is { } last && last != "نفر" || text.Role(i + 2) != TokenRole.Content ? memory.Last(first) : text.Words(i + 2, i + 3);
            if (i == text.ClauseStart(first) && figure.Class == UnitClass.Percent && text.Key(i + 1) is "این" or "ان" && IsHead(text, i + 2)) return Phrase(text, i + 2);
            // «از خانه‌های ساخته‌شده ۳۰ واحد در اهواز است»
            if (i == text.ClauseStart(first) && figure.Class is UnitClass.Classifier or UnitClass.Container && text.Role(i + 1) == TokenRole.Content && (text.Key(i + 1).EndsWith("ها", StringComparison.Ordinal) || text.Key(i + 1).EndsWith("های", StringComparison.Ordinal))) return Phrase(text, i + 1);
            if (i == text.ClauseStart(first) && figure.Class == UnitClass.Percent && text.Role(i + 1) == TokenRole.Content && (!NounClasses.Is(text.Key(i + 1), NounClass.Quantity) || IsHead(text, i + 2))) return Phrase(text, i + 1);
            if (text.Role(i + 1) == TokenRole.Number && figure.From is null && memory.Source(first) is { } source && source.Number.FirstToken == i + 1 && source.Class is UnitClass.Noun or UnitClass.Classifier or UnitClass.Container) return memory.Last(first);
        }
        return null;
    }

    private static string? Measured(MarkedText text, FigureCandidate figure, int first, CountedMemory memory)
    {
        var end = figure.UnitEnd;
        if (figure.IsAdjective && Adjacent(text, first) is { } described) return described;
        // «چهار کیلومتر دیگر», «۱۸ کیلومتر مانده»: of what so many were told before.
        if (NounPhrase.IsWhich(text.Key(end)) && !figure.IsElided && text.Role(end + 1) is not TokenRole.Content && memory.WithUnit(figure.Unit, first) is { } further) return further;
        // «۱۰ هزار مترمکعب آن»
        if (text.Key(end) is "ان" && text.Role(end + 1) is not TokenRole.Content && memory.WithUnit(figure.Unit, first) is { } part) return part;
        // «۱۵۰۰ متر مساحت دارد»
        var isSize = text.Key(end) is "زمان" or "مدت" or "طول" or "عرض" or "ارتفاع" or "مساحت" or "وسعت" or "عمق";
        if (IsHead(text, end) && !IsChange(text, end) && !isSize && !IsOfVerb(text, end, sums: false) && (text.Role(end + 1) is not (TokenRole.Verb or TokenRole.Copula) || !NounClasses.Is(text.Key(end), NounClass.Act) && (text.Role(end + 1) == TokenRole.Verb || figure.Unit is "کیلو" or "کیلوگرم" or "گرم" or "لیتر" or "تن"))) return Phrase(text, end);
        // «۵۱۴۰۰ متر از اراضی ملی», «۹ کیلومتر از این راه»
        var of = text.Key(end) == "از" && text.Key(end + 1) is "این" or "ان" or "همین" && !RefersBack(text, end + 1) ? end + 2 : end + 1;
        if (text.Key(end) == "از" && IsHead(text, of) && !IsCompared(text, of + 1)) return Phrase(text, of);
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
        // «۸۰۰ دستگاه دیگر», «۱۰۰ دستگاه نخست»: which of them.
        while (!figure.IsElided && NounPhrase.IsWhich(text.Key(end)) && text.Role(end + 1) is not TokenRole.Content) end++;
        var unit = figure.IsElided ? null : NounPhrase.Singular(text.Words(figure.Number.EndToken, Math.Max(figure.UnitEnd, figure.Number.EndToken + 1)));
        var isOfPersons = figure.Unit is "نفر" or "تن";
        // «کارخانه فولاد ۵ هزار بسته، کاشی میبد ۳ هزار»
        if (figure.IsElided && figure.Source is { Class: UnitClass.Container, Counted: { } contained }) return contained;
        if (figure.IsElided) return figure.Source?.Counted is { } source && source != figure.Unit ? source : Own(text, first, isOfPersons) ?? Earlier(figure, first, memory) ?? (CountedMemory.CountsThings(figure.Unit) ? memory.Thing(first) : null) ?? figure.Unit;
        // «خودروهای فرسوده ۹ دستگاه‌اند»
        if (figure.IsPossessive && !isOfPersons && text.Form(end - 1).EndsWith('د') && Own(text, first, false) is { } counted) return counted;
        if (figure.IsPossessive || RefersBack(text, end)) return Earlier(figure, first, memory) ?? (isOfPersons ? memory.PersonsCounted() : null) ?? memory.Last(first) ?? unit;
        if (figure.IsAdjective) return Adjacent(text, first) ?? (IsHead(text, end) ? Phrase(text, end) : Before(text, first) ?? figure.Unit);
        // «میزان اقامت را ۲۱ میلیون نفر اقامت اعلام کرد», «تعداد پروژه‌ها را ۱۰۴ مورد اعلام کرد»
        if (text.Role(first - 1) == TokenRole.Object && (Announces(text, end) ? Named(text, first, first + 1) : Announces(text, end + 1) && IsHead(text, end) ? text.Words(end, end + 1) : null) is { } announced) return announced;
        // «۳۵ نفر دیگر از بیماران»
        var of = end;
        if (text.Key(of) is "از")
        {
            if (RefersBack(text, of + 1)) return Earlier(figure, first, memory) ?? (isOfPersons ? memory.PersonsCounted() : null) ?? memory.Last(first) ?? unit;
            var head = of + 1;
            while (text.Role(head) is TokenRole.Determiner or TokenRole.Number) head++;
            if (head < text.Count && Units.At(text, head) is { Class: UnitClass.Classifier } nested && IsHead(text, head + nested.Length)) head += nested.Length;
            // «۱۲۸ نفر از زندان بجنورد برگشتند»: whence they came.
            if (isOfPersons && !NounClasses.Is(text.Key(head), NounClass.Person) && IsPassage(text, head)) return Earlier(figure, first, memory) ?? unit;
            if (isOfPersons && text.Key(head) is "زندان" or "بیمارستان" or "منزل" or "خانه" or "شهر" or "روستا" or "روستای" or "استان" or "کشور" or "مدرسه" or "اردوگاه" or "مرکز") return Earlier(figure, first, memory) ?? unit;
            if (IsHead(text, head) && !(isOfPersons && NounClasses.Is(text.Key(head), NounClass.Quantity) && !IsHead(text, head + 1))) return Phrase(text, head);
        }
        if (IsHead(text, end) && !IsChange(text, end) && !IsPlace(text, end))
        {
            var stop = NounPhrase.End(text, figure.Number.EndToken);
            var isAdjective = NounPhrase.IsAdjective(text.Key(end)) && text.Key(end + 1) != "که" && text.Role(end + 1) != TokenRole.Verb && !isOfPersons;
            // A noun right before a verb is the verb's own: «۸۸ نفر جذب شدند»; «۲۰ نفر پیامک گرفتند» counts no messages.
            var isVerbal = IsOfVerb(text, end, sums: false) || NounClasses.Of(text.Key(end)) == NounClass.Act || NounClasses.Is(text.Key(end), NounClass.Act) && text.Role(end + 1) == TokenRole.Verb;
            // «۳۱ نفر آنان زن و ۲۳ نفر مرد هستند»: what they are, not who is counted.
            if (isOfPersons && IsPredicate(text, end) && memory.InSentence(first) is { } told && told != figure.Unit) return told;
            // «۱۹۰ هزار نفر جمعیت دارد», «مرکزی با ۳۸۵ نفر ظرفیت»
            if (isOfPersons && text.Key(end) is "جمعیت" or "ظرفیت" && (text.Role(end + 1) is not TokenRole.Content || text.Role(end + 2) is TokenRole.Verb or TokenRole.Copula)) return text.Words(end, end + 1);
            // «۳۸ تخت بیمارستانی دارد»: the adjective of a place is no noun of the verb.
            if (!isOfPersons && figure.Class == UnitClass.Container && text.VerbFrom(end + 1, end + 2) is { Form.Stem: "داشت" } && NounPhrase.IsAdjective(text.Key(end)) && NounClasses.Of(text.Key(end)) == NounClass.None) return NounPhrase.Plain(text, figure.Number.EndToken, end + 1);
            if (!isVerbal && (!isOfPersons || NounClasses.Is(text.Key(end), NounClass.Person)))
            {
                if (stop > end && (figure.Class == UnitClass.Container || isAdjective) && figure.Unit != "پرس") return NounPhrase.Plain(text, figure.Number.EndToken, stop);
                // «۱۳۰ نفر پزشک و پرستار»
                if (stop > end && isOfPersons && text.Key(end + 1) == "و" && NounClasses.Is(text.Key(end + 2), NounClass.Person) && text.Role(end + 3) != TokenRole.Copula && text.VerbFrom(end + 3, end + 4) is not { Form.Stem: "بود" }) return NounPhrase.Plain(text, end, end + 3);
                if (stop > end) return Phrase(text, end);
                if (!isAdjective && !NounPhrase.IsAdjective(text.Key(end)) && text.Role(end + 1) == TokenRole.Verb) return Phrase(text, end);
            }
        }
        // «آژیر دو بار به صدا درآمد»: how often the subject or object did or bore it.
        var rate = first - FigureQualities.PeriodBefore(text, first);
        // «در سه نوبت پرداخت می‌شود»: the turns themselves.
        if (figure.Unit is "نوبت" or "مرحله" && text.Key(first - 1) == "در" && text.Role(first - 2) != TokenRole.Object) return unit;
        if (figure.Unit is "بار" or "مرتبه" or "دفعه" or "نوبت" && Repeated(text, figure, first, rate) is { } repeated) return repeated;
        if (Base(text, figure, first, memory) is { } whole && !isOfPersons) return whole;
        // «سرایی با ۲۹۶ تخت»
        if (!isOfPersons && text.Key(first - 1) == "با") return unit;
        // «مدرسه ۳۱۰ تخت دارد», «با افزودن ۲۰ تخت»
        if (figure.Class == UnitClass.Container && (text.VerbFrom(end, end + 1) is { Form.Stem: "داشت" } || NounClasses.Of(text.Key(first - 1)) == NounClass.Act || text.Key(first - 1).EndsWith('ن') && text.Key(first - 2) is "با" or "برای")) return unit;
        if (figure.Class == UnitClass.Container && figure.Unit is not ("تخت" or "تختخواب" or "پرس" or "نمونه")) return unit;
        // «حال دو نفر وخیم بود»: how they are.
        if (isOfPersons && text.Key(first - 1) is "حال" or "وضع" or "وضعیت" or "جسد" or "جان" or "هویت") return Earlier(figure, first, memory) is { } these && memory.InSentence(first) == these ? these : unit;
        return (Clauses.Equates(text, end) || text.Key(first - 1) is "از" or "به" or "حدود" ? OwnOrTold(text, first, isOfPersons, memory) : null)
            ?? Earlier(figure, first, memory) ?? (isOfPersons ? null : Base(text, figure, first, memory) ?? memory.ThingInSentence(first) ?? (CountedMemory.CountsThings(figure.Unit) ? memory.Thing(first) : null)) ?? unit;
    }

    // «۶۴ دستگاه زنجان», «۱۲ واحد یزد»: where they are, not what.
    private static bool IsPlace(MarkedText text, int head) =>
        text.Key(head).Length > 2 && NounPhrase.End(text, head) is var stop && MentionLexicons.Places.At(text.Text.Tokens, head, Math.Max(stop, head + 1)).Tokens >= stop - head && NounClasses.Of(text.Key(head)) == NounClass.None && !NounPhrase.IsAdjective(text.Key(head));

    // «۹۰ نفر از گیت‌ها گذشتند», «از این پایانه تردد کردند»: whence they came.
    private static bool IsPassage(MarkedText text, int place)
    {
        var stop = NounPhrase.End(text, place);
        if (text.VerbFrom(stop, Math.Min(stop + 4, text.SentenceAt(place).EndToken)) is not { } verb) return false;
        return verb.Form.Stem is "گذشت" or "آمد" or "رفت" or "برگشت" || text.Key(verb.First - 1) is "تردد" or "عبور" or "خارج" or "وارد" or "ترخیص" or "مرخص" or "دیدن" or "بازدید" or "گذر";
    }

    private static bool IsPredicate(MarkedText text, int noun) =>
        NounClasses.Is(text.Key(noun), NounClass.Person) && (text.Role(noun + 1) == TokenRole.Copula || text.VerbFrom(noun + 1, noun + 2) is { Form.Stem: "بود" });

    // How often the subject or object did or bore it.
    private static string? Repeated(MarkedText text, FigureCandidate figure, int first, int rate)
    {
        if (figure.Unit != "نوبت" && Adjacent(text, rate) is { } near && NounPhrase.Start(text, rate, text.ClauseStart(first)) - 1 is var led && (text.Role(led) != TokenRole.Preposition || text.Key(led) == "برای")) return near;
        var limit = text.ClauseStart(first);
        var at = text.Key(rate - 1) is "از" or "در" ? rate - 1 : rate;
        // «نامه‌تان را دو بار خواندم»
        if (text.Role(at - 1) == TokenRole.Object) return NounPhrase.Start(text, at - 1, limit) is var start && start < at - 1 ? NounPhrase.Plain(text, start, at - 1) : null;
        // «۳۷ هزار بیمار هفته‌ای سه نوبت دیالیز می‌شوند»
        if (IsHead(text, figure.UnitEnd) && text.Role(figure.UnitEnd + 1) == TokenRole.Verb && figure.Unit == "نوبت" && NounClasses.Of(text.Key(figure.UnitEnd)) == NounClass.None) return text.Words(figure.UnitEnd, figure.UnitEnd + 1);
        // «کلرسنجی آب از هفته‌ای دو بار به هر روز رسیده»
        var (topic, end) = Clauses.Topic(text, at);
        return topic < end && !IsAgent(text, topic) ? NounPhrase.Plain(text, topic, end) : null;
    }

    // «از ۷۶ مددجو که وام گرفتند ۷۱ نفر سر کارند»: persons told of before go before a thing that is near.
    private static string? OwnOrTold(MarkedText text, int first, bool isOfPersons, CountedMemory memory)
    {
        if (Own(text, first, isOfPersons) is not { } own) return null;
        if (!isOfPersons || !memory.LastIsPerson(first) || memory.InSentence(first) is not { } told) return own;
        var space = own.IndexOf(' ', StringComparison.Ordinal);
        return NounClasses.Of(Text.Fold.Key(space < 0 ? own : own[..space])) == NounClass.None || NounClasses.Is(Text.Fold.Key(own), NounClass.Sum) ? told : own;
    }

    // The subject of the clause, where it can be counted this way.
    private static string? Own(MarkedText text, int first, bool isOfPersons)
    {
        var (start, end) = Clauses.Adjacent(text, first);
        if (start == end) (start, end) = Clauses.Topic(text, first);
        // «تحویل ۸۰۰ دستگاه»: the act on them, not what they are.
        if (start < end && end == first && !isOfPersons && NounClasses.Of(text.Key(start)) == NounClass.Act) return end - start > 1 ? NounPhrase.Plain(text, start + 1, end) : null;
        if (start == end || Speakers.IsBody(text.Key(start)) && !(text.Key(start) == "جمعیت" && text.Key(start + 1) != "هلال")) return null;
        // «مسکن مددجویان در کاشان ۱۴، نطنز ۹ و آران ۷ واحد است»
        if (MentionLexicons.Places.At(text.Text.Tokens, start, end).Tokens == end - start) return null;
        return NounPhrase.Plain(text, start, end);
    }

    private static string? Earlier(FigureCandidate figure, int first, CountedMemory memory) =>
        figure.Unit is "نفر" or "تن" ? memory.Persons(first) : memory.WithUnit(figure.Unit, first) ?? memory.ThingInSentence(first);

    private static string? Ranked(MarkedText text, FigureCandidate figure, int first)
    {
        var sentence = text.SentenceAt(first);
        var limit = Math.Max(sentence.FirstToken, first - 14);
        for (var i = first - 1; i >= limit; i--)
        {
            if (text.Role(i) is TokenRole.Verb or TokenRole.Copula) break;
            if (text.Key(i) is "حوزه" or "شاخص" or "زمینه" or "رشته" or "نرخ" or "بخش" or "نظر" or "لحاظ" or "حیث" && text.Key(i - 1) is "در" or "از" or "نظر" or "لحاظ" or "به")
                return text.Key(i) is "نظر" or "لحاظ" or "حیث" ? UpTo(text, i + 1, first) : UpTo(text, i, first);
        }
        // «در جذب اعتبار رتبه دوم را دارد»: an act or a level right before the rank.
        var word = text.Key(first - 1) is "رتبه" or "جایگاه" or "مقام" or "رده" ? first - 1 : first;
        var field = NounPhrase.Start(text, word, text.ClauseStart(first));
        if (field < word && text.Key(field - 1) == "در" && NounClasses.Is(text.Key(field), NounClass.Act | NounClass.Level | NounClass.Sum)) return NounPhrase.Plain(text, field, word);
        if (FieldOfRank(text, word, figure.UnitEnd) is { } ranked) return ranked;
        if (IsHead(text, figure.UnitEnd) && !IsChange(text, figure.UnitEnd) && text.Role(figure.UnitEnd + 1) != TokenRole.Verb && text.Key(figure.UnitEnd) is not ("کشور" or "استان" or "کشوری" or "ملی" or "کل" or "شهرستان" or "جهان")) return Phrase(text, figure.UnitEnd);
        return Clauses.Topic(text, word) is { Start: var topic, End: var topicEnd } && topic < topicEnd && MentionLexicons.Places.At(text.Text.Tokens, topic, topicEnd).Tokens == topicEnd - topic ? null : Before(text, word);
    }

    // The phrase from a head, ended before the word for the rank: «از نظر جذب خیر | رتبه دوم».
    private static string UpTo(MarkedText text, int head, int first)
    {
        var end = Math.Max(head + 1, Math.Min(first, NounPhrase.End(text, head)));
        while (end - 1 > head && text.Key(end - 1) is "رتبه" or "جایگاه" or "مقام" or "رده") end--;
        return NounPhrase.Plain(text, head, end);
    }

    // «در پوشش بیمه‌ای در کشور رتبه سوم را دارد», «رتبه سوم سمنان در پوشش بیمه»: what one is ranked by, not where.
    private static string? FieldOfRank(MarkedText text, int word, int end)
    {
        var clause = text.ClauseStart(word);
        for (var i = word - 1; i >= clause && text.Role(i) is not (TokenRole.Verb or TokenRole.Number); i--)
        {
            if (text.Key(i) == "در" && IsField(text, i + 1)) return NounPhrase.Plain(text, i + 1, Math.Min(word, NounPhrase.End(text, i + 1)));
        }
        var behind = text.Key(end) is "کشور" or "استان" or "کشوری" or "جهان" or "منطقه" or "شهرستان" ? end + 1 : IsHead(text, end) && IsPlace(text, end) ? NounPhrase.End(text, end) : end;
        return text.Key(behind) == "در" && IsField(text, behind + 1) ? Phrase(text, behind + 1) : null;
    }

    private static bool IsField(MarkedText text, int token) =>
        IsHead(text, token) && !IsPlace(text, token) && text.DateAt(token) is null && text.Key(token) is not ("کشور" or "استان" or "شهرستان" or "شهر" or "جهان" or "منطقه" or "میان" or "بین" or "سطح" or "مجموع" or "حالی" or "حال" or "مقایسه" or "پایان" or "ادامه" or "نشست" or "جلسه" or "آیین" or "ایین" or "سال" or "ارزیابی" or "جشنواره" or "مسابقه" or "مسابقات" or "المپیاد" or "دوره")
        && (NounClasses.Is(text.Key(token), NounClass.Act | NounClass.Level | NounClass.Sum | NounClass.Quantity) || NounPhrase.IsVerbalNoun(text.Key(token)) || text.Role(token + 1) == TokenRole.Content);

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
        if (text.VerbFrom(from, sentence.EndToken) is not { } verb || !Announces(text, verb.First - 1) && !(text.Key(verb.First - 2) == "و" && Announces(text, verb.First - 3))) return null;
        for (var i = text.ClauseStart(first); i < first; i++)
        {
            if (text.Role(i) != TokenRole.Object) continue;
            var (clause, end) = (text.ClauseStart(first), i);
            var start = NounPhrase.Start(text, end, clause);
            // «شیوع اعتیاد در استان را»
            while (start > clause && start < end && text.Role(start - 1) == TokenRole.Preposition && !HasSum(text, start, end) && NounPhrase.Start(text, start - 1, clause) is var wider && wider < start - 1) (start, end) = (wider, start - 1);
            // «در گفت‌وگو با ما هزینه هر چراغ را»: the sum begins a phrase of its own.
            for (var k = start + 1; k < end && NounClasses.Of(text.Key(start)) == NounClass.None; k++)
            {
                if (NounClasses.Is(text.Key(k), NounClass.Sum | NounClass.Level)) start = k;
            }
            return start < end ? NounPhrase.Plain(text, start, end) : start < i ? NounPhrase.Plain(text, start, i) : null;
        }
        return null;
    }

    // «عنوان کرد», the first noun of «عنوان و اضافه کرد».
    private static bool Announces(MarkedText text, int noun) =>
        text.Key(noun) is "اعلام" or "بیان" or "عنوان" or "ذکر" or "براورد" or "گزارش" or "ارزیابی" or "تخمین" or "پیشبینی";

    private static bool HasSum(MarkedText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (NounClasses.Is(text.Key(i), NounClass.Sum | NounClass.Level)) return true;
        }
        return false;
    }

    private static string? Adjacent(MarkedText text, int first)
    {
        var start = NounPhrase.Start(text, first, text.ClauseStart(first));
        if (start == first) return null;
        // «زمینی ۱۰۰۰ متری»
        return start == first - 1 ? NounPhrase.WithoutIndefinite(NounPhrase.Plain(text, start, first)) : NounPhrase.Plain(text, start, first);
    }

    private static bool RefersBack(MarkedText text, int token) =>
        text.Key(token) is "انان" or "انها" or "ایشان" or "ان" || text.Key(token) is "این" && text.Role(token + 1) is not (TokenRole.Content or TokenRole.Number)
        || text.Key(token) is "این" or "ان" && text.Key(token + 1) is "تعداد" or "شمار" or "افراد" or "میزان" or "رقم" or "خانوارها" or "گروه" or "عده" or "مبلغ" or "پول";

    private static bool IsHead(MarkedText text, int token) => NounPhrase.IsJoined(text, token);

    private static bool IsChange(MarkedText text, int token) =>
        text.Key(token) is "رشد" or "رشدی" or "افزایش" or "افزایشی" or "کاهش" or "کاهشی" or "افتی" or "بیشتر" or "کمتر" or "افت" or "بالاتر" or "کم" or "زیاد" or "ارتقا" or "تحقق" or "تخصیص" or "اضافه" or "بهبود" or "صعود" or "نزول" or "بالا" or "پایین"
        or "بلندتر" or "بزرگتر" or "کوچکتر" or "گرانتر" or "ارزانتر" or "سردتر" or "گرمتر" or "دورتر" or "سنگینتر"
        // «۲۲ دقیقه کوتاه‌تر»
        || text.Form(token).EndsWith("\u200cتر", StringComparison.Ordinal);

    private static string? Phrase(MarkedText text, int head) => NounPhrase.Plain(text, head, Math.Max(head + 1, NounPhrase.End(text, head)));
}
