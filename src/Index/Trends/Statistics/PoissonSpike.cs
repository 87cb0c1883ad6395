using MathNet.Numerics;

namespace NewsMiner.Index.Trends.Statistics;

/// <summary>
/// Whether a count is larger than the counts before it allow, both Poisson: given their sum, the count is binomial with the share of the
/// exposure as its chance (J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 1940).
/// </summary>
internal static class PoissonSpike
{
    /// <summary>The chance of at least this count where its rate is that of the counts before; 1 where nothing was to be expected of it.</summary>
    /// <param name="count">The count.</param>
    /// <param name="exposure">What it is a part of, such as the articles of that day.</param>
    /// <param name="before">The counts before it, added.</param>
    /// <param name="exposureBefore">What those are a part of.</param>
    public static double P(long count, double exposure, long before, double exposureBefore)
    {
        if (count <= 0 || exposure <= 0 || exposureBefore <= 0) return 1;
        // P(X ≥ count) of a binomial variable is the incomplete beta function I(share; count, before + 1).
        return SpecialFunctions.BetaRegularized(count, before + 1, exposure / (exposure + exposureBefore));
    }
}
