using System.Globalization;

namespace NewsMiner.Index.Search;

/// <summary>Counts of facet values over everything found.</summary>
internal static class FacetCounts
{
    /// <summary>The most values of one facet that are listed.</summary>
    private const int MaxValues = 200;

    private static readonly string[] Shown = ["outlet", "province", "county", "topic", "official", "kind", "has"];

    public static Dictionary<string, IReadOnlyList<FacetCount>> Of(EntryColumns columns, ReadOnlySpan<int> articles)
    {
        var counts = new int[columns.Values.Capacity];
        var months = new int[EntryColumns.Months];
        for (var (from, to) = (0, 0); from < articles.Length; from = to)
        {
            // Neighbours lie in one chunk.
            var index = articles[from] / EntryChunk.Size;
            while (to < articles.Length && articles[to] / EntryChunk.Size == index) to++;
            columns.ChunkOf(articles[from])!.Count(articles[from..to], counts, months);
        }
        var facets = Shown.ToDictionary(facet => facet, facet => Named(columns.Values, facet, counts));
        AddMonths(facets, months);
        return facets;
    }

    /// <summary>Articles by Jalali month, in order.</summary>
    public static IReadOnlyList<(int Year, int Month, int Count)> ByMonth(EntryColumns columns, ReadOnlySpan<int> articles)
    {
        var months = new int[EntryColumns.Months];
        foreach (var article in articles)
        {
            if (columns.ChunkOf(article)!.Month[article % EntryChunk.Size] is var month && month >= 0) months[month]++;
        }
        return [.. Enumerable.Range(0, months.Length).Where(month => months[month] > 0).Select(month => (Year(month), month % 12 + 1, months[month]))];
    }

    /// <summary>The counts of one facet's values, most frequent first, from counts by id.</summary>
    public static IReadOnlyList<FacetCount> Named(FacetValues values, string facet, int[] counts)
    {
        // The rarest of those kept is looked at first: most of a long list of names never enters.
        var most = new PriorityQueue<FacetValue, int>(MaxValues + 1);
        var least = 1;
        foreach (var value in values.Of(facet))
        {
            if (counts[value.Id] < least) continue;
            most.Enqueue(value, counts[value.Id]);
            if (most.Count <= MaxValues) continue;
            most.Dequeue();
            most.TryPeek(out _, out least);
        }
        return Sorted(most.UnorderedItems.Select(item => new FacetCount(item.Element.Name, item.Priority)));
    }

    /// <summary>Adds <c>month</c> and <c>year</c>, from counts by months since the first of <see cref="EntryColumns.FirstYear"/>.</summary>
    public static void AddMonths(Dictionary<string, IReadOnlyList<FacetCount>> facets, int[] months)
    {
        var counted = Enumerable.Range(0, months.Length).Where(month => months[month] > 0).ToList();
        facets["month"] = [.. counted.Select(month => new FacetCount(string.Create(CultureInfo.InvariantCulture, $"{Year(month):0000}-{month % 12 + 1:00}"), months[month]))
            .OrderByDescending(month => month.Count).ThenBy(month => month.Value, StringComparer.Ordinal)];
        facets["year"] = Sorted(counted.GroupBy(Year).Select(year => new FacetCount(year.Key.ToString("0000", CultureInfo.InvariantCulture), year.Sum(month => (long)months[month]))));
    }

    /// <summary>Most frequent first, so many at most.</summary>
    public static IReadOnlyList<FacetCount> Sorted(IEnumerable<FacetCount> counts) =>
        [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal).Take(MaxValues)];

    private static int Year(int month) => EntryColumns.FirstYear + month / 12;
}
