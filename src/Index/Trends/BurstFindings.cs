using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Trends;

/// <summary>The bursts of a series.</summary>
/// <param name="Levels">The level of each period; empty where bursts are found by gaps.</param>
internal sealed record FoundBursts(Finding Finding, IReadOnlyList<Burst> Items, IReadOnlyList<int> Levels);

/// <summary>Says when something was written about far more than else.</summary>
internal static class BurstFindings
{
    private const int LeastPeriods = 5, LeastTotal = 10, Levels = 3, MostItems = 20;
    private const string Batched = "Kleinberg (2002) §4, batched, s = 2, γ = 1";
    private const string Gaps = "Kleinberg (2002) §2, gaps between articles, s = 2, γ = 1";

    /// <summary>Bursts of whole periods against the output of each.</summary>
    public static FoundBursts Of(Curve curve)
    {
        var (basisFa, basisEn) = curve.Basis;
        if (curve.Lacks(LeastPeriods, LeastTotal) is { } lack)
            return new(new() { Verdict = Finding.TooLittleData, Fa = lack.Fa, En = lack.En, BasisFa = basisFa, BasisEn = basisEn, Method = Batched, N = curve.Known.Length }, [], []);
        var states = KleinbergBursts.Batched(curve.Counts, curve.Outputs, levels: Levels);
        var items = Runs(states).Select(run => Describe(curve.Periods[run.First].From, curve.Periods[run.Last].To, run.Level, run.Gain,
            curve.Counts[run.First..(run.Last + 1)].Sum(), curve.Outputs[run.First..(run.Last + 1)].Sum()));
        return Found(items, Batched, basisFa, basisEn, curve.Known.Length, [.. states.Select(state => state.Level)]);
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
            return Describe(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to), run.Level, run.Gain,
                run.Last - run.First + 2, output.Counts[(from - output.First)..(to - output.First + 1)].Sum());
        });
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

    private static Burst Describe(DateOnly from, DateOnly to, int level, double gain, long count, long output) => new(
        from, to, JalaliDate.From(from).ToString(), JalaliDate.From(to).ToString(), level, gain, count, output,
        $"{JalaliNames.DayFa(from)} تا {JalaliNames.DayFa(to)}: {JalaliNames.NumberFa(count)} از {JalaliNames.NumberFa(output)}",
        $"{JalaliNames.DayEn(from)} to {JalaliNames.DayEn(to)}: {JalaliNames.NumberEn(count)} of {JalaliNames.NumberEn(output)}");
}
