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
        while (IsJoined(text, end)) end++;
        var run = end - head;
        if (run == 1) return end;
        // The noun before a verb is the verb's own: «۹۰ هزار کودک معاینه شوند».
        if (text.Role(end) == TokenRole.Verb)
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
        var start = end;
        while (start - 1 >= limit && end - start < LongestLeft && IsPart(text, start - 1)) start--;
        while (start < end && text.Role(start) == TokenRole.Determiner) start++;
        return start;
    }

    /// <summary>True where the token can carry on the phrase that the token before it is part of.</summary>
    public static bool IsJoined(MarkedText text, int token) =>
        text.Role(token) == TokenRole.Content && text.Text.Tokens[token].Kind == TokenKind.Word;

    private static bool IsPart(MarkedText text, int token) =>
        text.Role(token) is TokenRole.Content or TokenRole.Measure || text.Key(token) is "این" or "هر" or "همه" && text.Role(token + 1) == TokenRole.Content;

    /// <summary>A noun as a unit: without the ezafe ی after a vowel, the copula or a plural ending.</summary>
    public static string Singular(string word)
    {
        var text = word.Trim('\u200c');
        foreach (var ending in new[] { "هایی", "های", "ها" })
        {
            if (text.Length > ending.Length + 2 && text.EndsWith(ending, StringComparison.Ordinal)) return text[..^ending.Length].Trim('\u200c');
        }
        if (text.Length > 4 && text.EndsWith("اند", StringComparison.Ordinal) && text[^4] == '\u200c') return text[..^4];
        if (text.Length > 4 && text.EndsWith("است", StringComparison.Ordinal)) return text[..^3].Trim('\u200c');
        if (text.Length > 4 && text.EndsWith("است", StringComparison.Ordinal) == false && text.EndsWith("ست", StringComparison.Ordinal) && text[^3] is 'ا' or 'و') return text[..^2];
        if (text.Length > 4 && text.EndsWith("وی", StringComparison.Ordinal) && text is not ("معنوی" or "قوی" or "راوی")) return text[..^1];
        if (text.Length > 4 && text.EndsWith("ای", StringComparison.Ordinal) && text[^3] != '\u200c' && text is not ("شورای")) return text[..^1];
        if (text.Length > 4 && text.EndsWith("‌ای", StringComparison.Ordinal)) return text[..^3];
        return text;
    }
}
