using System.Collections.Frozen;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Lexicons;

/// <summary>The provinces of Iran.</summary>
public static class Provinces
{
    private static readonly FrozenDictionary<string, string> ByKey = LanguageTable.Read("Lexicons/provinces.tsv").ToFrozenDictionary(row => Fold.Key(row[0]), row => row[0], StringComparer.Ordinal);

    /// <summary>Their names without «استان», in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByKey.Values.Order(StringComparer.Ordinal)];

    /// <summary>The province as the product writes it, with or without «استان» and in any spelling; null where there is none of that name.</summary>
    public static string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = Fold.Key(name);
        return ByKey.GetValueOrDefault(key) ?? (key.StartsWith("استان", StringComparison.Ordinal) ? ByKey.GetValueOrDefault(key["استان".Length..]) : null);
    }
}
