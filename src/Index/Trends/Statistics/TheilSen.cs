namespace NewsMiner.Index.Trends.Statistics;

/// <summary>A straight line through a series: value = intercept + slope · position.</summary>
/// <param name="Slope">The change from one position to the next.</param>
/// <param name="Intercept">The value at position 0.</param>
internal readonly record struct Line(double Slope, double Intercept);

/// <summary>
/// The median of the slopes between all pairs of values (H. Theil 1950; P. K. Sen, "Estimates of the regression coefficient based on
/// Kendall's tau", JASA 63, 1968), the intercept by W. J. Conover: median of values − slope · median of their positions.
/// </summary>
internal static class TheilSen
{
    /// <summary>The line of a series whose blanks are NaN and keep their position; null where fewer than two values are known.</summary>
    public static Line? Fit(IReadOnlyList<double> values) => Fit(values, Slopes([.. values]), 1);

    /// <summary>
    /// The line of a series with a season: only values of the same season are compared, so the slope is the change in one whole cycle
    /// (R. M. Hirsch, J. R. Slack and R. A. Smith 1982).
    /// </summary>
    public static Line? FitSeasonal(IReadOnlyList<double> values, int seasons) =>
        Fit(values, [.. Enumerable.Range(0, seasons).SelectMany(season => Slopes(Season(values, season, seasons)))], seasons);

    /// <summary>The values of one season, one for each cycle.</summary>
    internal static double[] Season(IReadOnlyList<double> values, int season, int seasons) =>
        [.. Enumerable.Range(0, values.Count).Where(i => i % seasons == season).Select(i => values[i])];

    private static Line? Fit(IReadOnlyList<double> values, double[] slopes, int seasons)
    {
        if (slopes.Length == 0) return null;
        var slope = Ranks.Median(slopes);
        var known = Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i])).ToArray();
        return new(slope, Ranks.Median(known.Select(i => values[i])) - Ranks.Median(known.Select(i => (double)i)) / seasons * slope);
    }

    private static double[] Slopes(double[] values)
    {
        var slopes = new double[(long)values.Length * (values.Length - 1) / 2];
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            for (var j = i + 1; j < values.Length; j++)
            {
                if (!double.IsNaN(values[j])) slopes[count++] = (values[j] - values[i]) / (j - i);
            }
        }
        return slopes[..count];
    }
}
