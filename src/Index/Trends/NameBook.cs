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
internal sealed record NamedArticles(string Name, int[] Articles);

/// <summary>Finds the names of a kind in a set of articles; spellings that differ by letters or half-spaces alone are one name.</summary>
internal static class NameBook
{
    /// <summary>A name in one spelling and the articles it stands in, ascending.</summary>
    private sealed class Spelling(string key, string name)
    {
        public string Key => key;

        public string Name => name;

        /// <summary>How often it is written; an article may have it more than once.</summary>
        public int Times { get; private set; }

        public List<int> Articles { get; } = [];

        public void Add(int article)
        {
            Times++;
            if (Articles.Count == 0 || Articles[^1] != article) Articles.Add(article);
        }
    }

    /// <summary>The names in articles given in ascending order, in the order in which they are met.</summary>
    public static IReadOnlyList<NamedArticles> Of(MatchingArticles articles, IReadOnlyList<int> among, NameKind kind) =>
        [.. (kind == NameKind.Body ? Bodies(articles, among) : Values(articles, among, kind)).GroupBy(spelling => spelling.Key, StringComparer.Ordinal).Select(Joined)];

    private static NamedArticles Joined(IEnumerable<Spelling> spellings)
    {
        Spelling[] all = [.. spellings];
        return all is [var only] ? new(only.Name, [.. only.Articles]) : new(
            all.GroupBy(spelling => spelling.Name, StringComparer.Ordinal).OrderByDescending(name => name.Sum(spelling => spelling.Times)).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key,
            [.. all.SelectMany(spelling => spelling.Articles).Distinct().Order()]);
    }

    private static List<Spelling> Values(MatchingArticles articles, IReadOnlyList<int> among, NameKind kind)
    {
        var wanted = FacetSet.Of(articles.Columns, kind switch { NameKind.Official => ["official"], NameKind.Topic => ["topic"], NameKind.Place => ["place", "county"], _ => ["outlet"] });
        var byId = new Spelling?[articles.Columns.Values.Capacity];
        var found = new List<Spelling>();
        for (var i = 0; i < among.Count; i++)
        {
            var (chunk, row) = articles.At(among[i]);
            foreach (var id in chunk.FacetsOf(row))
            {
                if (!wanted.Holds(id)) continue;
                if (byId[id] is not { } spelling)
                {
                    var value = articles.Columns.Values[id]!;
                    found.Add(byId[id] = spelling = new(value.Key, value.Name));
                }
                spelling.Add(among[i]);
            }
        }
        return found;
    }

    private static List<Spelling> Bodies(MatchingArticles articles, IReadOnlyList<int> among)
    {
        var wanted = new bool[articles.Columns.Capacity];
        for (var i = 0; i < among.Count; i++) wanted[among[i]] = true;
        var byName = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        using var command = articles.Connection.Sql("SELECT article, body ->> 'organisation' FROM fact INDEXED BY fact_body WHERE fact_kind = 'official' AND body ->> 'organisation' IS NOT NULL ORDER BY article");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (!wanted[rows.GetInt32(0)]) continue;
            var name = rows.GetString(1);
            if (!byName.TryGetValue(name, out var spelling)) byName[name] = spelling = new(Fold.Key(name), name);
            spelling.Add(rows.GetInt32(0));
        }
        return [.. byName.Values];
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
