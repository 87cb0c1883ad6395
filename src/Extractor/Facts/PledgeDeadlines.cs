using System.Collections.Frozen;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Finds the times to come that a stretch of text names, days and events alike («تا پایان سال», «تا پایان دوره شورای هفتم»).</summary>
internal sealed class PledgeDeadlines(MarkedText text, DateOnly? reference)
{
    /// <summary>Events that end and name a time by it, though no calendar knows the day.</summary>
    private static readonly FrozenSet<string> Events = LanguageTable.Read("Facts/deadline-events.tsv").Select(row => Fold.Key(row[0])).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The time to come that the stretch names as the act's, or null. <paramref name="earlier"/> is the day an «آن» before it means.</summary>
    public DateMention? Find(int first, int end, DateOnly? earlier = null)
    {
        DateMention? best = null;
        foreach (var date in All(first, end, earlier))
        {
            if (best is null || Rank(date) > Rank(best)) best = date;
        }
        return best;
    }

    /// <summary>All times to come of the stretch in text order.</summary>
    public List<DateMention> All(int first, int end, DateOnly? earlier = null)
    {
        var found = new List<DateMention>();
        for (var index = FirstDate(first); index < text.Dates.Count && text.Dates[index].FirstToken < end; index++)
        {
            var date = text.Dates[index];
            if (date.EndToken > end) continue;
            if (Counted(date, end, earlier) is { } counted) found.Add(counted);
            else if (IsToCome(date) && !IsOfAnother(date, first, end)) found.Add(Phrase(date, first));
        }
        for (var i = first; i < end; i++)
        {
            if (Event(i, end) is not { } late || found.Exists(date => date.FirstToken == i && date.Direction == DateDirection.By)) continue;
            found.RemoveAll(date => date.FirstToken < late.EndToken && late.FirstToken < date.EndToken);
            found.Add(late);
            i = late.EndToken - 1;
        }
        found.Sort((a, b) => a.FirstToken - b.FirstToken);
        // «مطالبات اسفند و فروردین مراکز همین هفته پرداخت می‌شود»: months that tell which dues.
        for (var i = 0; i + 1 < found.Count; i++)
        {
            if (IsOfNoun(found[i])) found.RemoveAt(i--);
        }
        return found;
    }

    private bool IsOfNoun(DateMention date)
    {
        var at = date.FirstToken;
        if (date is not { Precision: DatePrecision.Month, Direction: DateDirection.In } || date.EndToken != at + 1) return false;
        while (text.Key(at - 1) is "و" or "،" && text.DateAt(at - 2) is { Precision: DatePrecision.Month } month && month.EndToken - month.FirstToken == 1) at -= 2;
        return text.Role(at - 1) == TokenRole.Content && (text.Role(date.EndToken) == TokenRole.Content || text.Key(date.EndToken) == "و" && (text.DateAt(date.EndToken + 1) is { Precision: DatePrecision.Month } || text.Key(date.EndToken + 1) is "تیر" or "مهر" or "اذر"));
    }

    /// <summary>«پس از آن» at the beginning of a promise: a time no calendar knows, or null.</summary>
    public DateMention? Afterwards(int first, int end)
    {
        while (first < end && (text.Role(first) == TokenRole.Mark || text.Key(first) is "و" or "که")) first++;
        return first + 3 < end && text.Key(first) is "پس" or "بعد" && text.Key(first + 1) == "از" && text.Key(first + 2) is "ان" or "این" && text.DateAt(first) is null && text.Role(first - 1) is not (TokenRole.Time or TokenRole.Number)
            && (text.Key(first + 2) == "ان" || text.Role(first + 3) != TokenRole.Content)
            ? new(first, first + 3, null, null, DatePrecision.Vague, "date: event")
            : null;
    }

    /// <summary>«در دو سال»: the length of time an act that is promised anyway is to take, or null.</summary>
    public DateMention? Within(int first, int end)
    {
        for (var index = FirstDate(first + 1); index < text.Dates.Count && text.Dates[index].EndToken <= end; index++)
        {
            if (text.Dates[index] is { Precision: DatePrecision.Duration, OfDay: false, Limit: { } limit } length && text.Key(length.FirstToken - 1) == "در" && text.Role(length.FirstToken - 2) is not (TokenRole.Number or TokenRole.Measure))
                return length with { FirstToken = length.FirstToken - 1, Direction = DateDirection.By, Due = limit };
        }
        return null;
    }

    private int FirstDate(int token)
    {
        var (low, high) = (0, text.Dates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.Dates[middle].FirstToken < token) low = middle + 1; else high = middle;
        }
        return low;
    }

    private DateMention Phrase(DateMention date, int first)
    {
        // «تا سه سال خرج آن را مؤسسه می‌دهد»: a length of time that begins on the day of publication.
        if (date.Limit is { } limit && date.Direction == DateDirection.In) date = date with { FirstToken = date.FirstToken - 1, Direction = DateDirection.By, Due = limit };
        // «تا ظهر امروز»
        if (text.DateAt(date.FirstToken - 1) is { OfDay: true, Direction: DateDirection.By } hour && hour.EndToken == date.FirstToken && hour.FirstToken >= first) date = date with { FirstToken = hour.FirstToken, Direction = DateDirection.By };
        // «تا پایان دولت چهاردهم»: how long a government lasts, the text does not say.
        return text.Key(date.EndToken - 2) == "دولت" && text.Key(date.EndToken - 3) != "هفته" ? date with { Due = null } : date;
    }

    // «یک ماه پس از پایان ثبت‌نام», «یک هفته پس از آن»
    private DateMention? Counted(DateMention length, int end, DateOnly? earlier)
    {
        var at = length.EndToken;
        if (length is not { Precision: DatePrecision.Duration, OfDay: false, Limit: { } limit } || text.Key(at) is not ("پس" or "بعد") || text.Key(at + 1) != "از" || at + 2 >= end) return null;
        if (text.Key(at + 2) is "ان" or "این" && text.Role(at + 3) != TokenRole.Content)
            return length with { EndToken = at + 3, Direction = DateDirection.In, Precision = DatePrecision.Vague, Due = earlier is { } from && reference is { } today ? from.AddDays(limit.DayNumber - today.DayNumber) : null, Rule = "date: counted" };
        return text.Role(at + 2) == TokenRole.Content ? length with { EndToken = Math.Min(end, NounPhrase.End(text, at + 2)), Direction = DateDirection.In, Precision = DatePrecision.Vague, Rule = "date: counted" } : null;
    }

    // «تا پایان دوره شورای هفتم», «تا اتمام کار ساخت», «از روزی که همراه‌سرا باز شود»
    private DateMention? Event(int token, int end)
    {
        if (text.Key(token) == "از" && text.Key(token + 1) is "روزی" or "زمانی" or "وقتی" && text.Key(token + 2) == "که" && text.VerbFrom(token + 3, end) is { Form.Tense: VerbTense.Subjunctive } verb)
            return new(token, verb.End, null, null, DatePrecision.Vague, "date: event") { Direction = DateDirection.From };
        // «از این پس», «از این به بعد»
        if (text.Key(token) == "از" && text.Key(token + 1) == "این" && (text.Key(token + 2) == "پس" || text.Key(token + 2) == "به" && text.Key(token + 3) == "بعد"))
            return new(token, token + (text.Key(token + 2) == "پس" ? 3 : 4), null, null, DatePrecision.Vague, "date: event") { Direction = DateDirection.From };
        if (text.Key(token) != "تا" || text.Key(token + 1) is not ("پایان" or "اتمام" or "تکمیل" or "انتهای" or "آخر" or "اخر" or "زمان" or "خاتمه") || !Events.Contains(text.Key(token + 2))) return null;
        var stop = NounPhrase.End(text, token + 2);
        while (stop < end && text.Role(stop) is TokenRole.Number or TokenRole.Time) stop++;
        // «تا پایان دوره جاری ساخته می‌شود»: the noun of the verb stays out.
        return stop <= end ? new(token, stop, null, null, DatePrecision.Vague, "date: event") { Direction = DateDirection.By } : null;
    }

    // «۵۴ هزار پرونده تا پایان شهریور تعیین تکلیف شد، …», «اگر تا عید آماده نشد، …»: the time of another verb.
    private bool IsOfAnother(DateMention date, int first, int end)
    {
        if (text.VerbFrom(date.EndToken, end) is not { } verb || verb.End >= end) return false;
        if (verb.Form.Tense == VerbTense.Past && text.Key(verb.End) is not ("که" or "است")) return true;
        for (var i = date.FirstToken - 1; i >= first && text.Role(i) is not (TokenRole.Verb or TokenRole.Copula); i--)
        {
            if (text.Key(i) is "اگر" or "چنانچه") return true;
        }
        return false;
    }

    private static int Rank(DateMention date) => (date.Direction != DateDirection.In || date.Rule == "date: counted" ? 2 : 0) + (date.Due is not null ? 1 : 0) - (date.OfDay ? 2 : 0);

    private bool IsToCome(DateMention date)
    {
        if (date.Precision == DatePrecision.Duration) return date.Limit is not null && !date.OfDay && text.Key(date.FirstToken - 1) == "تا" && text.Role(date.FirstToken - 2) is not TokenRole.Number;
        // «هر پیام در کمتر از سه دقیقه می‌رسد»: how fast, not by when.
        if (text.Key(date.EndToken - 1) is "دقیقه" or "ثانیه") return false;
        if (date.Rule == "date: within") return true;
        if (date.Rule == "date: frequency" || date.OfDay) return false;
        if (date.Rule == "date: vague") return text.Key(date.FirstToken) is not ("اخیرا" or "گذشته" or "تاکنون" or "اکنون" or "قبلا" or "سابقا" or "همیشه");
        for (var i = date.FirstToken; i < date.EndToken; i++)
        {
            if (text.Key(i) is "گذشته" or "پارسال" or "دیروز" or "اخیر" or "تاکنون" || text.Key(i) is "پیش" or "قبل" && date.Direction != DateDirection.Before) return false;
        }
        if (date.FirstToken > 0 && text.Key(date.FirstToken - 1) is "هر") return false;
        if (reference is not { } today) return IsNamedFuture(date);
        if (date.Direction == DateDirection.After) return date.To is null || date.To >= today;
        if (date.Due is not { } due) return date.Direction != DateDirection.In && date.Direction != DateDirection.From;
        if (due == today && text.DateAt(date.FirstToken - 1) is { OfDay: true, Direction: DateDirection.By }) return true;
        return due > today || due == today && text.Key(date.EndToken - 1) is "امشب";
    }

    // Without a day of publication only the words themselves tell.
    private bool IsNamedFuture(DateMention date)
    {
        if (date.Direction is DateDirection.By or DateDirection.Before) return true;
        for (var i = date.FirstToken; i < date.EndToken; i++)
        {
            if (text.Key(i) is "اینده" or "فردا" or "جاری" or "دیگر" or "امسال") return true;
        }
        return false;
    }
}
