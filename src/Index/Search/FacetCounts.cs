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
        foreach (var article in articles)
        {
            var chunk = columns.ChunkOf(article)!;
            var row = article % EntryChunk.Size;
            foreach (var id in chunk.FacetsOf(row)) counts[id]++;
            if (chunk.Month[row] >= 0) months[chunk.Month[row]]++;
        }
        var named = Named(columns.Values, counts);
        var facets = Shown.ToDictionary(facet => facet, facet => Sorted(named[facet]));
        AddMonths(facets, months);
        return facets;
    }

    /// <summary>The counts by facet, from counts by id.</summary>
    public static ILookup<string, FacetCount> Named(FacetValues values, int[] counts) => Enumerable.Range(0, counts.Length)
        .Where(id => counts[id] > 0 && values[id] is not null).ToLookup(id => values[id]!.Facet, id => new FacetCount(values[id]!.Name, counts[id]));

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
