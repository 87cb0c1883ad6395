using MathNet.Numerics;

namespace NewsMiner.Index.Trends.Statistics;

/// <summary>Tails of the standard normal distribution, exact far out where 1 − Φ(z) would be rounded away.</summary>
internal static class Normal
{
    /// <summary>P(|Z| ≥ |z|).</summary>
    public static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>The z that only a share <paramref name="alpha"/> exceeds in either direction.</summary>
    public static double Critical(double alpha) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 1 - alpha / 2);

    /// <summary>P(X ≥ x) of a chi-squared variable with one degree of freedom.</summary>
    public static double ChiSquaredTail(double x) => x <= 0 ? 1 : SpecialFunctions.Erfc(Math.Sqrt(x / 2));
}
