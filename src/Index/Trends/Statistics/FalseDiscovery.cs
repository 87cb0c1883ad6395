namespace NewsMiner.Index.Trends.Statistics;

/// <summary>
/// Keeps the expected share of false alarms among many tests below a bound (Y. Benjamini and Y. Hochberg, "Controlling the false discovery
/// rate", JRSS B 57, 1995).
/// </summary>
internal static class FalseDiscovery
{
    /// <summary>The adjusted p of each test: the smallest rate at which it would still count as found.</summary>
    /// <param name="p">The p of the tests, in any order.</param>
    /// <param name="tests">How many tests were made in all, where those left out had larger p; at least as many as given.</param>
    public static double[] Adjust(IReadOnlyList<double> p, long tests)
    {
        var order = Enumerable.Range(0, p.Count).OrderBy(i => p[i]).ToArray();
        var adjusted = new double[p.Count];
        var least = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, p[order[rank - 1]] * Math.Max(tests, p.Count) / rank);
            adjusted[order[rank - 1]] = least;
        }
        return adjusted;
    }
}
