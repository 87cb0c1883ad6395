using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Finds where a Persian noun phrase begins and ends around a token, by what cannot be part of one.</summary>
internal static class NounPhrase
{
    private const int LongestRun = 3;
    private const int LongestLeft = 6;

    private static readonly FrozenSet<string> Adjectives = LanguageTable.Read("Mentions/adjectives.tsv").Select(row => Fold.Key(row[0])).ToFrozenSet(StringComparer.Ordinal);

    // Words that open a predicate on the noun before them: «کتاب | مربوط به …», «زن | جان باخت».
    private static readonly FrozenSet<string> Predicates = new[] { "مربوط", "متعلق", "مبتلا", "منوط", "ناشی", "حاصل", "مرتبط", "وابسته", "جان", "عبارت", "مشتمل", "معادل", "منهدم", "ظاهرا", "واقع", "جهت", "تحت" }
        .Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Plurals = ["هایی", "های", "ها"];
    private static readonly string[] Possessives = ["شان", "مان", "اند", "ند", "اش", "ش"];

    // Nouns that end like an adjective.
    private static readonly FrozenSet<string> NounsInYe = new[] { "صندلی", "مددجوی", "خودروی", "دانشجوی", "نیروی", "آگهی", "روستای", "بانوی", "کشتی", "ماهی", "گاوداری", "سواری", "بارداری", "همکاری", "یاری", "زندگی", "آموزی" }
        .Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for words that describe the noun before them.</summary>
    public static bool IsAdjective(string key) =>
        Adjectives.Contains(key)
        || key.Length >= 4 && key[^1] == 'ی' && !NounsInYe.Contains(key)
        || key.Length >= 5 && (key.EndsWith("شده", StringComparison.Ordinal) || key.EndsWith("دیده", StringComparison.Ordinal) || key.EndsWith("زده", StringComparison.Ordinal) || key.EndsWith("یافته", StringComparison.Ordinal));

    /// <summary>The token after the phrase whose head stands at <paramref name="head"/>.</summary>
    public static int End(MarkedText text, int head)
    {
        var end = head + 1;
        while (IsJoined(text, end) && !IsClosed(text, end - 1)) end++;
        // «پرونده تخلف تشکیل و …»: the noun of a verb that stands further on.
        if (end - head > 1 && text.Key(end) is "و" or "،" && NounClasses.Of(text.Key(end - 1)) == NounClass.Act && text.Role(end + 1) is TokenRole.Content or TokenRole.Preposition && text.Key(end) == "و") end--;
        var run = end - head;
        if (run == 1) return end;
        // The word before a verb is the verb's own: «۹۰ هزار کودک معاینه شوند», «۸۴ درصد تخت‌ها پر است».
        if (text.Role(end) == TokenRole.Verb || text.Role(end) == TokenRole.Copula && (NounClasses.Is(text.Key(end - 1), NounClass.Act) || IsAdjective(text.Key(end - 1))))
        {
            end--;
            run--;
        }
        if (run <= LongestRun) return end;
        var last = head + 1;
        while (last < end && IsAdjective(text.Key(last))) last++;
        // A head that needs its genitive to be understood: «مرکز نگهداری سالمندان».
        if (last == head + 1) last = head + 2;
        return last;
    }

    /// <summary>The first token of the phrase whose last token stands before <paramref name="end"/>; <paramref name="end"/> where there is none.</summary>
    public static int Start(MarkedText text, int end, int limit)
    {
        var start = Left(text, end, limit);
        // «ظرفیت مراکز درمان و کاهش آسیب», «هزینه ساخت و تجهیز مرکز»: two genitives of one head.
        if (start < end && start - 2 >= limit && text.Key(start - 1) == "و" && IsPart(text, start - 2))
        {
            var wider = Left(text, start - 1, limit);
            if (wider < start - 1 && start - 1 - wider > 1 && end - wider <= 2 * LongestLeft && NounClasses.Is(text.Key(wider), NounClass.Sum | NounClass.Level | NounClass.Quantity) && !NounClasses.Is(text.Key(start), NounClass.Sum | NounClass.Level | NounClass.Quantity))
                start = wider;
        }
        return start;
    }

    private static int Left(MarkedText text, int end, int limit)
    {
        var start = end;
        while (start - 1 >= limit && end - start < LongestLeft && IsPart(text, start - 1) && (start == end || !IsClosed(text, start - 1))) start--;
        while (start < end && text.Role(start) == TokenRole.Determiner) start++;
        return start;
    }

    // A plural without ی and a possessive end their phrase: «بانک‌ها | وام دادند», «حقوق‌شان | کم است».
    private static bool IsClosed(MarkedText text, int token)
    {
        var key = text.Key(token);
        return key.Length > 4 && (key.EndsWith("ها", StringComparison.Ordinal) && key is not "بها" || key.EndsWith("هایشان", StringComparison.Ordinal) || key.EndsWith("شان", StringComparison.Ordinal) && key is not ("نشان" or "درخشان" or "کاشان"));
    }

    /// <summary>The words of a phrase with its head as a dictionary gives it: singular and without possessive.</summary>
    public static string Plain(MarkedText text, int start, int end)
    {
        while (start + 1 < end && (NounClasses.Of(text.Key(start)) & ~NounClass.Act) == NounClass.Quantity && text.Key(start) is not "رتبه" && IsJoined(text, start + 1)) start++;
        if (text.Role(end - 1) == TokenRole.Copula && end - 1 > start) end--;
        var head = Head(text.Words(start, start + 1));
        // «ایرادی که …»: the ی that announces a relative clause.
        if (end - start == 1 && text.Key(end) == "که" && head.Length > 4 && head[^1] == 'ی' && head[^2] != '\u200c') head = head[..^1];
        return (end - start > 1 ? head + " " + WithoutCopula(text.Words(start + 1, end)) : WithoutCopula(head)).TrimEnd('،', ',', ' ');
    }

    // «خانه‌هایشان», «دستمزدش», «گیرندگان», «کودک‌اند»
    private static string Head(string word)
    {
        foreach (var ending in Possessives)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal) && (word[^(ending.Length + 1)] == '\u200c' || NounClasses.Of(Fold.Key(word.AsSpan(0, word.Length - ending.Length))) != NounClass.None))
            {
                word = word[..^ending.Length].TrimEnd('\u200c');
                break;
            }
        }
        return NounClasses.SingularPerson(word) ?? WithoutPlural(word);
    }

    // «گیرندگان کودک‌اند», «زنان سرپرست خانوارند», «روستاست»
    private static string WithoutCopula(string words)
    {
        if (words.EndsWith("\u200cاند", StringComparison.Ordinal) || words.EndsWith("\u200cاست", StringComparison.Ordinal)) return words[..^4];
        if (words.EndsWith("ند", StringComparison.Ordinal) && NounClasses.Is(Fold.Key(words.AsSpan(words.LastIndexOf(' ') + 1)), NounClass.Person)) return words[..^2];
        return words.EndsWith("ست", StringComparison.Ordinal) ? Singular(words) : words;
    }

    private static string WithoutPlural(string word)
    {
        foreach (var ending in Plurals)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length].TrimEnd('\u200c');
        }
        return word;
    }

    /// <summary>True where the token can carry on the phrase that the token before it is part of.</summary>
    public static bool IsJoined(MarkedText text, int token) =>
        text.Role(token) == TokenRole.Content && text.Text.Tokens[token].Kind == TokenKind.Word && !Predicates.Contains(text.Key(token));

    private static bool IsPart(MarkedText text, int token) =>
        text.Role(token) is TokenRole.Content or TokenRole.Measure || text.Key(token) is "این" or "هر" or "همه" && text.Role(token + 1) == TokenRole.Content;

    /// <summary>A noun as a unit: without the ezafe ی after a vowel, the copula or a plural ending.</summary>
    public static string Singular(string word)
    {
        var text = word.Trim('\u200c');
        text = WithoutPlural(text);
        if (text.Length > 4 && text.EndsWith("اند", StringComparison.Ordinal) && text[^4] == '\u200c') return text[..^4];
        if (text.Length > 5 && text.EndsWith("\u200cاست", StringComparison.Ordinal)) return text[..^4];
        // «روستاست»: the copula lost its alef to the vowel before it.
        if (text.Length > 4 && text.EndsWith("ست", StringComparison.Ordinal) && text[^3] is 'ا' or 'و' && text is not ("درخواست" or "دوست" or "پوست" or "ماست" or "بازخواست" or "پیوست")) return text[..^2];
        if (text.Length > 4 && text.EndsWith("وی", StringComparison.Ordinal) && text is not ("معنوی" or "قوی" or "راوی")) return text[..^1];
        if (text.Length > 4 && text.EndsWith("ای", StringComparison.Ordinal) && text[^3] != '\u200c' && text is not ("شورای")) return text[..^1];
        if (text.Length > 4 && text.EndsWith("‌ای", StringComparison.Ordinal)) return text[..^3];
        return text;
    }
}
