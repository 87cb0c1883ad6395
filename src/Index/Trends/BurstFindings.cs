using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Trends;

/// <summary>The bursts of a series.</summary>
/// <param name="Levels">The level of each period; empty where bursts are found by gaps.</param>
internal sealed record FoundBursts(Finding Finding, IReadOnlyList<Burst> Items, IReadOnlyList<int> Levels);

/// <summary>Says when something was written about far more than else.</summary>
/// <remarks>
/// A stretch that the cheapest course puts above the base may still be chance, as the course pays for rising only by the logarithm of the number
/// of periods; it is kept where it also holds significantly more than the rest, tested as a spike is and multiplied by the number of periods.
/// </remarks>
internal static class BurstFindings
{
    private const double Significant = 0.05;
    private const int LeastPeriods = 5, LeastTotal = 10, Levels = 3, MostItems = 20;
    private const string Batched = "Kleinberg (2002) §4, batched, s = 2, γ = 1; each stretch against the rest by the conditional Poisson test (Przyborowski and Wilenski 1940), Bonferroni";
    private const string Gaps = "Kleinberg (2002) §2, gaps between articles, s = 2, γ = 1; each stretch against the rest by the conditional Poisson test (Przyborowski and Wilenski 1940), Bonferroni";

    /// <summary>Bursts of whole periods against the output of each.</summary>
    public static FoundBursts Of(Curve curve)
    {
        var (basisFa, basisEn) = curve.Basis;
        if (curve.Lacks(LeastPeriods, LeastTotal) is { } lack)
            return new(new() { Verdict = Finding.TooLittleData, Fa = lack.Fa, En = lack.En, BasisFa = basisFa, BasisEn = basisEn, Method = Batched, N = curve.Known.Length }, [], []);
        var states = KleinbergBursts.Batched(curve.Counts, curve.Outputs, levels: Levels);
        var levels = new int[states.Length];
        var items = new List<Burst>();
        foreach (var run in Runs(states))
        {
            var (count, output) = (curve.Counts[run.First..(run.Last + 1)].Sum(), curve.Outputs[run.First..(run.Last + 1)].Sum());
            var p = Chance(count, output, curve.Total, curve.OutputTotal, curve.Known.Length);
            if (p >= Significant) continue;
            for (var i = run.First; i <= run.Last; i++) levels[i] = states[i].Level;
            items.Add(Describe(curve.Periods[run.First].From, curve.Periods[run.Last].To, run.Level, run.Gain, p, count, output));
        }
        return Found(items, Batched, basisFa, basisEn, curve.Known.Length, levels);
    }

    /// <summary>
    /// Bursts by the gaps between events, whatever the output. Of an event its day alone counts: those of one day are spread evenly over it, as
    /// office hours would otherwise look like a burst a day.
    /// </summary>
    public static FoundBursts OfGaps(DayCounts days, DayCounts output)
    {
        var offsets = new List<double>();
        for (var day = 0; day < days.Counts.Length; day++)
        {
            for (var i = 0; i < days.Counts[day]; i++) offsets.Add(days.First + day + (i + 0.5) / days.Counts[day]);
        }
        var (basisFa, basisEn) = ($"{JalaliNames.NumberFa(offsets.Count)} مورد در {JalaliNames.NumberFa(days.Counts.Length)} روز", $"{JalaliNames.NumberEn(offsets.Count)} events over {JalaliNames.NumberEn(days.Counts.Length)} days");
        if (offsets.Count < LeastTotal)
        {
            return new(new()
            {
                Verdict = Finding.TooLittleData, Method = Gaps, N = offsets.Count, BasisFa = basisFa, BasisEn = basisEn,
                Fa = $"داده کم است: {JalaliNames.NumberFa(offsets.Count)} مورد یافت شد و این آزمون دست‌کم {JalaliNames.NumberFa(LeastTotal)} می‌خواهد",
                En = $"too little data: {offsets.Count} found in all; this test needs {LeastTotal}",
            }, [], []);
        }
        var items = Runs(KleinbergBursts.Gaps(offsets)).Select(run =>
        {
            // The gap that leads to the first event of a run belongs to it, and so does the event before.
            var (from, to) = ((int)offsets[run.First - 1], (int)offsets[run.Last]);
            var count = run.Last - run.First + 2;
            return Describe(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to), run.Level, run.Gain, Chance(count, to - from + 1, offsets.Count, days.Counts.Length, days.Counts.Length),
                count, output.Counts[(from - output.First)..(to - output.First + 1)].Sum());
        }).Where(burst => burst.P < Significant);
        return Found(items, Gaps, basisFa, basisEn, offsets.Count, []);
    }

    private static FoundBursts Found(IEnumerable<Burst> items, string method, string basisFa, string basisEn, int n, IReadOnlyList<int> levels)
    {
        Burst[] bursts = [.. items.OrderByDescending(burst => burst.Weight).ThenBy(burst => burst.From)];
        return new(new()
        {
            Verdict = bursts.Length == 0 ? "none" : "bursts", Method = method, N = n, BasisFa = basisFa, BasisEn = basisEn,
            Fa = bursts.Length == 0 ? "فورانی دیده نمی‌شود" : $"{JalaliNames.NumberFa(bursts.Length)} فوران؛ نیرومندترین: {bursts[0].Fa}",
            En = bursts.Length == 0 ? "no burst" : $"{bursts.Length} {(bursts.Length == 1 ? "burst" : "bursts")}; the strongest: {bursts[0].En}",
        }, [.. bursts.Take(MostItems)], levels);
    }

    /// <summary>The stretches above level 0, each with its highest level.</summary>
    private static IEnumerable<(int First, int Last, int Level, double Gain)> Runs((int Level, double Gain)[] states)
    {
        for (var first = 0; first < states.Length; first++)
        {
            if (states[first].Level == 0) continue;
            var last = first;
            while (last + 1 < states.Length && states[last + 1].Level > 0) last++;
            var run = states.AsSpan(first, last - first + 1);
            var (level, gain) = (0, 0.0);
            foreach (var state in run) (level, gain) = (Math.Max(level, state.Level), gain + state.Gain);
            yield return (first, last, level, gain);
            first = last;
        }
    }

    private static double Chance(long count, double exposure, long total, double wholeExposure, int periods) =>
        Math.Min(1, periods * PoissonSpike.P(count, exposure, total - count, wholeExposure - exposure));

    private static Burst Describe(DateOnly from, DateOnly to, int level, double gain, double p, long count, long output) => new(
        from, to, JalaliDate.From(from).ToString(), JalaliDate.From(to).ToString(), level, gain, p, count, output,
        $"{JalaliNames.DayFa(from)} تا {JalaliNames.DayFa(to)}: {JalaliNames.NumberFa(count)} از {JalaliNames.NumberFa(output)}",
        $"{JalaliNames.DayEn(from)} to {JalaliNames.DayEn(to)}: {JalaliNames.NumberEn(count)} of {JalaliNames.NumberEn(output)}");
}
