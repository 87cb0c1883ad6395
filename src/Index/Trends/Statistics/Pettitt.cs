namespace NewsMiner.Index.Trends.Statistics;

/// <summary>Where the level of a series changed most.</summary>
/// <param name="N">How many values were compared.</param>
/// <param name="U">The largest |U(t)|.</param>
/// <param name="K">How many values lie before the change: the first of equal t.</param>
/// <param name="P">The chance of such a U without a change, approximately, at most 1; two-sided.</param>
internal sealed record PettittResult(int N, double U, int K, double P);

/// <summary>
/// The test for one change point at an unknown place (A. N. Pettitt, "A non-parametric approach to the change-point problem", Applied
/// Statistics 28, 1979): U(t) = 2·Σ ranks of the first t values − t(n + 1), p ≈ 2·exp(−6U² / (n³ + n²)).
/// </summary>
internal static class Pettitt
{
    /// <summary>The change point of a series without blanks; K is 0 where no place stands out, as in a constant series.</summary>
    public static PettittResult Test(IReadOnlyList<double> values)
    {
        double n = values.Count;
        var ranks = Ranks.Of(values);
        var (sum, largest, at) = (0.0, 0.0, 0);
        for (var t = 1; t < values.Count; t++)
        {
            sum += ranks[t - 1];
            var u = Math.Abs(2 * sum - t * (n + 1));
            if (u > largest) (largest, at) = (u, t);
        }
        return new(values.Count, largest, at, n == 0 ? 1 : Math.Min(1, 2 * Math.Exp(-6 * largest * largest / (n * n * n + n * n))));
    }
}
