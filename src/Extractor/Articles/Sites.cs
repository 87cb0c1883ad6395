using System.Collections.Frozen;
using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Articles;

/// <summary>What <c>sites.tsv</c> says of single outlets: the family each belongs to, and where it keeps a part elsewhere.</summary>
internal static class Sites
{
    private static readonly FrozenDictionary<string, Family> Hosts = LanguageTable.Read("Articles/sites.tsv")
        .GroupBy(row => row[0])
        .ToFrozenDictionary(rows => rows.Key, FamilyOf);

    /// <summary>The families of all outlets, with the places of their own.</summary>
    public static IEnumerable<Family> Families => Hosts.Values;

    /// <summary>The family of an outlet with its own places before the family's, or null where the table does not name it.</summary>
    public static Family? Of(Uri url)
    {
        for (var host = url.Host.ToLowerInvariant(); host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (Hosts.TryGetValue(host, out var family)) return family;
        }
        return null;
    }

    private static Family FamilyOf(IEnumerable<TableRow> rows)
    {
        var family = (Family?)null;
        foreach (var row in rows)
        {
            family ??= Family.Named(row[1]) ?? throw row.Bad($"families.tsv has no family '{row[1]}'");
            if (row[2].Length > 0) family = family.With(row);
        }
        return family!;
    }
}
