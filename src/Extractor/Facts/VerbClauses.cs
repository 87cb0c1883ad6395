using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>How the clause of a verb stands to the others of its sentence.</summary>
internal enum ClausePart
{
    /// <summary>It hangs on none.</summary>
    Main,

    /// <summary>Main, behind a condition: «اگر …، پرداخت می‌کنیم».</summary>
    Concluding,

    /// <summary>Behind «که» that follows a noun: «خانه‌ای که ساخته شد».</summary>
    Relative,

    /// <summary>Behind «که» that follows a verb: «پذیرفته است که بخرد».</summary>
    Complement,

    /// <summary>Behind «اگر», «چنانچه», «وقتی».</summary>
    Condition,
}

/// <summary>A verb with its clause: the part it plays and the time the clause names.</summary>
internal readonly record struct VerbClause(VerbMention Verb, ClausePart Part, string Time);

/// <summary>Reads the verbs of a statement with their clauses.</summary>
internal static class VerbClauses
{
    /// <summary>The verbs in tokens [<paramref name="first"/>, <paramref name="end"/>) in order; times are seen from <paramref name="day"/>.</summary>
    public static IEnumerable<VerbClause> In(MarkedText text, int first, int end, DateOnly? day)
    {
        var (from, conditional) = (first, false);
        for (var at = first; text.VerbFrom(at, end) is { } verb && verb.First < end; at = verb.End)
        {
            var part = PartOf(text, from, verb.First, isFirst: from == first);
            if (part == ClausePart.Main && conditional) part = ClausePart.Concluding;
            conditional = part == ClausePart.Condition || conditional && part != ClausePart.Concluding;
            yield return new(verb, part, TimeIn(text, from, verb.First, day));
            from = verb.End;
        }
    }

    /// <summary>
    /// What a time is, seen from the day: «future» (به‌زودی too), «running» (the week, month or year that is not over), «today», «past»,
    /// or «habit» for what recurs; null for lengths of time.
    /// </summary>
    public static string? When(MarkedText text, DateMention date, DateOnly? day)
    {
        if (date.Precision == DatePrecision.Duration) return null;
        if (date is { Precision: DatePrecision.Vague, From: null, Due: null }) return Recurs(text, date) ? "habit" : "future";
        if (day is not { } today || (date.Due ?? date.To) is not { } until) return "today";
        if (until < today) return "past";
        if (until == today) return "today";
        return date.From > today || date.Direction is DateDirection.By or DateDirection.Before ? "future" : "running";
    }

    /// <summary>The later of two times, and of a time and none or a habit the time.</summary>
    public static string Later(string one, string other) => Rank(other) > Rank(one) ? other : one;

    private static int Rank(string time) => time switch { "future" => 5, "running" => 4, "today" => 3, "past" => 2, "habit" => 1, _ => 0 };

    private static bool Recurs(MarkedText text, DateMention date)
    {
        for (var at = date.PhraseToken; at < date.EndToken; at++)
        {
            if (text.Key(at) == "هر" || text.Key(at).EndsWith("ها", StringComparison.Ordinal) || text.Key(at).EndsWith("انه", StringComparison.Ordinal)) return true;
        }
        return text.Key(date.PhraseToken - 1) == "هر";
    }

    private static ClausePart PartOf(MarkedText text, int from, int verb, bool isFirst)
    {
        var part = ClausePart.Main;
        for (var at = from; at < verb; at++)
        {
            switch (text.Key(at))
            {
                case "که":
                    part = at == from && !isFirst ? ClausePart.Complement : ClausePart.Relative;
                    break;
                case "اگر" or "چنانچه" or "وقتی" or "هنگامی" or "زمانی":
                    return ClausePart.Condition;
            }
            // Behind a mark that parts sentences a new one begins.
            if (text.Form(at) is "؛" or "." or "؟" or "!" or ":") part = ClausePart.Main;
        }
        return part;
    }

    /// <summary>The latest time a clause names; what recurs, recurs whatever else is named: «هر سال ۱۲ آذر».</summary>
    private static string TimeIn(MarkedText text, int from, int verb, DateOnly? day)
    {
        var latest = "never";
        for (var at = from; at < verb; at++)
        {
            if (text.Key(at) is "روزی" or "ماهی" or "هفتهای" or "سالی" or "روزانه" or "ماهانه" or "ماهیانه" or "سالانه" or "همیشه" or "همواره" or "معمولا") return "habit";
            if (text.DateAt(at) is not { } date) continue;
            if (text.Key(date.FirstToken - 1) == "هر" || text.Key(date.FirstToken) == "هر") return "habit";
            if (When(text, date, day) is { } when) latest = Later(latest, when);
            at = Math.Max(at, date.EndToken - 1);
        }
        return latest;
    }
}
