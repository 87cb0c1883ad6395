using NewsMiner.Extractor.Text;
using NewsMiner.Index.Search;
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
    private readonly record struct Occurrence(string Key, string Name, int Article);

    public static IReadOnlyList<NamedArticles> Of(MatchingArticles articles, IReadOnlyList<int> among, NameKind kind) =>
        [.. (kind == NameKind.Body ? Bodies(articles, among) : Values(articles, among, kind)).GroupBy(name => name.Key, StringComparer.Ordinal)
            .Select(spellings => new NamedArticles(
                spellings.CountBy(name => name.Name).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key,
                [.. spellings.Select(name => name.Article).Distinct().Order()]))];

    private static List<Occurrence> Values(MatchingArticles articles, IReadOnlyList<int> among, NameKind kind)
    {
        var wanted = FacetSet.Of(articles.Columns, kind switch { NameKind.Official => ["official"], NameKind.Topic => ["topic"], NameKind.Place => ["place", "county"], _ => ["outlet"] });
        var found = new List<Occurrence>(among.Count);
        for (var i = 0; i < among.Count; i++)
        {
            var (chunk, row) = articles.At(among[i]);
            foreach (var id in chunk.FacetsOf(row))
            {
                if (wanted.Holds(id)) found.Add(new(articles.Columns.Values[id]!.Key, articles.Columns.Values[id]!.Name, among[i]));
            }
        }
        return found;
    }

    private static List<Occurrence> Bodies(MatchingArticles articles, IReadOnlyList<int> among)
    {
        var wanted = among.ToHashSet();
        var found = new List<Occurrence>();
        using var command = articles.Connection.Sql("SELECT article, json_extract(body, '$.organisation') AS body_name FROM fact WHERE fact_kind = 'official' AND body_name IS NOT NULL");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (wanted.Contains(rows.GetInt32(0))) found.Add(new(Fold.Key(rows.GetString(1)), rows.GetString(1), rows.GetInt32(0)));
        }
        return found;
    }
}

/// <summary>Which facet values belong to some facets.</summary>
internal sealed class FacetSet
{
    private readonly bool[] holds;

    private FacetSet(bool[] holds) => this.holds = holds;

    public static FacetSet Of(EntryColumns columns, params string[] facets) =>
        new([.. Enumerable.Range(0, columns.Values.Capacity).Select(id => columns.Values[id] is { } value && facets.Contains(value.Facet))]);

    public bool Holds(int id) => holds[id];

    /// <summary>The first of an article's values that belongs here, or −1.</summary>
    public int First(ReadOnlySpan<int> ids)
    {
        foreach (var id in ids)
        {
            if (holds[id]) return id;
        }
        return -1;
    }
}
