using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>How many facts of a kind each article holds; what copies of a story share counts in the first of them.</summary>
/// <remarks>Columns never change once published, so what was counted over them is kept beside them.</remarks>
internal sealed class FactCounts
{
    /// <summary>The counts kept for one state.</summary>
    private const int MostKept = 8;

    private static readonly ConditionalWeakTable<EntryColumns, ConcurrentDictionary<(TrendMeasure, string?, string?), FactCounts>> Kept = [];

    /// <summary>By article: the facts of those whose story has no copies.</summary>
    private readonly int[] alone;

    /// <summary>The articles of the others, oldest first, and a number that the facts of one story that say the same have in common.</summary>
    private readonly List<(int Article, int Same)> copied = [];

    private readonly int different;

    private FactCounts(MatchingArticles articles, string factKind, ArticleFilter filter)
    {
        const string meant = "fact_kind = $factKind AND ($kind IS NULL OR kind = $kind) AND ($speaker IS NULL OR person LIKE '%' || $speaker)";
        (string, object?)[] parameters = [("$factKind", factKind), ("$kind", filter.Kind), ("$speaker", FilterSql.Key(filter.Speaker))];
        alone = new int[articles.Columns.Capacity];
        using (var rows = articles.Connection.Sql($"SELECT article FROM fact WHERE {meant} AND story IS NULL", parameters).ExecuteReader())
        {
            while (rows.Read()) alone[rows.GetInt32(0)]++;
        }
        var same = new Dictionary<(long, long), int>();
        var found = new List<(int Day, long Number, int Article, int Same)>();
        using (var rows = articles.Connection.Sql($"SELECT article, story, words, day, number FROM fact WHERE {meant} AND story IS NOT NULL", parameters).ExecuteReader())
        {
            while (rows.Read())
            {
                var key = (rows.GetInt64(1), rows.GetInt64(2));
                if (!same.TryGetValue(key, out var number)) same[key] = number = same.Count;
                found.Add((rows.GetInt32(3), rows.GetInt64(4), rows.GetInt32(0), number));
            }
        }
        found.Sort();
        copied.AddRange(found.Select(fact => (fact.Article, fact.Same)));
        different = same.Count;
    }

    /// <summary>The facts of a measure's kind, as the filter's kind and speaker narrow them; null where no facts are measured.</summary>
    public static FactCounts? Of(MatchingArticles articles, TrendMeasure measure, ArticleFilter filter)
    {
        if (measure switch { TrendMeasure.Statements => "statement", TrendMeasure.Figures => "figure", TrendMeasure.Pledges => "pledge", _ => null } is not { } factKind) return null;
        var known = Kept.GetOrCreateValue(articles.Columns);
        var key = (measure, filter.Kind, filter.Speaker);
        if (known.TryGetValue(key, out var counts)) return counts;
        counts = new(articles, factKind, filter);
        if (known.Count < MostKept) known[key] = counts;
        return counts;
    }

    /// <summary>How many each of some articles holds, by article.</summary>
    public int[] Among(IReadOnlyList<int> part)
    {
        var counts = (int[])alone.Clone();
        var among = new bool[counts.Length];
        for (var i = 0; i < part.Count; i++) among[part[i]] = true;
        var counted = new bool[different];
        foreach (var (article, same) in copied)
        {
            if (!among[article] || counted[same]) continue;
            counted[same] = true;
            counts[article]++;
        }
        return counts;
    }
}
