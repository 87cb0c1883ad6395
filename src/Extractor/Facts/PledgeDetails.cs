using System.Text;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Numerals;

namespace NewsMiner.Extractor.Facts;

/// <summary>Reads from a promising clause who owes what to whom, where, and by when.</summary>
internal static class PledgeDetails
{
    /// <summary>The pledge a clause makes.</summary>
    public static Pledge Read(MarkedText text, PledgeClause clause, OfficialsAndStatements reported, IReadOnlyList<(Figure Figure, FigureCandidate Candidate)> figures)
    {
        var (first, end) = Trim(text, clause);
        var aside = Aside.In(text, first, end);
        var told = Told(text, first, end);
        bool IsOf(FigureCandidate figure) => figure.Number is var number && (number.FirstToken >= first && number.EndToken <= end && !aside.Holds(number.FirstToken) && (number.FirstToken >= told || figure.Class != UnitClass.Percent) || number.FirstToken >= clause.Tail.First && number.EndToken <= clause.Tail.End || number.FirstToken >= clause.Head.First && number.EndToken <= clause.Head.End);
        var sentence = text.SentenceAt(clause.First);
        var span = text.Text.OriginalSpan(first, end);
        var speaker = Speakers.At(reported, span);
        var post = Speakers.PostOf(reported, speaker);
        var pledge = new Pledge
        {
            Span = span,
            Sentence = text.Words(sentence.FirstToken, sentence.EndToken),
            Rule = clause.Rule,
            Confidence = 1,
            Actor = Actor(text, first, end) ?? post ?? speaker ?? Body(text, sentence.FirstToken, end) ?? "",
            Speaker = speaker,
            Action = Action(text, first, end, clause),
            Strength = clause.IsFirm ? "firm" : "soft",
            Deadline = clause.Deadline is { } deadline ? text.Words(deadline.FirstToken, deadline.EndToken) : null,
            Due = clause.Deadline?.Due,
            Amounts = [.. figures.Where(figure => IsOf(figure.Candidate)).Select(figure => new Amount(figure.Figure.Value, figure.Figure.Unit))],
            Place = After(text, first, end, "در") ?? Speakers.PlaceOf(reported, speaker),
            Beneficiary = After(text, first, end, "برای"),
            Condition = Condition(text, clause.First, end),
        };
        return pledge with { Confidence = FactConfidence.Of(pledge) };
    }

    // «۴۲ واحد با پیشرفت ۷۵ درصدی در دست ساخت است که تا مهر تحویل می‌شود»: where the promise begins behind what is told of its subject, whose progress is no amount promised; the clause's first token where nothing is.
    private static int Told(MarkedText text, int first, int end)
    {
        for (var i = end - 1; i > first; i--)
        {
            if (text.Key(i) == "که" && text.Role(i - 1) is TokenRole.Verb or TokenRole.Copula) return i;
        }
        return first;
    }

    private static (int First, int End) Trim(MarkedText text, PledgeClause clause)
    {
        var (first, end) = (clause.First, clause.End);
        while (first < end - 1 && (text.Role(first) is TokenRole.Mark || text.Key(first) is "و" or "که" or "همچنین" or "نیز" or "البته" or "اما" or "ولی" or "تا" && text.DateAt(first) is null)) first++;
        while (end > first + 1 && text.Role(end - 1) == TokenRole.Mark) end--;
        // «اگر مصرف کم نشود، برق را قطع می‌کنیم»: the condition is told apart.
        if (text.Key(first) is "اگر" or "چنانچه" && text.VerbFrom(first, end) is { } condition && condition.End < end - 1)
        {
            first = condition.End;
            while (first < end - 1 && (text.Role(first) == TokenRole.Mark || text.Key(first) is "و" or "که")) first++;
        }
        return (first, end);
    }

    // The clause without the words of its deadline and without what it says of a noun by the way; with the verb it shares with the next.
    private static string Action(MarkedText text, int first, int end, PledgeClause clause)
    {
        var action = new StringBuilder();
        if (clause.Head.End > clause.Head.First) action.Append(text.Words(clause.Head.First, clause.Head.End));
        var aside = Aside.In(text, first, end);
        var at = first;
        void Until(int stop, int next)
        {
            if (stop > at)
            {
                if (action.Length > 0) action.Append(' ');
                action.Append(text.Words(at, stop));
            }
            at = Math.Max(at, next);
        }
        (int First, int End) time = clause.Deadline is { } deadline && deadline.FirstToken >= first && deadline.EndToken <= end
            ? (Math.Max(first, Math.Min(deadline.PhraseToken, text.Key(deadline.FirstToken - 1) == "در" ? deadline.FirstToken - 1 : deadline.FirstToken)), deadline.EndToken)
            : (end, end);
        if (aside.First < time.First) Until(aside.First, aside.End);
        if (time.First >= at) Until(time.First, time.End);
        if (aside.First >= time.End) Until(aside.First, aside.End);
        Until(end, end);
        if (clause.Tail.End > clause.Tail.First) action.Append(' ').Append(text.Words(clause.Tail.First, clause.Tail.End));
        var words = action.ToString().Trim(' ', '،');
        return words.Length > 0 ? words : text.Words(first, end);
    }

    // «… را بهزیستی پرداخت خواهد کرد», «شهرداری … را می‌سازد»
    private static string? Actor(MarkedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Role(i) != TokenRole.Content || !Speakers.IsBody(text.Key(i))) continue;
            var isSubject = i == first || text.Role(i - 1) is TokenRole.Object or TokenRole.Time or TokenRole.Mark;
            if (isSubject) return text.Words(i, NounPhrase.End(text, i));
        }
        return null;
    }

    private static string? Body(MarkedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (Speakers.IsBody(text.Key(i))) return text.Words(i, NounPhrase.End(text, i));
        }
        return null;
    }

    private static string? After(MarkedText text, int first, int end, string preposition)
    {
        for (var i = first; i + 1 < end; i++)
        {
            if (text.Key(i) != preposition || text.DateAt(i + 1) is not null && text.Role(i + 1) == TokenRole.Time) continue;
            var at = i + 1;
            while (at < end && text.Role(at) is TokenRole.Number or TokenRole.Determiner) at++;
            if (at >= end || text.Role(at) != TokenRole.Content || text.Key(at) is "دستور" or "نظر" or "تلاشیم" or "حال" or "تلاش" or "صورت" or "دست" or "اختیار") continue;
            var stop = Math.Min(end, NounPhrase.End(text, at));
            if (stop > at) return text.Words(at, stop);
        }
        return null;
    }

    private static string? Condition(MarkedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Key(i) is not ("اگر" or "چنانچه") && !(text.Key(i) == "صورت" && text.Key(i - 1) == "در") && !(text.Key(i) == "شرط" && text.Key(i - 1) == "به")) continue;
            var start = text.Key(i) is "صورت" or "شرط" ? i - 1 : i;
            var stop = i + 1;
            while (stop < end && text.Role(stop) != TokenRole.Mark) stop++;
            if (stop < end || text.Key(i) is "اگر" or "چنانچه") return text.Words(start, stop);
        }
        return null;
    }

    /// <summary>A relative clause in the middle of a promise, with its «که» and its comma: «ساختمان، که ۶۰ اتاق دارد، افتتاح خواهد شد»; empty at the end where none is.</summary>
    private readonly record struct Aside(int First, int End)
    {
        public bool Holds(int token) => token >= First && token < End;

        public static Aside In(MarkedText text, int first, int end)
        {
            for (var i = first + 1; i < end; i++)
            {
                if (text.Key(i) != "که" || text.Role(i - 1) is TokenRole.Verb or TokenRole.Copula) continue;
                if (text.VerbFrom(i, end) is not { } verb || verb.End >= end - 1 || text.Key(verb.End) is not ("،" or ",") || verb.Form.Tense is not (VerbTense.Past or VerbTense.Present)) continue;
                if (verb.Form.Tense == VerbTense.Present && verb.Form.Stem is not ("داشت" or "بود")) continue;
                return new(i, verb.End + 1);
            }
            return new(end, end);
        }
    }
}
