using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Reads what stands around a number and changes its sense: bounds, changes, rates.</summary>
internal static class FigureQualities
{
    private static readonly PhraseTable<string> Qualifiers = new(LanguageTable.Read("Mentions/qualifiers.tsv").Select(row => (row[0], row[1])));
    private static readonly PhraseTable<string> Changes = new(LanguageTable.Read("Mentions/change-words.tsv").Select(row => (row[0], row[1])));
    private static readonly PhraseTable<string> PeriodsBefore = new(LanguageTable.Read("Mentions/periods.tsv").Where(row => row[2] is "before" or "both").Select(row => (row[0], row[1])));
    private static readonly PhraseTable<string> PeriodsAfter = new(LanguageTable.Read("Mentions/periods.tsv").Where(row => row[2] is "after" or "both").Select(row => (row[0], row[1])));

    // Verbs of reaching a level: «به ۷۲ میلیارد رسید», «به ۶۸ درصد افزایش یافت».
    private static readonly FrozenSet<string> Reaching = new[] { "رسید", "رساند", "یافت", "شد", "گردید", "داد", "کرد", "آمد", "گشت" }.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first token of the number with the words that bound it, and the bound's sign.</summary>
    public static (int First, string? Sign) Qualifier(MarkedText text, FigureCandidate figure)
    {
        var first = figure.Number.FirstToken;
        var (length, sign) = Qualifiers.EndingAt(text, first);
        if (length > 0) return (first - length, sign);
        if (text.Key(first - 1) == "از" && text.Key(figure.UnitEnd) == "فراتر")
            return (first, text.VerbFrom(figure.UnitEnd, text.SentenceAt(first).EndToken) is { Form.Negative: true } ? "<" : ">");
        return (first, null);
    }

    /// <summary><c>up</c>, <c>down</c>, <c>to</c> or null. <paramref name="first"/> is the first token with its bounds.</summary>
    public static string? Change(MarkedText text, FigureCandidate figure, int first)
    {
        if (figure.From is not null) return "to";
        var sentence = text.SentenceAt(first);
        var end = figure.UnitEnd;
        if (figure.Class is UnitClass.Percent or UnitClass.Money or UnitClass.Classifier or UnitClass.Noun or UnitClass.Measure or UnitClass.Time or UnitClass.Container && !IsTo(text, first))
        {
            if (After(text, figure, end, sentence.EndToken) is { } after) return after;
            // «رشد ۲۰ درصدی», «افزایش ۳۰ درصدی», «کاهش ۱۰ درصد»
            var (length, direction) = Changes.EndingAt(text, first);
            if (length > 0 && text.Key(first - 1) is not ("بیشتر" or "کمتر" or "کم" or "اضافه")) return direction;
        }
        if (figure.Class == UnitClass.Ratio && text.VerbFrom(end, Math.Min(end + 3, sentence.EndToken)) is { Form: { Stem: "شد" or "گردید" or "کرد", Negative: false } } && !NounClasses.Is(text.Key(end), NounClass.Act)) return "up";
        if (figure.Class == UnitClass.Ratio && (text.Key(end) is "شدن" || text.Role(end) == TokenRole.Time || text.Key(end) is "مدت" && text.Key(end + 1) is "مشابه")) return "up";
        if (figure.Class == UnitClass.Ratio) return After(text, figure, end, sentence.EndToken);
        if (!IsTo(text, first)) return figure.IsRank || figure.Class == UnitClass.Ratio ? null : Becomes(text, end, sentence.EndToken, first);
        return Reaches(text, figure, first, sentence) ? "to" : null;
    }

    private static bool IsTo(MarkedText text, int first)
    {
        // «به روزی ۹ مورد», «به کیلویی ۳۱۰ هزار ریال»
        if (PeriodsBefore.EndingAt(text, first) is { Length: > 0 and var length }) first -= length;
        else if (text.Role(first - 1) is TokenRole.Content && Units.OfWord(text.Key(first - 1)) is { Adjective: true }) first--;
        return IsLed(text, first);
    }

    private static bool IsLed(MarkedText text, int first) => text.Key(first - 1) is "میانگین" or "متوسط" && text.Key(first - 2) is "به" || text.Key(first - 1) is "به" || text.Key(first - 1) is "حدود" or "مرز" && text.Key(first - 2) is "به"
        || text.Key(first - 1) is "جایگاه" or "رتبه" && text.Key(first - 2) is "به";

    // «اکنون صد میلیون شده»
    private static string? Becomes(MarkedText text, int end, int limit, int first) =>
        text.VerbFrom(end, Math.Min(end + 1, limit)) is { Form: { Stem: "شد", Negative: false } } && text.Role(first - 1) is TokenRole.Time or TokenRole.Adverb ? "to" : null;

    private static string? After(MarkedText text, FigureCandidate figure, int end, int limit)
    {
        for (var i = end; i < Math.Min(end + 3, limit); i++)
        {
            var (length, direction) = Changes.StartingAt(text, i);
            // «نفر کمتر از ۵ سال» bounds the next number; «۲۰ نفر کم است» lacks.
            if (length > 0)
            {
                // «۷ درصد کم و طلاق‌ها ۳ درصد زیاد شده»
                // «۹ میلیارد تومان کم داریم»: it lacks.
                if (text.Key(i) is "کم" or "زیاد" && text.VerbFrom(i + 1, i + 2) is { Form.Stem: "داشت" }) return null;
                if (text.Key(i) is "کم" or "زیاد" && text.Role(i + 1) != TokenRole.Verb && text.Key(i + 1) is not "و") return null;
                if (text.VerbFrom(i, Math.Min(i + 3, limit)) is { Form.Negative: true }) return null;
                if (text.Key(i) is "کمتر" or "بیشتر" or "بالاتر" && text.Key(i + 1) == "از" && text.Role(i + 2) == TokenRole.Number) return null;
                if (text.Key(i) is "افزایش" or "کاهش" or "رشد" or "ارتقا" or "ارتقاء" && figure.Class is not (UnitClass.Percent or UnitClass.Money) && text.Role(i + 1) is not (TokenRole.Verb or TokenRole.Mark)) return null;
                return direction;
            }
            // «۲۵ درصد بالا می‌بریم», «۳۰ درصد بیش از روزهای عادی»
            if (text.Key(i) is "بالا" or "پایین" && text.VerbFrom(i + 1, i + 2) is { Form: { Negative: false, Stem: "رفت" or "برد" or "آمد" or "آورد" or "کشید" } }) return text.Key(figure.Number.FirstToken - 1) is "تا" or "به" ? "to" : text.Key(i) == "بالا" ? "up" : "down";
            if (figure.Class == UnitClass.Percent && text.Key(i) == "بیش" && text.Key(i + 1) == "از" && text.Role(i + 2) != TokenRole.Number) return "up";
            if (text.Role(i) is not (TokenRole.Adverb or TokenRole.Time) && !(text.Key(i) is "هم" or "نیز") && !(figure.Class is UnitClass.Noun or UnitClass.Classifier && text.Role(i) == TokenRole.Content)) break;
        }
        // «۹ درصد و کودک‌آزاری ۴ درصد کمتر از»: the change stands once, behind the last of a list.
        return figure.Class == UnitClass.Percent && text.Key(end) is "و" or "،" ? InList(text, end, limit) : null;
    }

    private static string? InList(MarkedText text, int end, int limit)
    {
        for (var i = end + 1; i < Math.Min(end + 8, limit); i++)
        {
            if (text.Role(i) is TokenRole.Verb or TokenRole.Copula or TokenRole.Mark or TokenRole.Preposition) return null;
            if (text.Key(i) == "درصد") return Changes.StartingAt(text, i + 1) is { Length: > 0 } change ? change.Value : null;
        }
        return null;
    }

    private static bool Reaches(MarkedText text, FigureCandidate figure, int first, Sentence sentence)
    {
        // The verb may stand behind the noun counted: «به ۳ هزار و ۹۵۰ نفر رسیدند», «به زیر ۳۰۰ پروژه خواهد رسید».
        if (text.VerbFrom(figure.UnitEnd, sentence.EndToken) is not { } verb || verb.First - figure.UnitEnd > 4) return false;
        // «به ۱۱۴ روستا نفت رسیده»: what reached them stands between.
        if (figure.Class == UnitClass.Noun && verb.Form.Stem is "رسید" or "رساند" && text.Role(verb.First - 1) == TokenRole.Content && verb.First - figure.UnitEnd > 0 && !NounPhrase.IsAdjective(text.Key(figure.UnitEnd))) return false;
        for (var i = figure.UnitEnd + PeriodsAfter.StartingAt(text, figure.UnitEnd).Length; i < verb.First; i++)
        {
            if (text.Role(i) is TokenRole.Preposition or TokenRole.Object or TokenRole.Number) return false;
        }
        // «تخت‌های خالی به ۲۱۰۰ تخت می‌رسد» amounts to so much.
        if (verb.Form.Stem is "رسید" or "رساند") return verb.Form.Stem == "رساند" || verb.Form.Tense != VerbTense.Present;
        var before = text.Key(verb.First - 1);
        return Reaching.Contains(verb.Form.Stem) && before is "افزایش" or "کاهش" or "ارتقا" or "ارتقاء" or "تنزل" or "تقلیل" or "صعود" || verb.Form.Stem == "آمد" && figure.IsRank;
    }

    /// <summary>How many tokens before <paramref name="end"/> make the number behind them a rate; 0 where none do.</summary>
    public static int PeriodBefore(MarkedText text, int end) => PeriodsBefore.EndingAt(text, end).Length;

    /// <summary>The unit of time of a rate, or null.</summary>
    public static string? Period(MarkedText text, FigureCandidate figure, int first)
    {
        var at = first;
        for (var steps = 0; steps < 4; steps++)
        {
            var (length, period) = PeriodsBefore.EndingAt(text, at);
            // «در سال ۵۰ هزار نفر» is a rate, «در سال گذشته ۵۰ هزار» is none.
            if (length > 0 && !(text.Key(at - length) is "در" && text.DateAt(at - 1) is { Due: not null, Precision: not Dates.DatePrecision.Vague })) return IsAdjectiveOfNoun(text, at, length) ? null : period;
            if (text.Key(at - 1) is "میانگین" or "متوسط" or "طور" or "به" or "بهطور" or "حدود" or "تا" or "بین" or "از" or "صورت" or "مبلغ" or "تعداد" or "تنها" or "فقط" || text.Key(at - 1) == "برای" && text.Key(at - 2).EndsWith("انه", StringComparison.Ordinal)) at--;
            else break;
        }
        // «مصرف هفتگی شهر از ۴۰ هزار به ۶۵ هزار لیتر», «درآمد ماهانه یک کارگاه ۲۲ میلیون تومان»
        if (figure.Class is UnitClass.Money or UnitClass.Measure && PeriodOfLevel(text, first) is { } ofLevel) return ofLevel;
        var end = figure.UnitEnd;
        // «۹ مرکز روزانه»: what kind of centre.
        if (figure.Unit is "مرکز" or "مهد" or "مهدکودک" or "سرا" or "خوابگاه" && PeriodsAfter.StartingAt(text, end).Length == 1) return null;
        if (PeriodsAfter.StartingAt(text, end) is { Length: > 0 } after && !(after.Length == 1 && figure.Class == UnitClass.Noun && text.Role(end + 1) == TokenRole.Content) && !(after.Length > 1 && text.Role(end + after.Length) == TokenRole.Content && !NounClasses.Is(text.Key(end + after.Length), NounClass.Act) && text.Role(end + after.Length + 1) != TokenRole.Verb) && text.Role(end + after.Length) is not (TokenRole.Number or TokenRole.Time) && text.Key(end + after.Length) is not ("جاری" or "گذشته" or "اینده" or "های" or "نخست" or "اول"))
            return after.Value;
        // «چهار جلسه مشاوره در سال»
        if (figure.Class is UnitClass.Noun or UnitClass.Classifier or UnitClass.Container or UnitClass.Measure && NounPhrase.IsJoined(text, end) && NounPhrase.End(text, end) is var behind && PeriodsAfter.StartingAt(text, behind) is { Length: > 1 } rate && text.Role(behind + rate.Length) is not (TokenRole.Number or TokenRole.Time or TokenRole.Content) && text.DateAt(behind + rate.Length - 1) is not { Due: not null, Precision: not Dates.DatePrecision.Vague }) return rate.Value;
        return null;
    }

    private static string? PeriodOfLevel(MarkedText text, int first)
    {
        var end = text.Key(first - 1) is "از" or "به" ? first - 1 : first;
        var start = end;
        while (start > text.ClauseStart(first) && end - start < 6 && text.Role(start - 1) is TokenRole.Content or TokenRole.Time or TokenRole.Adverb or TokenRole.Determiner or TokenRole.Number or TokenRole.Measure) start--;
        for (var i = start; i + 1 < end; i++)
        {
            if (NounClasses.Is(text.Key(i), NounClass.Sum | NounClass.Level) || text.Key(i) == "مصرف")
                return PeriodsAfter.StartingAt(text, i + 1) is { Length: 1 } rate ? rate.Value : null;
        }
        return null;
    }

    // «هر مرکز روزانه ۲۰ …» is still a rate; «مشوق ماهانه ۲ میلیون تومانی» too.
    private static bool IsAdjectiveOfNoun(MarkedText text, int at, int length) => text.Key(at - length - 1) is "شیفت";
}
