using System.Collections.Frozen;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>A clause that promises something.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="IsFirm">Whether it is promised outright.</param>
/// <param name="Deadline">The time it falls due, or null.</param>
/// <param name="Rule">The rule that found it.</param>
internal sealed record PledgeClause(int First, int End, bool IsFirm, DateMention? Deadline, string Rule)
{
    /// <summary>The tokens of a verb that stands further on and is shared with the next promise: «۲۵ چهارراه تا پاییز و ۱۱۴ چهارراه تا نوروز | چراغ می‌گیرند».</summary>
    public (int First, int End) Tail { get; init; }

    /// <summary>The tokens of what the promise is about where they stand in the clause before: «۶۰ پنکه | خریده‌ایم و تا تیر نصب می‌کنیم».</summary>
    public (int First, int End) Head { get; init; }
}

/// <summary>
/// Finds clauses that commit somebody to an act one can later check: futures, presents with a time to come, subjunctives behind
/// «قرار است» or «در تلاشیم», and announcements of what is to come («از آغاز X تا پایان سال خبر داد»).
/// </summary>
internal sealed class PledgeFinder
{
    private static readonly FrozenSet<string> Stative = PledgeWords.Of(PledgeWord.Stative),
        StateNouns = PledgeWords.Of(PledgeWord.State),
        Serving = PledgeWords.Of(PledgeWord.Serving),
        Ceasing = PledgeWords.Of(PledgeWord.Ceasing),
        Fortunes = PledgeWords.Of(PledgeWord.Fortune),
        Effects = PledgeWords.Of(PledgeWord.Effect),
        Standing = PledgeWords.Of(PledgeWord.Standing),
        Reporting = PledgeWords.Of(PledgeWord.Reporting),
        Acts = PledgeWords.Of(PledgeWord.Act);

    private readonly MarkedText text;
    private readonly DateOnly? reference;
    private readonly PledgeDeadlines deadlines;
    private readonly bool isWide;
    private readonly List<PledgeClause> found = [];
    private readonly List<PledgeClause> candidates = [];

    private PledgeFinder(MarkedText text, DateOnly? reference, bool isWide) => (this.text, this.reference, this.isWide, deadlines) = (text, reference, isWide, new(text, reference));

    /// <summary>The clauses that promise, in text order; where <paramref name="isWide"/>, those too whose verb alone would let them, as candidates.</summary>
    public static List<PledgeClause> Find(MarkedText text, DateOnly? reference, bool isWide = false)
    {
        var finder = new PledgeFinder(text, reference, isWide);
        foreach (var sentence in text.Text.Sentences) finder.Read(sentence);
        finder.found.Sort((a, b) => a.First != b.First ? a.First - b.First : a.End - b.End);
        return finder.found;
    }

    private void Read(in Sentence sentence)
    {
        if (text.Key(sentence.EndToken - 1) is "؟" or "?") return;
        var cues = PledgeCues.Find(text, sentence.FirstToken, sentence.EndToken);
        var start = sentence.FirstToken;
        var promised = false;
        PledgeClause? waiting = null;
        for (var verb = text.VerbFrom(sentence.FirstToken, sentence.EndToken); verb is { } current; verb = text.VerbFrom(current.End, sentence.EndToken))
        {
            start = SegmentStart(start, current);
            var clause = Judge(sentence, start, current, cues);
            // «هزینه را فرمانداری تقبل می‌کند و قرارداد آن تا نیمه دی بسته خواهد شد»: what is coordinated with a promise is one.
            if (clause is null && promised && text.Key(start - 1) == "و" && IsPlainPromise(start, current, cues)) clause = new(start, current.End, true, Governing(start, anywhere: true), "pledge: beside another");
            if (clause is { IsFirm: true } && waiting is { } earlier && text.Key(clause.First - 1) == "و" && clause.First - 1 <= earlier.End) found.Add(earlier);
            waiting = clause is null && IsPlainPromise(start, current, cues) ? new(start, current.End, true, null, "pledge: beside another") : null;
            if (isWide && clause is null && Candidate(start, current) is { } candidate) candidates.Add(candidate);
            if (clause is not null && !(promised && found.Count > 0 && found[^1].End > clause.First))
            {
                AddParts(clause);
                promised = true;
            }
        }
        foreach (var cue in cues)
        {
            if (cue.Class == CueClass.Work && Work(sentence, cue) is { } clause && !found.Any(other => other.First < clause.End && clause.First < other.End)) found.Add(clause);
        }
        if (Announcement(sentence) is { } announced && !found.Any(other => other.First < announced.End && announced.First < other.End)) found.Add(announced);
        foreach (var candidate in candidates)
        {
            if (!found.Any(other => other.First < candidate.End && candidate.First < other.End)) AddParts(candidate);
        }
        candidates.Clear();
    }

    private PledgeClause? Candidate(int start, in VerbMention verb) =>
        verb.Form is { Tense: VerbTense.Present or VerbTense.Future, Negative: false, Person: not (2 or 5) } && !Stative.Contains(verb.Form.Stem) && verb.First - start > 1
            ? new(start, verb.End, true, Deadline(start, verb.End), verb.Form.Tense == VerbTense.Future ? "pledge: candidate, future" : "pledge: candidate, present")
            : null;

    // «۲۵ چهارراه تا پایان تابستان و ۱۱۴ چهارراه دیگر تا نوروز چراغ می‌گیرند»: each time has its own promise.
    private void AddParts(PledgeClause clause)
    {
        if (clause.Deadline is null && deadlines.Afterwards(clause.First, clause.End) is { } afterwards) clause = clause with { Deadline = afterwards };
        if (clause.Deadline is null && SaidBehind(clause.End) is { } behind) clause = clause with { Deadline = behind };
        if (clause.Deadline is null && deadlines.Within(clause.First, clause.End) is { } within) clause = clause with { Deadline = within };
        // «قرار است تا مهر ۲۰ خانه ساخته شود و ۳۰ خانه تعمیر شود»; a future behind a present has its own time.
        if (clause is { Deadline: null, Rule: "pledge: agreed" or "pledge: aim" } && found.Count > 0 && found[^1].Rule == clause.Rule && Governing(clause.First, anywhere: false) is { } common) clause = clause with { Deadline = common };
        clause = clause with { Head = HeadOf(clause) };
        var times = deadlines.All(clause.First, clause.End).FindAll(date => !date.OfDay);
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var (early, late) = (times[i], times[i + 1]);
            if (JointOf(early, late) is not { } joint || HasVerb(clause.First, early.FirstToken)) continue;
            // «ترخیص تا مهر انجام و توزیع تا آذر پایان می‌یابد»: the first has a noun of its own for its verb.
            var isWhole = joint > early.EndToken + 1 || late.PhraseToken == joint + 1;
            // «۷۳ واحد فردا در خوسف و ۱۱ خانه پنجشنبه در درمیان افتتاح می‌شود»: each has its own place, they share the verb.
            var shared = text.Key(early.EndToken) is "در" && joint > early.EndToken + 1;
            var tail = shared && text.VerbFrom(late.EndToken, clause.End) is { } verb ? (verb.First > late.EndToken && text.Role(verb.First - 1) == TokenRole.Content ? verb.First - 1 : verb.First) : Math.Max(times[^1].EndToken, joint + 1);
            found.Add(clause with { End = joint, Deadline = early, Tail = isWhole && !shared ? default : (tail, clause.End) });
            clause = clause with { First = joint + 1, Deadline = late, Head = default };
        }
        found.Add(clause);
    }

    // «تا مهر ۱۷۰ نفر پذیرش می‌شوند و به ۶۰۰ نفر می‌رسیم»: the time at the head of the promise before governs what it is coordinated with.
    private DateMention? Governing(int start, bool anywhere) =>
        found.Count > 0 && found[^1] is { Deadline: { Due: not null } time, First: var first } && found[^1].End == start - 1 && text.Key(start - 1) == "و" && text.VerbFrom(first, start) is { } verb && time.EndToken <= verb.First
        && !HasObject(first, time.FirstToken) && (anywhere || !HasContent(first, Math.Min(time.FirstToken, time.PhraseToken))) ? time : null;

    // «باز می‌کنیم و آن روز، ۱۵ مرداد است»: the day is told in a clause of its own.
    private DateMention? SaidBehind(int end)
    {
        if (text.Key(end) is not ("و" or "که" or "؛" or "،") || text.Key(end + 1) is not ("ان" or "این" or "زمان" or "تاریخ" or "موعد") || text.Key(end + 1) is "ان" or "این" && text.Key(end + 2) is not ("روز" or "زمان" or "تاریخ" or "موعد")) return null;
        return text.VerbFrom(end + 2, text.SentenceAt(end).EndToken) is { Form: { Stem: "بود", Negative: false } } verb ? deadlines.Find(end + 1, verb.First) : null;
    }

    // What the clause before counts, where the promise has neither subject nor object of its own.
    private (int First, int End) HeadOf(PledgeClause clause)
    {
        if (text.Key(clause.First - 1) != "و" || text.VerbFrom(clause.First, clause.End) is not { } verb || verb.End < clause.End) return default;
        var limit = verb.First > clause.First && text.Role(verb.First - 1) == TokenRole.Content ? verb.First - 1 : verb.First;
        var led = false;
        for (var i = clause.First; i < limit; i++)
        {
            if (clause.Deadline is { } time && i >= time.FirstToken && i < time.EndToken) continue;
            if (text.Role(i) == TokenRole.Preposition || text.Key(i) is "روی" or "داخل" or "کنار" or "میان" or "بین") led = true;
            else if (!led || text.Role(i) is TokenRole.Object or TokenRole.Pronoun or TokenRole.Number) return default;
        }
        var sentence = text.SentenceAt(clause.First);
        for (var i = clause.First - 2; i >= sentence.FirstToken && clause.First - i < 16; i--)
        {
            if (text.Role(i) == TokenRole.Mark && text.Form(i) is ":" or "؛") return default;
            if (text.Role(i) != TokenRole.Number || text.Role(i - 1) is TokenRole.Preposition or TokenRole.Number || text.DateAt(i) is not null || text.Role(i + 1) is TokenRole.Number) continue;
            while (text.Role(i - 1) == TokenRole.Number) i--;
            var head = i;
            while (text.Role(head) == TokenRole.Number) head++;
            return (i, NounPhrase.End(text, head));
        }
        return default;
    }

    // The «و» between two times that parts their promises: right behind the first with words of its own for the second, right before the second, or behind the noun of a verb left out.
    private int? JointOf(DateMention early, DateMention late)
    {
        if (text.VerbFrom(early.EndToken, late.FirstToken) is not null) return null;
        for (var joint = early.EndToken; joint < late.PhraseToken; joint++)
        {
            if (text.Key(joint) == "و" || text.Key(joint) == "،" && text.Key(joint + 1) != "و")
            {
                var gap = joint - early.EndToken;
                var hasOwnWords = HasContent(joint + 1, late.PhraseToken);
                return gap <= 1 && hasOwnWords || gap > 0 && joint + 1 == late.PhraseToken || gap is > 0 and <= 3 && hasOwnWords ? joint : null;
            }
            if (text.Role(joint) is not (TokenRole.Content or TokenRole.Number) && text.Key(joint) is not ("،" or "در")) return null;
        }
        return null;
    }

    private bool IsPlainPromise(int start, in VerbMention verb, List<Cue> cues)
    {
        if (verb.Form is not { Tense: VerbTense.Present, Negative: false } || verb.Form.Stem is "بود" or "داشت" or "نشست" or "گذشت" || Stative.Contains(verb.Form.Stem) || StateNouns.Contains(text.Key(verb.First - 1)) || verb.First - start < 2) return false;
        foreach (var cue in cues)
        {
            if (cue.First >= start && cue.First < verb.End && cue.Class is CueClass.Block or CueClass.Habit && Holds(cue)) return false;
        }
        for (var i = start; i < verb.First; i++)
        {
            if (FigureQualities.PeriodBefore(text, i) > 0 || text.Key(i) is "که" && !(IsRelativeYe(i - 1) && text.VerbFrom(i + 1, verb.First) is { Form: { Stem: "داشت" or "بود", Tense: VerbTense.Present } }) || text.Key(i) == "هر" && text.Key(i + 1) is "سال" or "ماه" or "روز" or "هفته" or "شب" or "فصل" or "ساله" or "کس" or "چه" or "گاه") return false;
        }
        return true;
    }

    // «خانوار نیازمند», «سامانه درخواست وام»: a noun blocks only as the predicate.
    private bool Holds(Cue cue) => cue.Class != CueClass.Block || text.Key(cue.First) is "احتمالا" or "شاید" || cue.End - cue.First > 1 || text.Role(cue.First) != TokenRole.Content || text.VerbFrom(cue.End, cue.End + 3) is not null;

    // Where the stretch that ends in this verb begins: behind the last mark or joint that parts it from other acts.
    private int SegmentStart(int from, in VerbMention verb)
    {
        var start = from;
        for (var i = from; i < verb.First; i++)
        {
            var isMark = text.Role(i) == TokenRole.Mark;
            if (isMark && text.Text.Tokens[i].Form is ":" or "؛" or ";" or "«" or "»" or "…") start = i + 1;
            else if (text.Key(i) is "اینکه" or "ولی" or "اما" or "زیرا" or "چراکه" or "بلکه" or "یعنی") start = i + 1;
            else if (EndsVerb(i, out var before))
            {
                var next = i + 1;
                if (text.Key(next) is "،" or ",") next++;
                if (text.Key(next) is "و" or "که" or "تا" or "ولی" or "اما" or "چون")
                {
                    // «۴۲ واحد در دست ساخت است که تا پایان سال تحویل می‌شود»: the head stays with its clause.
                    // «گفته بود تا پایان مهر …»
                    if (text.Key(next) == "تا" && text.DateAt(next) is not null) start = next;
                    else if (text.Key(next) != "که" || Reporting.Contains(before.Form.Stem) && before.Form.Tense == VerbTense.Past && IsReport(before)) start = next + 1;
                }
                else if (IsReport(before) || next > i + 1 && before.Form.Tense == VerbTense.Past && IsOwnClause(start, before.First))
                {
                    start = next;
                }
            }
        }
        return start;
    }

    // «۵۴ هزار پرونده تعیین تکلیف شد، ۳۰ هزار پرونده دیگر …»: neither a condition nor part of a noun.
    private bool IsOwnClause(int start, int verb)
    {
        for (var i = start; i < verb; i++)
        {
            if (text.Key(i) is "اگر" or "چنانچه" or "وقتی" or "هرگاه" or "زمانی" || text.Key(i) == "که" && text.Role(i - 1) is not (TokenRole.Verb or TokenRole.Copula)) return false;
        }
        return true;
    }

    private bool EndsVerb(int token, out VerbMention verb)
    {
        verb = default;
        // «در نوبت‌اند»: the copula hangs on its noun.
        if (text.Role(token) == TokenRole.Content && text.Text.Tokens[token].Form.EndsWith("\u200cاند", StringComparison.Ordinal))
        {
            verb = new(token, token + 1, new("بود", VerbTense.Present, 6, false, false));
            return true;
        }
        if (text.Role(token) is not (TokenRole.Verb or TokenRole.Copula)) return false;
        for (var first = token; first >= Math.Max(0, token - 2); first--)
        {
            if (text.VerbFrom(first, first + 1) is { } found && found.End == token + 1)
            {
                verb = found;
                return true;
            }
        }
        return false;
    }

    private bool IsReport(in VerbMention verb) =>
        verb.Form.Stem is "گفت" or "افزود" || verb.Form.Tense == VerbTense.Past && text.Key(verb.First - 1) is "اظهار" or "تصریح" or "بیان" or "اعلام" or "خبر" or "ادامه" or "تاکید" or "اضافه" or "عنوان" or "یاداور" or "خاطرنشان" or "توضیح" or "پاسخ" or "قول" or "وعده" or "تعهد";

    private PledgeClause? Judge(in Sentence sentence, int start, in VerbMention verb, List<Cue> cues)
    {
        // «هیچ روستایی بی‌تانکر نمی‌ماند» promises by denying twice.
        // «شهرداری پذیرفت عوارض را نگیرد»: the cue decides below.
        if (verb.Form.Negative && verb.Form.Tense != VerbTense.Subjunctive && !IsHeld(verb, CueBefore(cues, verb)) && !IsDenial(start, verb)) return null;
        // «نه وعده می‌دهم و نه تاریخ»
        if (HasKey(start, verb.First, "نه") && (HasKey(verb.End, sentence.EndToken, "نه") || HasKey(sentence.FirstToken, start, "نه"))) return null;
        if (IsOldPromise(sentence, start)) return null;
        // The weather office forecasts.
        if (verb.Form.Person is 3 or 6 && HasKey(sentence.FirstToken, start, "هواشناسی")) return null;
        var (block, habit, now, vow, deal, firm, soft) = (false, false, false, false, false, default(Cue?), default(Cue?));
        foreach (var cue in cues)
        {
            if (cue.First <= verb.First && verb.First < cue.End && cue.Class is not (CueClass.Habit or CueClass.Now) && !Undertakes(start, verb)) return null;
            if (!Holds(cue)) continue;
            if (cue.Class == CueClass.Vow && cue.First < verb.First) vow = true;
            deal |= cue.Class == CueClass.Deal && cue.First < verb.First && (cue.First >= start || start - cue.End < 3);
            // «قول داد زمین را بدهد»
            var isPromised = cue.Class == CueClass.Firm || cue.Class == CueClass.Vow && verb.Form.Tense == VerbTense.Subjunctive;
            // «از مدیران می‌خواهیم …»: a demand.
            if (text.Key(cue.First) == "میخواهیم" && (text.Role(cue.First - 1) == TokenRole.Object || IsAddressed(sentence, cue.First))) continue;
            if ((isPromised || cue.Class == CueClass.Soft) && cue.End <= verb.First && verb.First - cue.End < 30 && !HasVerb(AfterRelative(cue.End, verb.First), verb.First))
            {
                if (isPromised) firm = cue;
                else soft = cue;
            }
            if (cue.First < start || cue.First >= verb.End) continue;
            block |= cue.Class == CueClass.Block;
            habit |= cue.Class == CueClass.Habit;
            now |= cue.Class == CueClass.Now;
        }
        if (block || verb.Form.Person is 2 or 5 || HasKey(start, verb.First, "آیا", "ایا", "باعث", "موجب", "سبب")) return null;
        if (Undertakes(start, verb)) return new(start, verb.End, true, Deadline(start, verb.End), "pledge: undertaken");
        // «تنها عاملی که جلوگیری خواهد کرد این است»: a clause that describes a noun in the middle of another.
        if (verb.Form.Tense == VerbTense.Future && text.Role(verb.End) is TokenRole.Content or TokenRole.Determiner or TokenRole.Preposition && text.Key(verb.End) is not ("تا" or "به") && Deadline(start, verb.End) is null && DescribesNoun(start, verb.First)) return null;
        if (verb.Form.Tense == VerbTense.Future && verb.Form.Stem is "افتاد" or "شد" or "داد" or "ماند" && (Fortunes.Contains(text.Key(verb.First - 1)) || Fortunes.Contains(text.Key(verb.First - 2)) || text.Key(verb.First - 1).EndsWith("تر", StringComparison.Ordinal) && verb.Form.Stem == "شد")) return null;
        // «به حساب مددجویان می‌نشیند»
        if (verb.Form.Stem == "نشست" && !HasKey(start, verb.First, "حساب")) return null;
        if (verb.Form.Stem is "ماند" or "دید" or "نشست" or "گذشت" && Deadline(start, verb.End) is null) return null;
        if (verb.Form is { Stem: "بود", Tense: VerbTense.Future } && !HasKey(start, verb.First, "اگر", "چنانچه")
            && (Standing.Contains(text.Key(verb.First - 1)) || HasKey(start, verb.First, "اختیار") || Deadline(start, verb.End) is { Direction: DateDirection.From })) return new(start, verb.End, true, Deadline(start, verb.End), "pledge: future");
        // «این ساختمان پاییز آماده است», «این شش تن سال نو را در خانه خود خواهند بود»
        if (verb.Form.Stem == "بود" && verb.Form.Tense is VerbTense.Present or VerbTense.Future && (verb.Form.Tense == VerbTense.Future || Standing.Contains(text.Key(verb.First - 1)) || text.Key(verb.First - 2) is "روی" or "اماده") && Deadline(start, verb.End) is { Due: { } set } standing && (verb.Form.Tense == VerbTense.Future || standing.Direction != DateDirection.From) && (reference is not { } today || set > today)) return new(start, verb.End, true, standing, "pledge: present with a time to come");
        if (Stative.Contains(verb.Form.Stem) && firm is null && soft is null) return null;
        // «این هدف زمانی محقق خواهد شد که …»
        if (text.Key(verb.End) == "که" && HasKey(start, verb.First, "زمانی", "وقتی", "هنگامی", "درصورتی", "صورتی")) return null;
        var isConditional = HasKey(start, verb.First, "اگر", "چنانچه");
        switch (IsHeld(verb, firm ?? soft) ? VerbTense.Subjunctive : verb.Form.Tense)
        {
            case VerbTense.Future:
                if (verb.Form.Stem == "داشت" && (verb.Form.Person != 4 && Figures(start, verb.First) == 0 || text.Key(verb.First - 1) is "ادامه" or "نقش" or "وجود" or "دنبال")) return null;
                if (IsState(verb) && text.Key(verb.First - 1) is not ("تشکیل" or "استفاده" or "محقق" or "برخوردار" or "دریافت" or "اعلام" or "نگهداری")) return null;
                if (isConditional && verb.Form.Person is not (1 or 4)) return null;
                var time = Deadline(start, verb.End);
                if (time is null && verb.Form.Person is 3 or 6 && IsEffect(start, verb)) return null;
                if (text.Key(verb.First - 1) is "افزایش" or "کاهش" or "بهبود" or "ارتقا" or "ادامه" && verb.Form.Stem is "یافت" && time is null) return null;
                // «کرسی‌ها را به خود اختصاص خواهند داد»
                if (text.Key(verb.First - 1) == "اختصاص" && HasKey(start, verb.First, "خود")) return null;
                if (verb.Form.Stem == "داشت" && time is null && habit) return null;
                return new(start, verb.End, true, time, "pledge: future");
            case VerbTense.Subjunctive:
                // «از همان روز تصمیم گرفتیم … برقرار کنیم و اکنون می‌گیرند»: long since done.
                if (firm is { } asked && text.Key(asked.First - 1) is "اگر" or "چنانچه") return null;
                if (firm is { } old && IsLongAgo(sentence, old) && Deadline(Math.Min(start, old.First), verb.End) is null) return null;
                if (firm is { } promise) return new(WithSubject(AfterCue(start, promise), promise), verb.End, true, Deadline(TimesFrom(start, promise), verb.End), "pledge: agreed");
                // «پیش‌بینی می‌شود درآمد افزایش یابد»: a forecast.
                if (soft is { } forecast && text.Key(forecast.First) is "پیشبینی" or "پیش" && verb.Form.Stem == "یافت" && text.Key(verb.First - 1) is "افزایش" or "کاهش" or "رشد" or "بهبود" or "ادامه") return null;
                if (soft is { } aim) return new(AfterCue(start, aim), verb.End, false, Deadline(TimesFrom(start, aim), verb.End), "pledge: aim");
                return null;
            case VerbTense.Present:
                var due = Deadline(start, verb.End);
                if (verb.Form.Stem is "داشت" && !(text.Key(verb.First - 1) == "ادامه" && due is { Direction: DateDirection.By })) return null;
                if (IsState(verb) && !(due is { Due: not null } && Serving.Contains(text.Key(verb.First - 1)))) return null;
                if (now && (due?.Due is not { } later || reference is { } published && later <= published)) habit = true;
                if (due is not null && !(habit && (due.Due is null || due.Direction == DateDirection.In)))
                    return isConditional && verb.Form.Person is not (1 or 4) && !IsActive(verb) ? null : new(start, verb.End, true, due, "pledge: present with a time to come");
                if (habit && !isConditional || sentence.Paragraph == 0) return null;
                if (deal && IsPlainPromise(start, verb, cues)) return new(start, verb.End, true, null, "pledge: agreed");
                if (verb.Form.Person is not (1 or 4) || verb.Form.Person == 1 && isConditional) return null;
                if (vow || isConditional || HasKey(sentence.FirstToken, start, "پاسخ") && verb.Form.Stem is not ("گرفت" or "نوشت")) return new(start, verb.End, true, null, "pledge: vow");
                // «گزارش را روی تارنما می‌گذاریم»: the speaker's own act on a definite object, not a habit.
                return verb.Form.Stem is not ("ماند" or "دید" or "گرفت" or "نوشت") && text.Key(verb.First - 1) is not "انجام" && text.Key(start - 1) is not "چون" && !HasKey(start, verb.First, "چون") && verb.Form.Person == 4 && IsPlainPromise(start, verb, cues) && HasObject(start, verb.First) ? new(start, verb.End, true, null, "pledge: own act") : null;
            default:
                return null;
        }
    }

    // «از دولت می‌خواهیم …»
    private bool IsAddressed(in Sentence sentence, int cue)
    {
        for (var i = cue - 1; i >= Math.Max(sentence.FirstToken, cue - 8) && text.Role(i) is not TokenRole.Verb && text.Form(i) is not (":" or "؛" or "«"); i--)
        {
            if (text.Key(i) == "از") return true;
        }
        return false;
    }

    // «کار می‌کند» is a state, «به کار می‌افتد», «آغاز به کار خواهد کرد» are acts.
    private bool IsState(in VerbMention verb) => StateNouns.Contains(text.Key(verb.First - 1)) && !(text.Key(verb.First - 1) == "کار" && text.Key(verb.First - 2) == "به");

    // «نیم دیگر را اداره کل تقبل کرده است», «ناهار همراهان را بیمارستان برعهده می‌گیرد»
    private bool Undertakes(int start, in VerbMention verb)
    {
        var noun = text.Key(verb.First - 1);
        var isUndertaking = verb.Form.Stem is "کرد" && noun is "تقبل" || verb.Form.Stem is "شد" && noun is "متقبل" or "عهدهدار" || verb.Form.Stem is "گرفت" && noun is "عهده" or "برعهده" or "گردن";
        if (!isUndertaking || verb.Form.Negative) return false;
        return verb.Form.Tense is VerbTense.Present or VerbTense.Future
            ? HasObject(start, verb.First) || Figures(start, verb.First) > 0
            : verb.Form.Tense == VerbTense.Past && text.Form(verb.First).EndsWith('ه') && (Deadline(start, verb.End) is not null || Figures(start, verb.First) > 0 || HasSum(start, verb.First));
    }

    private bool HasSum(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (NounClasses.Is(text.Key(i), NounClass.Sum)) return true;
        }
        return false;
    }

    private static Cue? CueBefore(List<Cue> cues, in VerbMention verb)
    {
        foreach (var cue in cues)
        {
            if (cue.Class is CueClass.Firm or CueClass.Soft && cue.End <= verb.First) return cue;
        }
        return null;
    }

    // «هیچ روستایی بی‌تانکر نمی‌ماند», «دفتر تعطیل نمی‌شود», «تا پایان سال پشت‌نوبتی نخواهیم داشت»
    private bool IsDenial(int start, in VerbMention verb) =>
        verb.Form.Stem == "ماند" && HasKey(start, verb.First, "هیچ") || verb.Form is { Stem: "شد" or "کرد", Tense: VerbTense.Present or VerbTense.Future } && Ceasing.Contains(text.Key(verb.First - 1)) && (Deadline(start, verb.End) is not null || verb.Form.Person == 4) || verb.Form is { Stem: "داشت", Tense: VerbTense.Future, Person: 4 } && Deadline(start, verb.End) is not null;

    // «در تلاشیم … بی‌حامی نماند»: a form that may be past or subjunctive is the one its cue calls for.
    private static bool IsHeld(in VerbMention verb, Cue? cue) => cue is not null && verb.Form is { Tense: VerbTense.Past, Negative: true, Person: 3 } && verb.Form.Stem.EndsWith("اند", StringComparison.Ordinal);

    // «خانه امن قرار است افتتاح شود» keeps its subject; «برنامه داریم آن را …» begins behind the cue.
    private int AfterCue(int start, Cue cue) => IsBeside(start, cue) ? start : cue.First - start is > 0 and <= 12 && HasContent(start, cue.First) ? start : cue.End;

    // «وعده داد بوستان تا مهر افتتاح شود و بلیت سالمندان رایگان باشد»: the second act has words and a time of its own.
    private bool IsBeside(int start, Cue cue) => cue.End < start && text.Key(start - 1) == "و" && HasContent(start, start + 3);

    // «هشت پزشک تعهد داده‌اند ماهی دو روز بیایند»: those who promise are part of what one can check.
    private int WithSubject(int start, Cue cue)
    {
        if (start != cue.End) return start;
        var first = cue.First;
        while (text.Role(first - 1) is TokenRole.Content or TokenRole.Number) first--;
        return first < cue.First && text.Role(first) == TokenRole.Number && text.DateAt(first) is null ? first : start;
    }

    private int TimesFrom(int start, Cue cue) => IsBeside(start, cue) ? start : Math.Min(start, cue.First);

    private bool IsLongAgo(in Sentence sentence, Cue cue)
    {
        for (var i = Math.Max(sentence.FirstToken, cue.First - 6); i < cue.First; i++)
        {
            if (text.Key(i) == "همان" && text.Key(i + 1) is "روز" or "سال" or "زمان" or "موقع" or "ابتدا" || text.DateAt(i) is { To: { } last } && reference is { } today && last.AddDays(60) < today) return true;
        }
        return false;
    }

    // «در سال ۱۳۹۳ گفته بود: … تحویل می‌شود»: told of a time long past.
    private bool IsOldPromise(in Sentence sentence, int start)
    {
        var (isOld, isTold) = (false, false);
        for (var i = sentence.FirstToken; i < start; i++)
        {
            isOld |= text.DateAt(i) is { To: { } last } && reference is { } today && last.AddDays(60) < today;
            isTold |= text.Key(i) is "بود" or "بودند" && text.Key(i - 1) is "گفته" or "داده" or "کرده" or "سپرده" or "شده";
        }
        return isOld && isTold;
    }

    private bool HasContent(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if ((text.Role(i) is TokenRole.Content or TokenRole.Number || text.Key(i) is "بقیه" or "باقی" or "مابقی") && text.Key(i) is not ("ما" or "نه")) return true;
        }
        return false;
    }

    private bool HasObject(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Role(i) == TokenRole.Object) return true;
        }
        return false;
    }

    private bool DescribesNoun(int start, int end)
    {
        for (var i = start - 1; i < end; i++)
        {
            if (text.Key(i) == "که" && IsRelativeYe(i - 1)) return true;
        }
        return false;
    }

    private bool IsEffect(int start, in VerbMention verb) => Effects.Contains(text.Key(verb.First - 1)) || HasKey(start, verb.First, "زمینه") && text.Key(verb.First - 1) == "فراهم";

    private bool IsRelativeYe(int token) => text.Role(token) == TokenRole.Content && text.Key(token).EndsWith('ی');

    private static bool IsActive(in VerbMention verb) => verb.Form.Stem is not ("شد" or "گردید" or "گشت" or "رسید" or "یافت" or "گرفت");

    // «ایجاد ۲۱۰۰ فرصت شغلی در دستور کار این نهاد است»
    private PledgeClause? Work(in Sentence sentence, Cue cue)
    {
        // «اهداف پیش‌بینی شده در برنامه»: said of a noun.
        if (text.Key(cue.End) is "بود" or "بودند" || text.Key(cue.End) == "و" && text.VerbFrom(cue.End, cue.End + 1) is null && text.Key(cue.First) == "در") return null;
        if (text.Key(cue.End - 1) is "شده" && text.Role(cue.End) is TokenRole.Content or TokenRole.Preposition or TokenRole.Determiner && text.Role(cue.First - 1) == TokenRole.Content) return null;
        var start = cue.First;
        while (start > sentence.FirstToken && !(text.Role(start - 1) == TokenRole.Mark && text.Text.Tokens[start - 1].Form is not ("،" or "," or "(" or ")" or "/")) && text.Role(start - 1) is not (TokenRole.Verb or TokenRole.Copula) && text.Key(start - 1) is not ("که" or "اینکه" or "ولی" or "اما")) start--;
        var end = cue.End;
        if (text.VerbFrom(cue.First, Math.Min(cue.End + 6, sentence.EndToken)) is { } verb)
        {
            if (verb.Form.Negative || verb.Form.Tense == VerbTense.Subjunctive || verb.Form is { Stem: "گرفت", Tense: VerbTense.Past } && text.Key(verb.End - 1) == "گرفت") return null;
            end = Math.Max(end, verb.End);
        }
        // «به دنبال ساخت ۲۰ خانه هستیم»: what is sought stands inside the verb.
        if (text.Key(cue.End - 1) is "دنبال" or "صدد" or "درصدد")
        {
            if (!IsAct(cue.End) || text.VerbFrom(cue.End, sentence.EndToken) is not { Form: { Stem: "بود", Tense: VerbTense.Present, Negative: false } } seeks || seeks.First - cue.End > 20) return null;
            (start, end) = (cue.End, seeks.First);
        }
        else if (text.Key(cue.First) == "اماده")
        {
            if (text.VerbFrom(cue.End, sentence.EndToken) is { First: var last } && last - cue.End < 12) end = last;
        }
        else if (cue.First - start < 2)
        {
            return null;
        }
        foreach (var other in PledgeCues.Find(text, start, cue.First))
        {
            if (other.Class == CueClass.Block) return null;
        }
        return new(start, end, false, Deadline(start, end), "pledge: planned work");
    }

    // «از راه‌اندازی خانه امن تا پایان آذر خبر داد», «از اختصاص ۲ میلیارد ریال برای … خبر داد»
    private PledgeClause? Announcement(in Sentence sentence)
    {
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (text.Key(i) is not "خبر" || text.Key(i + 1) is not ("داد" or "دادند" or "میدهد" or "داده")) continue;
            for (var of = sentence.FirstToken; of < i; of++)
            {
                if (text.Key(of) != "از" || !IsAct(of + 1)) continue;
                var deadline = Deadline(of + 1, i);
                var isAllocation = text.Key(of + 1) is "اختصاص" or "تخصیص";
                if (deadline is null && !isAllocation || HasKey(of, i, "گذشته")) return null;
                // «از آموزش ۵۴ مهندس در پاییز خبر داد»: of a time that has begun one cannot tell what is still to come.
                if (deadline is { Direction: DateDirection.In, Precision: DatePrecision.Year or DatePrecision.Season or DatePrecision.Month } && (deadline.Precision == DatePrecision.Year || deadline.From <= reference) && !isAllocation && !HasKey(of, i, "آینده")) return null;
                return new(of + 1, i, true, deadline, "pledge: announced");
            }
        }
        return null;
    }

    private bool IsAct(int token) => Acts.Contains(text.Key(token)) || NounPhrase.IsVerbalNoun(text.Key(token));

    private DateMention? Deadline(int first, int end) =>
        deadlines.Find(first, end, found.Count > 0 && found[^1].First >= text.SentenceAt(first).FirstToken ? found[^1].Deadline?.Due : null);

    // «مقرر شد زمین‌هایی را که کاربری ورزشی دارند، شناسایی کنیم»: behind a clause that only says which.
    private int AfterRelative(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (text.Key(i) != "که" || text.Role(i - 1) is not (TokenRole.Content or TokenRole.Object)) continue;
            return text.VerbFrom(i, end) is { } verb && text.Key(verb.End) is "،" or "," ? verb.End : first;
        }
        return first;
    }

    private bool HasVerb(int first, int end) =>
        text.VerbFrom(first, end) is { } verb && !(verb.Form.Tense == VerbTense.Participle) && text.Key(verb.End) is not "و";

    private bool HasKey(int first, int end, params ReadOnlySpan<string> keys)
    {
        for (var i = first; i < end; i++)
        {
            if (keys.Contains(text.Key(i))) return true;
        }
        return false;
    }

    private int Figures(int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++) count += text.Role(i) == TokenRole.Number ? 1 : 0;
        return count;
    }
}
