namespace NewsMiner.Index.Trends;

/// <summary>What a measure counts on each day of a range, within a part of the articles.</summary>
/// <param name="First">The first day, as days since 0001-01-01.</param>
/// <param name="Counts">One for each day.</param>
/// <param name="Total">All of them together; of outlets, the different ones.</param>
internal sealed record DayCounts(int First, long[] Counts, long Total)
{
    /// <summary>The counts of the days of each period, added.</summary>
    public long[] By(int[] periodOfDay, int periods)
    {
        var counts = new long[periods];
        for (var day = 0; day < Counts.Length; day++) counts[periodOfDay[day]] += Counts[day];
        return counts;
    }
}
