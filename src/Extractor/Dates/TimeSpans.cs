using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Dates;

/// <summary>A stretch of text that speaks of time, whether or not it names days.</summary>
/// <param name="FirstToken">Index of its first token, a preposition of time with it.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="OfDay">True for hours of the day and lengths below a day.</param>
public readonly record struct TimeStretch(int FirstToken, int EndToken, bool OfDay);

/// <summary>
/// Marks every stretch of a text that speaks of time in the manner of temporal taggers: the mentions of <see cref="DateReader"/>
/// with their prepositions, and beside them loose words of time («در روزهای», «زمستانی», «سالگرد», «روزی ۱۲ بار»); what stands
/// side by side is one stretch. Figures and deadlines need the narrower <see cref="DateReader"/>.
/// </summary>
public static class TimeSpans
{
    /// <summary>The stretches in order. With <paramref name="joinTimes"/> a day and its hour side by side are one stretch, otherwise two.</summary>
    public static IReadOnlyList<TimeStretch> Find(TokenizedText text, bool joinTimes)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dates = new DateText(text, null, NumberReader.FindSingle(text));
        var joined = new List<TimeStretch>();
        foreach (var piece in Pieces(dates))
        {
            if (joined.Count > 0 && Joins(dates, joined[^1], piece, joinTimes)) joined[^1] = joined[^1] with { EndToken = piece.EndToken };
            else joined.Add(piece);
        }
        // «۵ دقیقه تا پایان کار», «دوشنبه تا …»: what it lasts to is no time, yet the word is one of time.
        for (var i = 0; joinTimes && i < joined.Count; i++)
        {
            var end = joined[i].EndToken;
            if (text.Tokens.Count > end && dates.IsRange(end) && !dates.BreaksBefore(end)) joined[i] = joined[i] with { EndToken = end + 1 };
        }
        return joined;
    }

    private static IEnumerable<TimeStretch> Pieces(DateText text)
    {
        var at = 0;
        foreach (var date in DateReader.Find(text))
        {
            var stretch = Narrowed(text, date);
            if (stretch.EndToken == stretch.FirstToken) continue;
            foreach (var loose in LoosePieces(text, at, stretch.FirstToken)) yield return loose;
            yield return stretch;
            at = stretch.EndToken;
        }
        foreach (var loose in LoosePieces(text, at, text.Count)) yield return loose;
    }

    private static IEnumerable<TimeStretch> LoosePieces(DateText text, int at, int limit)
    {
        for (; at < limit; at++)
        {
            if (text.Word(at) is { Class: DateClass.Name, Length: var name })
            {
                at += name - 1;
            }
            else if (LooseEnd(text, at, limit) is { } loose)
            {
                yield return loose;
                at = loose.EndToken - 1;
            }
        }
    }

    private static TimeStretch Narrowed(DateText text, DateMention date)
    {
        var (first, end) = (date.PhraseToken, date.EndToken);
        // Of an occasion only the words of time count: «روز» in «روز عید قربان», «شب یلدا», «ماه رمضان».
        if (date.Rule == "date: occasion")
        {
            var word = date.FirstToken;
            while (word < end && text.Is(word, DateClass.By)) word++;
            var speaks = text.Key(word) is "روز" or "شب" or "شبهای" or "ماه" or "هفته" or "دهه" or "ایام";
            for (var i = word; i < end && !speaks; i++) speaks = text.Word(i).IsMonth;
            if (!speaks) return new(end, end, false);
            if (text.Key(word) == "روز") end = word + 1;
        }
        // «در 1398/04/17», «مورخ ۱۵ رمضان», «در حدود ۱۲:۲۰»: the preposition of a written date is no part of it.
        while (first < date.FirstToken && (text.Key(first) == "مورخ" || (text.Key(first) == "در" && first + 1 < end && (text.IsDigits(first + 1) && date.Rule == "date: digits" || text.Key(first + 1) == "حدود")))) first++;
        for (var i = first; i < date.FirstToken; i++)
        {
            if (text.Key(i) == "بین") first = i;
        }
        if (date.OfDay && text.Key(first) == "از" && text.IsDigits(first + 1)) first++;
        // «بعد چند روز»
        if (date.Precision == DatePrecision.Duration && first > 0 && text.Key(first - 1) == "بعد" && !text.BreaksBefore(first)) first--;
        if (!text.BreaksBefore(end) && (text.Key(end) is "متوالی" or "پیاپی" || (date.Precision == DatePrecision.Duration && text.Key(end) is "بعد" or "قبل" && !text.Is(end + 2, DateClass.Unit) && !text.IsDigits(end + 2)))) end++;
        if (end < text.Count && !text.BreaksBefore(end))
        {
            if (text.Key(end) is "یکبار") end++;
            else if (text.Key(end) == "یک" && text.Key(end + 1) == "بار") end += 2;
        }
        return new(first, end, date.OfDay);
    }

    private static TimeStretch? LooseEnd(DateText text, int at, int limit)
    {
        var word = text.Word(at);
        // «هفته‌ای ۱۲ بار», «روزی دو مرتبه»
        if (word.Class == DateClass.Adjective && text.Number(at + word.Length) is { Ordinal: false } times && text.Key(times.EndToken) is "بار" or "مرتبه" or "نوبت" or "وعده") return Within(at, times.EndToken + 1);
        // «سه بار در هفته»
        if (text.Number(at) is { Ordinal: false } often && text.Key(often.EndToken) is "بار" or "مرتبه" or "نوبت" && text.Key(often.EndToken + 1) == "در" && text.Word(often.EndToken + 2) is { Class: DateClass.Unit } of)
            return Within(at, often.EndToken + 2 + of.Length);
        if (word.Class is DateClass.Seasonal) return Within(at, at + word.Length);
        if (word.Class is DateClass.Anniversary) return Within(at, at + word.Length);
        if (text.Number(at) is { Ordinal: true } ordinal && text.Word(ordinal.EndToken) is { Class: DateClass.Anniversary } or { Class: DateClass.Unit, Unit: >= TimeUnit.Day } && text.Word(ordinal.EndToken) is var counted)
            return Within(at, ordinal.EndToken + counted.Length);
        if (word.IsUnit && word.Unit >= TimeUnit.Day && text.Number(at + word.Length) is { Value: <= 31, Suffix: null } number && !text.BreaksBefore(at + word.Length) && word.Class == DateClass.Unit && text.Word(number.EndToken).Class == DateClass.None)
            return Led(text, at, number.EndToken, limit);
        if (!word.IsUnit || word.Unit < TimeUnit.Day) return null;
        var end = at + word.Length;
        if (text.Key(end) is "ها" or "های") end++;
        // «روز خوبی بود», «شب رو اونجام»: a bare unit speaks of time too; «ماه» alone may be the moon.
        return word.Unit != TimeUnit.Month || word.Class == DateClass.Plural || end > at + 1 || end == limit || text.Key(at - 1) is "در" or "طی" ? Led(text, at, end, limit) : null;

        TimeStretch? Within(int first, int end) => end <= limit ? new TimeStretch(first, end, false) : null;
    }

    private static TimeStretch? Led(DateText text, int at, int end, int limit)
    {
        if (end > limit) return null;
        return new(at > 0 && text.Key(at - 1) is "در" or "طی" or "از" && !text.BreaksBefore(at) ? at - 1 : at, end, false);
    }

    private static bool Joins(DateText text, TimeStretch left, TimeStretch right, bool joinTimes)
    {
        if (left.OfDay != right.OfDay && !joinTimes) return false;
        if (left.EndToken == right.FirstToken) return !text.BreaksBefore(right.FirstToken);
        if (left.EndToken + 2 == right.FirstToken && text.Key(left.EndToken) == "به" && text.Key(left.EndToken + 1) == "جز") return true;
        if (left.EndToken + 1 != right.FirstToken || text.BreaksBefore(right.FirstToken)) return false;
        // «امشب و فردا شب», «۷ غروب و ۸ صبح», «۳ شب و ۴ روز»
        if (text.Key(left.EndToken) is not ("و" or "یا" or "بجز")) return text.Key(left.EndToken) is "بجز";
        var (before, after) = (text.Word(left.EndToken - 1), text.Word(right.EndToken - 1));
        return before.Class switch
        {
            DateClass.Part or DateClass.Weekday => before.Class == after.Class || (before.Class == DateClass.Weekday && text.Is(right.FirstToken, DateClass.Weekday)),
            DateClass.Day => left.OfDay == right.OfDay,
            _ => before.IsUnit && after.IsUnit && left.OfDay == right.OfDay,
        };
    }
}
