namespace NewsMiner.Index.Trends.Statistics;

/// <summary>Ranks and medians, ties shared.</summary>
internal static class Ranks
{
    /// <summary>The rank of each value from 1; equal values share the mean of their ranks.</summary>
    public static double[] Of(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && values[order[end]] == values[order[first]]) end++;
            // Ranks first + 1 to end: their mean.
            for (var i = first; i < end; i++) ranks[order[i]] = (first + 1 + end) / 2.0;
            first = end;
        }
        return ranks;
    }

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Median(IEnumerable<double> values)
    {
        var all = values.ToArray();
        if (all.Length == 0) throw new ArgumentException("the median of nothing", nameof(values));
        var upper = Select(all, all.Length / 2);
        if (all.Length % 2 == 1) return upper;
        // All before the place of the upper one are no larger.
        return (all.Take(all.Length / 2).Max() + upper) / 2;
    }

    /// <summary>The value that would stand at a place if all were sorted; those before it are no larger (C. A. R. Hoare, "Algorithm 65: find", CACM 4, 1961).</summary>
    private static double Select(double[] values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[place];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }
            if (j < place) low = i;
            if (i > place) high = j;
        }
        return values[place];
    }
}
