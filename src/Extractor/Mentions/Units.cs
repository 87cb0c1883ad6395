using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Numerals;

namespace NewsMiner.Extractor.Mentions;

/// <summary>How a word behind a number measures.</summary>
internal enum UnitClass
{
    /// <summary>No unit: the noun itself is counted.</summary>
    Noun,

    /// <summary>Stands between number and noun: دستگاه, نفر.</summary>
    Classifier,

    /// <summary>Holds what is counted: بسته, پرس.</summary>
    Container,

    /// <summary>درصد.</summary>
    Percent,

    /// <summary>برابر.</summary>
    Ratio,

    /// <summary>Length, area, volume, weight, energy.</summary>
    Measure,

    /// <summary>A weight, or persons: تن.</summary>
    Mass,

    /// <summary>A length of time.</summary>
    Time,

    /// <summary>A currency.</summary>
    Money,
}

/// <summary>A unit behind a number.</summary>
/// <param name="Class">How it measures.</param>
/// <param name="Name">Its name, singular and without suffix.</param>
/// <param name="Length">How many tokens it takes.</param>
/// <param name="Adjective">True for درصدی, متری, ریالی.</param>
/// <param name="Possessive">True for نفرشان, درصدشان.</param>
internal readonly record struct Unit(UnitClass Class, string Name, int Length, bool Adjective = false, bool Possessive = false);

/// <summary>Reads the unit behind a number, with the suffixes that may hang on it.</summary>
internal static class Units
{
    private static readonly PhraseTable<(UnitClass Class, string Name)> Table = new(LanguageTable.Read("Mentions/units.tsv")
        .Select(row => (row[0], (row.Name<UnitClass>(1), NameOf(row)))));

    private static readonly Dictionary<string, (UnitClass Class, string Name)> Single = LanguageTable.Read("Mentions/units.tsv")
        .Where(row => !row[0].Contains(' ', StringComparison.Ordinal))
        .ToDictionary(row => Text.Fold.Key(row[0]), row => (row.Name<UnitClass>(1), NameOf(row)), StringComparer.Ordinal);

    private static readonly (string Ending, bool Possessive)[] Suffixes =
        [("شان", true), ("یشان", true), ("مان", true), ("ایی", false), ("یی", false), ("ای", false), ("ی", false), ("ه", false), ("اش", true), ("ش", true), ("ند", true), ("اند", true), ("است", true)];

    /// <summary>The unit that begins at <paramref name="token"/>, or null where no unit word does.</summary>
    public static Unit? At(MarkedText text, int token)
    {
        var (length, value) = Table.StartingAt(text, token);
        if (length > 0) return new(value.Class, value.Name, length);
        return OfWord(text.Key(token));
    }

    /// <summary>The unit a folded word is, with a suffix or without.</summary>
    public static Unit? OfWord(string key)
    {
        if (Money.IsCurrency(key)) return new(UnitClass.Money, key.StartsWith("توم", StringComparison.Ordinal) ? "تومان" : key == "ریالی" ? "ریال" : key.TrimEnd('ی'), 1, key.EndsWith('ی'));
        if (Single.TryGetValue(key, out var known)) return new(known.Class, known.Name, 1);
        foreach (var (ending, possessive) in Suffixes)
        {
            if (key.Length > ending.Length + 1 && key is not "بارش" && key.EndsWith(ending, StringComparison.Ordinal) && Single.TryGetValue(key[..^ending.Length], out known))
                return new(known.Class, known.Name, 1, !possessive, possessive);
        }
        return OfCurrencyWithPossessive(key);
    }

    // «۴ میلیارد تومانش», «۲۰ میلیون ریالشان»
    private static Unit? OfCurrencyWithPossessive(string key)
    {
        foreach (var (ending, possessive) in Suffixes)
        {
            if (possessive && key.Length > ending.Length + 3 && key.EndsWith(ending, StringComparison.Ordinal) && Money.IsCurrency(key[..^ending.Length])) return new(UnitClass.Money, key[..^ending.Length], 1, false, true);
        }
        return null;
    }

    // The third cell names the unit where the words of the row do not.
    private static string NameOf(TableRow row) => row[2] is { Length: > 0 } name ? name : row[0];
}
