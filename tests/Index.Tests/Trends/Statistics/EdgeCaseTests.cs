using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Tests.Trends.Statistics;

/// <summary>Ties, constant series, empty tables and few values; figures worked out by hand from the formulas.</summary>
public sealed class EdgeCaseTests
{
    [Theory]
    [InlineData(new double[0], 0, 0, 0, 0, 1)]
    [InlineData(new double[] { 5 }, 0, 0, 0, 0, 1)]
    [InlineData(new double[] { 3, 3, 3, 3 }, 0, 0, 0, 0, 1)]
    [InlineData(new double[] { 1, 2, 3, 4 }, 6, 26.0 / 3, 1, 1.6984155512168937, 0.08942935902899359)]
    [InlineData(new double[] { 4, 3, 2, 1 }, -6, 26.0 / 3, -1, -1.6984155512168937, 0.08942935902899359)]
    [InlineData(new double[] { 1, 1, 2, 2 }, 4, 20.0 / 3, 2.0 / 3, 1.161895003862225, 0.24527811680677286)]
    [InlineData(new double[] { 1, double.NaN, 2, double.NaN, 3, 4 }, 6, 26.0 / 3, 1, 1.6984155512168937, 0.08942935902899359)]
    [InlineData(new double[] { 1, 2 }, 1, 1, 1, 0, 1)]
    public void MannKendallOf(double[] values, double s, double variance, double tau, double z, double p)
    {
        foreach (var found in new[] { MannKendall.Test(values), MannKendall.TestSeasonal(values, 1) })
        {
            Assert.Equal((s, tau), (found.S, found.Tau));
            Assert.Equal(variance, found.Variance, 12);
            Assert.Equal(z, found.Z, 12);
            Assert.Equal(p, found.P, 12);
        }
    }

    [Fact]
    public void HamedRaoLeavesAConstantSeriesAndThreeValuesAlone()
    {
        Assert.Equal(MannKendall.Test([2, 2, 2, 2, 2]), MannKendall.TestHamedRao([2, 2, 2, 2, 2]));
        Assert.Equal(MannKendall.Test([2, 1]), MannKendall.TestHamedRao([2, 1]));
    }

    /// <summary>Two runs: ranks less slope swing slowly, so neighbours are alike and the variance must grow.</summary>
    [Fact]
    public void HamedRaoWidensTheVarianceOfASlowSwing()
    {
        double[] swing = [.. Enumerable.Range(0, 40).Select(i => Math.Sin(i / 6.0))];
        var (plain, corrected) = (MannKendall.Test(swing), MannKendall.TestHamedRao(swing, lags: 3));
        Assert.True(corrected.Autocorrelated);
        Assert.True(corrected.Variance > 2 * plain.Variance, $"{corrected.Variance} against {plain.Variance}");
        Assert.Equal(plain.S, corrected.S);
    }

    [Fact]
    public void TheSlopeKeepsThePlacesOfBlanks()
    {
        Assert.Equal(new(2, 1), TheilSen.Fit([1, double.NaN, 5, double.NaN, 9]));
        Assert.Equal(new(0, 3), TheilSen.Fit([3, 3, 3]));
        Assert.Null(TheilSen.Fit([double.NaN, 3]));
        Assert.Null(TheilSen.Fit([]));
    }

    [Theory]
    [InlineData(new double[0], 0, 0, 1)]
    [InlineData(new double[] { 7 }, 0, 0, 1)]
    [InlineData(new double[] { 7, 7, 7, 7 }, 0, 0, 1)]
    // Ranks 1.5 1.5 3.5 3.5: U(2) = |2·3 − 2·5| = 4; 2·exp(−96/80) = 0.602.
    [InlineData(new double[] { 1, 1, 2, 2 }, 4, 2, 0.6023884238244043)]
    // Ranks 1 to 5: U = 4, 6, 6, 4; the first of the largest; 2·exp(−216/150) = 0.474.
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, 6, 2, 0.4738555173642436)]
    [InlineData(new double[] { 1, 2 }, 1, 1, 1)]
    public void PettittOf(double[] values, double u, int k, double p)
    {
        var found = Pettitt.Test(values);
        Assert.Equal((u, k), (found.U, found.K));
        Assert.Equal(p, found.P, 12);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 10, 0, 10, 0)]
    [InlineData(10, 10, 10, 10, 0)]
    [InlineData(0, 0, 3, 10, 0)]
    [InlineData(5, 10, 50, 100, 0)]
    // 2·(5·ln(5·10 / 5·5) + 5·ln(5·10 / 5·5)) = 20·ln 2.
    [InlineData(5, 5, 0, 5, 13.862943611198906)]
    [InlineData(0, 5, 5, 5, 13.862943611198906)]
    public void G2Of(double inA, double ofA, double inB, double ofB, double expected)
    {
        var counts = new TwoCounts(inA, ofA, inB, ofB);
        Assert.Equal(expected, counts.G2, 12);
        Assert.True(counts.G2Williams <= counts.G2 && double.IsFinite(counts.P) && double.IsFinite(counts.LogRatio));
        Assert.Equal(expected == 0, counts.P == 1);
    }

    [Theory]
    [InlineData(5, 100, 10, 100, 1)]
    [InlineData(10, 100, 5, 100, -1)]
    [InlineData(0, 100, 4, 100, 3)]
    [InlineData(4, 100, 0, 100, -3)]
    [InlineData(5, 100, 20, 200, 1)]
    [InlineData(0, 0, 5, 10, 0)]
    [InlineData(0, 10, 0, 10, 0)]
    public void LogRatioOf(double inA, double ofA, double inB, double ofB, double expected) =>
        Assert.Equal(expected, new TwoCounts(inA, ofA, inB, ofB).LogRatio, 12);

    [Theory]
    [InlineData(5, 10, 50, 100, 0)]
    [InlineData(1, 10, 50, 100, 0)]
    [InlineData(5, 0, 50, 100, 0)]
    [InlineData(5, 10, 0, 0, 0)]
    [InlineData(5, 10, 0, 100, (0.5 - 0.01) * (0.5 / 0.01))]
    public void JlhOf(double inSubset, double ofSubset, double inAll, double ofAll, double expected) =>
        Assert.Equal(expected, SubsetScores.Jlh(inSubset, ofSubset, inAll, ofAll), 12);

    [Theory]
    [InlineData(0, 10, 14, 140, 1)]
    [InlineData(3, 0, 14, 140, 1)]
    [InlineData(3, 10, 14, 0, 1)]
    // One of one event on a day in fifteen: 1/15. Two of two: 1/225.
    [InlineData(1, 10, 0, 140, 1.0 / 15)]
    [InlineData(2, 10, 0, 140, 1.0 / 225)]
    // At least one of two: 1 − (14/15)².
    [InlineData(1, 10, 1, 140, 29.0 / 225)]
    public void SpikeOf(long count, double exposure, long before, double exposureBefore, double expected) =>
        Assert.Equal(expected, PoissonSpike.P(count, exposure, before, exposureBefore), 12);

    [Theory]
    [InlineData(new double[0], new int[0])]
    [InlineData(new double[] { 4 }, new[] { 0 })]
    [InlineData(new double[] { 4, 4, 4 }, new[] { 0, 0, 0 })]
    [InlineData(new double[] { 0, 10, 20, 30, 40, 50, 60 }, new[] { 0, 0, 0, 0, 0, 0, 0 })]
    public void QuietStreamsHaveNoBursts(double[] offsets, int[] levels) => Assert.Equal(levels, KleinbergBursts.Gaps(offsets).Select(happening => happening.Level));

    [Fact]
    public void EventsAtOneInstantAreABurst()
    {
        var levels = KleinbergBursts.Gaps([0, 100, 200, 300, 300, 300, 300, 300, 300, 300, 400, 500, 600]);
        Assert.True(levels[6] is { Level: > 0, Gain: > 0 });
        Assert.Equal((0, 0), (levels[1].Level, levels[^1].Level));
    }

    [Fact]
    public void ABatchFarAboveTheRestIsABurst()
    {
        var levels = KleinbergBursts.Batched([2, 1, 2, 30, 28, 2, 1, 2], [100, 100, 100, 100, 100, 100, 0, 100]);
        Assert.Equal([0, 0, 0, 1, 1, 0, 0, 0], levels.Select(batch => batch.Level));
        Assert.True(levels[3].Gain > 0 && levels[0].Gain == 0);
    }

    [Theory]
    [InlineData(new long[] { 0, 0, 0 }, new long[] { 10, 10, 10 })]
    [InlineData(new long[] { 10, 10, 10 }, new long[] { 10, 10, 10 })]
    [InlineData(new long[] { 5 }, new long[] { 10 })]
    [InlineData(new long[] { 0, 0 }, new long[] { 0, 0 })]
    [InlineData(new long[] { 9, 9, 8 }, new long[] { 10, 10, 10 })]
    public void BatchesWithoutContrastHaveNoBursts(long[] relevant, long[] all) =>
        Assert.All(KleinbergBursts.Batched(relevant, all), batch => Assert.Equal((0, 0.0), batch));

    [Fact]
    public void FalseDiscoveriesAreAdjusted()
    {
        // Benjamini and Hochberg: p(i)·m / i, never falling.
        var adjusted = FalseDiscovery.Adjust([0.04, 0.01, 0.03], 3);
        Assert.Equal([0.04, 0.03, 0.04], adjusted.Select(p => Math.Round(p, 12)));
        Assert.Equal(0.1, FalseDiscovery.Adjust([0.01], 10)[0], 12);
        Assert.Empty(FalseDiscovery.Adjust([], 0));
    }
}
