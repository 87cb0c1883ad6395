using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Tests.Trends.Statistics;

/// <summary>What must hold of the tests whatever the numbers; seeded.</summary>
public sealed class StatisticsProperties
{
    private const int Rounds = 200;

    [Fact]
    public void MannKendallLooksAtOrderAlone()
    {
        foreach (var values in Series(seed: 1, withTies: true))
        {
            var found = MannKendall.Test(values);
            Assert.Equal(found, MannKendall.Test([.. values.Select(value => Math.Exp(value / 10) + 7)]));
            var reversed = MannKendall.Test([.. values.Reverse()]);
            Assert.Equal((-found.S, found.Variance, found.P), (reversed.S, reversed.Variance, reversed.P));
            Assert.InRange(found.Tau, -1, 1);
            Assert.InRange(found.P, 0, 1);
            Assert.Equal(Direct(values), found.S);
        }
    }

    [Fact]
    public void MannKendallOfAPermutationHasTheSameVariance()
    {
        var random = new Random(2);
        foreach (var values in Series(seed: 2, withTies: true))
        {
            var shuffled = values.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(MannKendall.Test(values).Variance, MannKendall.Test(shuffled).Variance);
        }
    }

    /// <summary>Where there is no trend, p lies below 0.05 about once in twenty times.</summary>
    [Fact]
    public void MannKendallRaisesFewFalseAlarms()
    {
        var random = new Random(3);
        var alarms = Enumerable.Range(0, 1000).Count(_ => MannKendall.Test([.. Enumerable.Range(0, 24).Select(_ => random.NextDouble())]).P < 0.05);
        Assert.InRange(alarms, 20, 80);
    }

    [Fact]
    public void TheSlopeFollowsTheValues()
    {
        foreach (var values in Series(seed: 4, withTies: false))
        {
            var line = TheilSen.Fit(values)!.Value;
            var moved = TheilSen.Fit([.. values.Select((value, i) => 3 * value + 2 * i + 5)])!.Value;
            Assert.Equal(3 * line.Slope + 2, moved.Slope, 9);
            Assert.Equal(line, TheilSen.FitSeasonal(values, 1));
        }
    }

    [Fact]
    public void PettittFindsTheSamePlaceFromBothEnds()
    {
        foreach (var values in Series(seed: 5, withTies: true))
        {
            var (found, reversed) = (Pettitt.Test(values), Pettitt.Test([.. values.Reverse()]));
            Assert.Equal((found.U, found.P), (reversed.U, reversed.P));
            Assert.InRange(found.P, 0, 1);
            // The direct sum of signs that Pettitt gives first.
            if (found.K > 0) Assert.Equal(found.U, Math.Abs(values[..found.K].Sum(before => values[found.K..].Sum(after => Math.Sign(after - before)))));
        }
    }

    [Fact]
    public void KeynessIsTheSameWhicheverSideIsFirst()
    {
        var random = new Random(6);
        for (var round = 0; round < Rounds; round++)
        {
            var (ofA, ofB) = (random.Next(1, 500), random.Next(1, 500));
            var counts = new TwoCounts(random.Next(0, ofA + 1), ofA, random.Next(0, ofB + 1), ofB);
            var swapped = new TwoCounts(counts.InB, counts.OfB, counts.InA, counts.OfA);
            Assert.Equal(counts.G2, swapped.G2, 9);
            Assert.Equal(counts.G2Williams, swapped.G2Williams, 9);
            Assert.Equal(counts.LogRatio, -swapped.LogRatio, 9);
            Assert.InRange(counts.P, 0, 1);
            Assert.True(counts.G2 >= 0 && double.IsFinite(counts.G2) && counts.G2Williams <= counts.G2);
            // What is left out is as telling as what is held.
            Assert.Equal(counts.G2, new TwoCounts(ofA - counts.InA, ofA, ofB - counts.InB, ofB).G2, 9);
        }
    }

    [Fact]
    public void ASpikeIsNoMoreLikelyTheLargerItIs()
    {
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            var (before, exposure, exposureBefore) = (random.Next(0, 50), random.Next(1, 40), random.Next(1, 500));
            var chances = Enumerable.Range(0, 12).Select(count => PoissonSpike.P(count, exposure, before, exposureBefore)).ToArray();
            Assert.All(chances.Zip(chances.Skip(1)), pair => Assert.True(pair.First >= pair.Second));
            Assert.All(chances, chance => Assert.InRange(chance, 0, 1));
            // All the terms of the binomial distribution, added.
            var share = (double)exposure / (exposure + exposureBefore);
            Assert.Equal(BinomialTail(5, 5 + before, share), chances[5], 9);
        }
    }

    [Fact]
    public void BurstsDoNotDependOnUnitOrOrder()
    {
        var random = new Random(8);
        for (var round = 0; round < 30; round++)
        {
            double[] offsets = [.. Enumerable.Range(0, 60).Select(_ => (double)random.Next(1, 2000))];
            var levels = KleinbergBursts.Gaps(offsets).Select(happening => happening.Level).ToArray();
            var shuffled = offsets.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(levels, KleinbergBursts.Gaps([.. shuffled.Select(offset => offset * 4 + 100)]).Select(happening => happening.Level));
            // A steeper price for rising never gives higher levels in all.
            Assert.True(KleinbergBursts.Gaps(offsets, gamma: 4).Sum(happening => happening.Level) <= levels.Sum());
        }
    }

    private static double Direct(double[] values)
    {
        var sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < i; j++) sum += Math.Sign(values[i] - values[j]);
        }
        return sum;
    }

    private static double BinomialTail(int least, int trials, double chance)
    {
        var (below, term) = (0.0, Math.Pow(1 - chance, trials));
        for (var count = 0; count < least; count++)
        {
            below += term;
            term *= (double)(trials - count) / (count + 1) * chance / (1 - chance);
        }
        return 1 - below;
    }

    private static IEnumerable<double[]> Series(int seed, bool withTies)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
            yield return [.. Enumerable.Range(0, random.Next(2, 40)).Select(_ => withTies ? random.Next(0, 8) : random.NextDouble() * 20)];
    }
}
