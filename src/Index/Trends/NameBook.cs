using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>What names stand for.</summary>
public enum NameKind
{
    /// <summary>Persons with a post.</summary>
    Official,

    /// <summary>The bodies officials serve in.</summary>
    Body,

    /// <summary>Topics of articles.</summary>
    Topic,

    /// <summary>Counties, cities and places that facts name.</summary>
    Place,

    /// <summary>Outlets.</summary>
    Outlet,
}

/// <summary>A name and the articles it stands in.</summary>
/// <param name="Name">As most often written.</param>
/// <param name="Articles">Ascending.</param>
internal sealed record NamedArticles(string Name, IReadOnlyList<int> Articles);

/// <summary>Finds the names of a kind in a set of articles; spellings that differ by letters or half-spaces alone are one name.</summary>
internal static class NameBook
{
    public static IReadOnlyList<NamedArticles> Of(MatchingArticles articles, IReadOnlyList<int> among, NameKind kind) =>
        [.. (kind == NameKind.Body ? Bodies(articles, among) : Values(articles, among, kind))
            .GroupBy(name => Fold.Key(name.Name), StringComparer.Ordinal)
            .Select(spellings => new NamedArticles(
                spellings.CountBy(name => name.Name).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key,
                [.. spellings.Select(name => name.Article).Distinct().Order()]))];

    private static IEnumerable<(string Name, int Article)> Values(MatchingArticles articles, IReadOnlyList<int> among, NameKind kind)
    {
        string[] facets = kind switch { NameKind.Official => ["official"], NameKind.Topic => ["topic"], NameKind.Place => ["place", "county"], _ => ["outlet"] };
        var values = articles.Columns.Values;
        for (var i = 0; i < among.Count; i++)
        {
            var (chunk, row) = articles.At(among[i]);
            foreach (var id in chunk.FacetsOf(row).ToArray())
            {
                if (values[id] is { } value && facets.Contains(value.Facet)) yield return (value.Name, among[i]);
            }
        }
    }

    private static IEnumerable<(string Name, int Article)> Bodies(MatchingArticles articles, IReadOnlyList<int> among)
    {
        var wanted = among.ToHashSet();
        using var command = articles.Connection.Sql("SELECT article, json_extract(body, '$.organisation') AS body_name FROM fact WHERE fact_kind = 'official' AND body_name IS NOT NULL");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (wanted.Contains(rows.GetInt32(0))) yield return (rows.GetString(1), rows.GetInt32(0));
        }
    }
}
