using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>What a noun can be for the number beside it.</summary>
[Flags]
internal enum NounClass
{
    /// <summary>Nothing is known of it.</summary>
    None = 0,

    /// <summary>A human being, or what نفر counts.</summary>
    Person = 1,

    /// <summary>Money is measured as it: هزینه, وام.</summary>
    Sum = 2,

    /// <summary>Says only that something is counted: شمار, تعداد.</summary>
    Quantity = 4,

    /// <summary>A quantity that has a level: ظرفیت, میانگین.</summary>
    Level = 8,

    /// <summary>The noun of a compound verb: اعلام, پرداخت.</summary>
    Act = 16,
}

/// <summary>The classes of nouns of <c>nouns.tsv</c>, of plurals and of regular compounds.</summary>
internal static class NounClasses
{
    private static readonly FrozenDictionary<string, NounClass> Table = LanguageTable.Read("Mentions/nouns.tsv")
        .GroupBy(row => Fold.Key(row[0]), row => row.Name<NounClass>(1), StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate((a, b) => a | b), StringComparer.Ordinal);

    // Compounds that name whoever does or has what they say: مستمری‌بگیر, بهبودیافته.
    private static readonly string[] PersonEndings = ["بگیر", "یافته", "کننده", "اموز", "شونده", "باخته", "پرست", "نشین", "جوی", "جو", "شده", "دیده", "اموخته"];

    // «مدارس», «اعضا»: of persons and of the places that welfare counts; «مواد», «منابع» are words of their own.
    private static readonly FrozenDictionary<string, string> BrokenPlurals = LanguageTable.Read("Text/Morphology/broken-plurals.tsv")
        .Where(row => !Table.ContainsKey(Fold.Key(row[0])) && (Table.TryGetValue(Fold.Key(row[1]), out var known) && (known & NounClass.Person) != 0 || row[1] is "مرکز" or "مدرسه" or "مسجد" or "منطقه" or "منزل" or "عامل" or "مورد"))
        .DistinctBy(row => Fold.Key(row[0])).ToFrozenDictionary(row => Fold.Key(row[0]), row => row[1], StringComparer.Ordinal);

    // They end like the plural of a noun in ه.
    private static readonly FrozenSet<string> NoPlurals = new[] { "رایگان", "بازرگان", "گروگان", "همگان", "یگان", "پادگان", "ارگان", "شایگان" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Suffixes = ["هایشان", "هایمان", "هایش", "هایی", "های", "ها", "شان", "مان", "اند", "ند", "اش", "ش", "ی"];

    /// <summary>What is known of a folded word, in any number and with a possessive or the copula on it.</summary>
    public static NounClass Of(string key)
    {
        if (key.Length < 2) return NounClass.None;
        if (Table.TryGetValue(key, out var known)) return known;
        if (Stem(key) is { } stem && Table.TryGetValue(stem, out known)) return known;
        if (key.EndsWith("گان", StringComparison.Ordinal) && key.Length > 5 && !NoPlurals.Contains(key) || key.EndsWith("گانند", StringComparison.Ordinal)) return NounClass.Person;
        foreach (var ending in PersonEndings)
        {
            if (ending is not ("شده" or "دیده" or "یافته") && key.Length > ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal)) return NounClass.Person;
        }
        return NounClass.None;
    }

    /// <summary>True where a folded word has the class.</summary>
    public static bool Is(string key, NounClass kind) => (Of(key) & kind) != 0;

    /// <summary>True for a noun of the table as it stands there.</summary>
    public static bool IsNoun(string key) => Table.ContainsKey(key);

    /// <summary>True for a known noun with the ی of «a» on it: اعتباری, مبلغی.</summary>
    public static bool IsIndefinite(string key) => key.Length > 4 && key[^1] == 'ی' && !Table.ContainsKey(key) && Table.TryGetValue(key[..^1], out var known) && (known & (NounClass.Sum | NounClass.Level)) != 0;

    /// <summary>True for a person word in the plural: کودکان, بیماران, مراجعه‌کنندگان.</summary>
    public static bool IsPersons(string key) =>
        Is(key, NounClass.Person) && (key.EndsWith("ان", StringComparison.Ordinal) || key.EndsWith("ها", StringComparison.Ordinal) || key.EndsWith("های", StringComparison.Ordinal) || key is "افراد" or "اعضای" or "اهالی");

    /// <summary>The singular of a word for persons, or of a broken plural of what is counted like them, or null where none is known: گیرندگان to گیرنده, اعضای to عضو.</summary>
    public static string? SingularPerson(string word)
    {
        var key = Fold.Key(word);
        if (BrokenPlurals.TryGetValue(key, out var single) || key.EndsWith("ای", StringComparison.Ordinal) && BrokenPlurals.TryGetValue(key[..^1], out single)) return single;
        if (key.EndsWith("گان", StringComparison.Ordinal) && key.Length > 5 && !NoPlurals.Contains(key)) return word[..^3].TrimEnd('\u200c') + "ه";
        if (key.EndsWith("ان", StringComparison.Ordinal) && Table.TryGetValue(key[..^2], out var known) && (known & NounClass.Person) != 0) return word[..^2].TrimEnd('\u200c');
        if (key.EndsWith("یان", StringComparison.Ordinal) && Table.TryGetValue(key[..^3], out known) && (known & NounClass.Person) != 0) return word[..^3];
        return null;
    }

    private static string? Stem(string key)
    {
        foreach (var suffix in Suffixes)
        {
            if (key.Length <= suffix.Length + 1 || !key.EndsWith(suffix, StringComparison.Ordinal)) continue;
            var stem = key[..^suffix.Length];
            if (Table.ContainsKey(stem)) return stem;
            if (stem.EndsWith("ان", StringComparison.Ordinal) && Table.ContainsKey(stem[..^2])) return stem[..^2];
        }
        if (key.EndsWith("گان", StringComparison.Ordinal) && Table.ContainsKey(key[..^3] + "ه")) return key[..^3] + "ه";
        if (key.EndsWith("یان", StringComparison.Ordinal) && key.Length > 4 && Table.ContainsKey(key[..^3])) return key[..^3];
        return key.EndsWith("ان", StringComparison.Ordinal) && key.Length > 3 && Table.ContainsKey(key[..^2]) ? key[..^2] : null;
    }
}
