namespace NewsMiner.Index.Trends.Statistics;

/// <summary>The outcome of a test for a monotone trend.</summary>
/// <param name="N">How many values were compared.</param>
/// <param name="S">Rising pairs less falling pairs.</param>
/// <param name="Variance">The variance of S where there is no trend.</param>
/// <param name="Tau">S over the number of pairs, −1 to 1.</param>
/// <param name="Z">S, one nearer to 0, in standard deviations.</param>
/// <param name="P">The chance of such a |Z| where there is no trend; two-sided.</param>
/// <param name="Autocorrelated">Whether the variance was corrected for values that follow each other.</param>
internal sealed record MannKendallResult(int N, double S, double Variance, double Tau, double Z, double P, bool Autocorrelated);

/// <summary>
/// The test for a monotone trend (H. B. Mann 1945; M. G. Kendall 1975, with his variance under ties): of all pairs, do the later values
/// tend to be larger? Blanks are NaN and left out.
/// </summary>
internal static class MannKendall
{
    /// <summary>The test for values that do not depend on those before them.</summary>
    public static MannKendallResult Test(IReadOnlyList<double> values)
    {
        var known = Known(values);
        return Result(known.Length, Score(known), Variance(known), Pairs(known.Length), autocorrelated: false);
    }

    /// <summary>
    /// The test with the variance corrected for autocorrelation (K. H. Hamed and A. Ramachandra Rao, "A modified Mann-Kendall trend test for
    /// autocorrelated data", Journal of Hydrology 204, 1998): the ranks of the series freed of its Theil-Sen slope are correlated with
    /// themselves, and each significant lag i adds (n − i)(n − i − 1)(n − i − 2)·ρ(i).
    /// </summary>
    /// <param name="values">The series; blanks are NaN.</param>
    /// <param name="alpha">How unlikely a lag's correlation must be by chance to count.</param>
    /// <param name="lags">The lags looked at; all where null.</param>
    /// <remarks>Where the correction leaves no positive variance, which happens with few values, the test stays uncorrected.</remarks>
    public static MannKendallResult TestHamedRao(IReadOnlyList<double> values, double alpha = 0.05, int? lags = null)
    {
        var known = Known(values);
        var plain = Result(known.Length, Score(known), Variance(known), Pairs(known.Length), autocorrelated: false);
        double n = known.Length;
        if (n < 3 || TheilSen.Fit(values) is not { } line) return plain;
        var ranks = Ranks.Of([.. known.Select((value, i) => value - line.Slope * (i + 1))]);
        var bound = Normal.Critical(alpha) / Math.Sqrt(n);
        var sum = 0.0;
        var significant = Autocorrelation(ranks, Math.Min(lags ?? int.MaxValue, ranks.Length - 1)).Select((rho, i) => (Lag: i + 1, Rho: rho)).Where(lag => Math.Abs(lag.Rho) > bound).ToArray();
        foreach (var (lag, rho) in significant) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * rho;
        var factor = 1 + 2 / (n * (n - 1) * (n - 2)) * sum;
        return significant.Length == 0 || factor <= 0 ? plain : Result(plain.N, plain.S, plain.Variance * factor, Pairs(plain.N), autocorrelated: true);
    }

    /// <summary>
    /// The test of a series with a season: scores and variances of the seasons added, so that only like months are compared (R. M. Hirsch and
    /// J. R. Slack 1984).
    /// </summary>
    /// <param name="values">The series; blanks are NaN and keep their position.</param>
    /// <param name="seasons">The length of a cycle, such as 12 for months.</param>
    public static MannKendallResult TestSeasonal(IReadOnlyList<double> values, int seasons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seasons, 1);
        var (n, score, variance, pairs) = (0, 0.0, 0.0, 0.0);
        for (var season = 0; season < seasons; season++)
        {
            var known = Known(TheilSen.Season(values, season, seasons));
            n += known.Length;
            score += Score(known);
            variance += Variance(known);
            pairs += Pairs(known.Length);
        }
        return Result(n, score, variance, pairs, autocorrelated: false);
    }

    private static MannKendallResult Result(int n, double score, double variance, double pairs, bool autocorrelated)
    {
        var z = score == 0 || variance <= 0 ? 0 : (score - Math.Sign(score)) / Math.Sqrt(variance);
        return new(n, score, variance, pairs == 0 ? 0 : score / pairs, z, Normal.TwoSided(z), autocorrelated);
    }

    private static double[] Known(IReadOnlyList<double> values) => [.. values.Where(value => !double.IsNaN(value))];

    private static double Pairs(double n) => n * (n - 1) / 2;

    private static double Score(double[] values)
    {
        var score = 0L;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++) score += values[j].CompareTo(values[i]);
        }
        return score;
    }

    private static double Variance(double[] values)
    {
        static double Term(double count) => count * (count - 1) * (2 * count + 5);
        return (Term(values.Length) - values.CountBy(value => value).Sum(tie => Term(tie.Value))) / 18;
    }

    /// <summary>ρ(1), ρ(2) … with the variance of the whole series below each.</summary>
    private static IEnumerable<double> Autocorrelation(double[] values, int lags)
    {
        var mean = values.Average();
        var centred = Array.ConvertAll(values, value => value - mean);
        var variance = centred.Sum(value => value * value);
        for (var lag = 1; lag <= lags; lag++)
        {
            var covariance = 0.0;
            for (var i = lag; i < centred.Length; i++) covariance += centred[i] * centred[i - lag];
            yield return variance == 0 ? 0 : covariance / variance;
        }
    }
}
