using System.Globalization;
using System.Text;

namespace NewsMiner.Extractor.Scoring;

/// <summary>How the annotation guide compares words: folded, and cut at everything that is no letter or digit.</summary>
internal static class ScoringText
{
    private static readonly HashSet<string> Honorifics = ["دکتر", "مهندس", "اقای", "خانم", "حاج", "سردار", "ایتالله", "حجتالاسلام", "والمسلمین", "المسلمین", "و", "امیر", "سرهنگ"];

    private static readonly Dictionary<string, string> UnitNames = new(StringComparer.Ordinal) { ["٪"] = "درصد", ["%"] = "درصد", ["تختخواب"] = "تخت" };

    private static readonly string[] PluralEndings = ["هایی", "های", "ها", "ان"];

    /// <summary>The folded words of a text; a half-space joins, white space and marks part.</summary>
    public static List<string> Tokens(string? text)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (c is 'ـ' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or '\ufeff') continue;
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark && c is not '_') continue;
            // The guide's letters; «ء» is a letter here, unlike in the house's own folding.
            var folded = c switch { 'ء' => c, >= 'A' and <= 'Z' => c, _ => Text.Fold.Character(c) };
            if (folded == '\0') continue;
            if (char.IsLetterOrDigit(folded) || folded == '_' || category is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber) word.Append(folded);
            else Flush();
        }
        Flush();
        return tokens;

        void Flush()
        {
            if (word.Length == 0) return;
            tokens.Add(word.ToString());
            word.Clear();
        }
    }

    public static string Folded(string? text) => string.Concat(Tokens(text));

    /// <summary>Equal names, or one the end of the other; honorifics do not count.</summary>
    public static bool SameName(string? first, string? second)
    {
        var (a, b) = (NameKey(first), NameKey(second));
        if (a.Length == 0 || b.Length == 0) return false;
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return a == b || (shorter.Length >= 4 && longer.EndsWith(shorter, StringComparison.Ordinal));
    }

    /// <summary>Jaccard over words; 1 where one folded text holds the other and is at most three times as long.</summary>
    public static double Overlap(string? first, string? second)
    {
        var (a, b) = (Folded(first), Folded(second));
        if (a.Length == 0 || b.Length == 0) return 0;
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (longer.Contains(shorter, StringComparison.Ordinal) && shorter.Length * 3 >= longer.Length) return 1;
        var (x, y) = (Tokens(first).ToHashSet(), Tokens(second).ToHashSet());
        return (double)x.Count(y.Contains) / x.Union(y).Count();
    }

    /// <summary>Equal, or equal in their head word.</summary>
    public static bool SameUnit(string? first, string? second)
    {
        var (a, b) = (Unit(first), Unit(second));
        return Folded(a) == Folded(b) || (Tokens(a) is [var x, ..] && Tokens(b) is [var y, ..] && x == y);
    }

    /// <summary>A word without its plural ending, where enough of it is left.</summary>
    public static string Singular(string word)
    {
        foreach (var ending in PluralEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3) return word[..^ending.Length];
        }
        return word;
    }

    private static string NameKey(string? name) => string.Concat(Tokens(name).Where(token => !Honorifics.Contains(token)));

    private static string? Unit(string? unit) => unit is not null && UnitNames.TryGetValue(unit, out var name) ? name : unit;
}
