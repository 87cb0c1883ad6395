namespace NewsMiner.Index.Search;

/// <summary>An article at its place in the answer.</summary>
internal readonly record struct RankedHit(int Article, double Sort, int Copies, bool Partly = false);

/// <summary>The articles of an answer in order.</summary>
/// <param name="Total">How many there are, near-duplicates folded.</param>
/// <param name="Folded">All of them.</param>
/// <param name="Hits">The part asked for.</param>
internal sealed record Ranking(long Total, IReadOnlyList<int> Folded, IReadOnlyList<RankedHit> Hits);

/// <summary>Orders articles, folds near-duplicates into the best of their cluster and cuts out the part behind a cursor.</summary>
internal sealed class HitRanker(EntryColumns columns, SearchRequest request, float[] scores)
{
    public Ranking Rank(List<int> found, SearchCursor? after, int limit)
    {
        var copies = new Dictionary<int, (int Best, int Count)>();
        var folded = found;
        if (request.FoldDuplicates && columns.HasClusters)
        {
            folded = new(found.Count);
            foreach (var article in found)
            {
                var cluster = columns.ChunkOf(article)!.Cluster[article % EntryChunk.Size];
                if (cluster == 0) folded.Add(article);
                else copies[cluster] = copies.TryGetValue(cluster, out var best) ? (Comes(article, best.Best) ? article : best.Best, best.Count + 1) : (article, 1);
            }
            folded.AddRange(copies.Values.Select(copy => copy.Best));
        }
        var top = new PriorityQueue<int, (double, int)>(limit + 1);
        foreach (var article in folded)
        {
            var key = (Sort(article), article);
            if (limit == 0 || (after is not null && key.CompareTo((after.Value, (int)after.Number)) >= 0)) continue;
            if (top.Count < limit) top.Enqueue(article, key);
            else if (top.TryPeek(out _, out var worst) && key.CompareTo(worst) > 0) top.DequeueEnqueue(article, key);
        }
        var hits = new RankedHit[top.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            top.TryDequeue(out var article, out var key);
            var cluster = columns.ChunkOf(article)!.Cluster[article % EntryChunk.Size];
            hits[i] = new(article, key.Item1, cluster != 0 && copies.TryGetValue(cluster, out var copy) ? copy.Count : 1);
        }
        return new(folded.Count, folded, hits);
    }

    private bool Comes(int article, int other) => (Sort(article), article).CompareTo((Sort(other), other)) > 0;

    private double Sort(int article)
    {
        var day = columns.ChunkOf(article)!.Day[article % EntryChunk.Size];
        return request.Order switch
        {
            SearchOrder.Oldest => day == Entry.NoDay ? -9_999_999 : -day,
            SearchOrder.Relevance when scores.Length > article && scores[article] > 0 => scores[article],
            SearchOrder.Relevance when HasWords => 0,
            _ => day == Entry.NoDay ? 0 : day,
        };
    }

    private bool HasWords { get; } = Array.Exists(scores, score => score > 0);
}

/// <summary>Counts of facet values over all articles of an answer.</summary>
internal static class FacetCounts
{
    private static readonly string[] Shown = ["outlet", "province", "county", "topic", "official", "kind", "has"];

    /// <summary>The most values of one facet that are listed.</summary>
    private const int MaxValues = 200;

    public static Dictionary<string, IReadOnlyList<FacetCount>> Of(EntryColumns columns, IReadOnlyList<int> articles)
    {
        var counts = new int[columns.Values.Capacity];
        var months = new int[200 * 12];
        for (var i = 0; i < articles.Count; i++)
        {
            var chunk = columns.ChunkOf(articles[i])!;
            var row = articles[i] % EntryChunk.Size;
            foreach (var id in chunk.FacetsOf(row)) counts[id]++;
            if (chunk.Month[row] >= 0) months[chunk.Month[row]]++;
        }
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>();
        var named = Enumerable.Range(0, counts.Length).Where(id => counts[id] > 0 && columns.Values[id] is not null).ToLookup(id => columns.Values[id]!.Facet, id => new FacetCount(columns.Values[id]!.Name, counts[id]));
        foreach (var facet in Shown) facets[facet] = Sorted(named[facet]);
        var byMonth = Enumerable.Range(0, months.Length).Where(month => months[month] > 0).Select(month => (Year: EntryColumns.FirstYear + month / 12, Month: month % 12 + 1, Count: (long)months[month])).ToArray();
        facets["month"] = [.. byMonth.Select(month => new FacetCount($"{month.Year:0000}-{month.Month:00}", month.Count)).OrderByDescending(month => month.Count).ThenBy(month => month.Value, StringComparer.Ordinal)];
        facets["year"] = Sorted(byMonth.GroupBy(month => month.Year).Select(year => new FacetCount($"{year.Key:0000}", year.Sum(month => month.Count))));
        return facets;
    }

    private static IReadOnlyList<FacetCount> Sorted(IEnumerable<FacetCount> counts) =>
        [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal).Take(MaxValues)];
}
