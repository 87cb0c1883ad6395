using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Trends;

/// <summary>Says which days stand out against the fourteen before.</summary>
internal static class SpikeFindings
{
    private const int Window = 14, LeastDays = 7, LeastCount = 3, MostItems = 20;
    private const double Significant = 0.05;
    private const string Method = "Poisson, conditional on the sum (Przyborowski and Wilenski 1940), 1 day against 14, Benjamini-Hochberg (1995)";

    public static Spikes Of(DayCounts days, DayCounts output)
    {
        var tested = Tested(days, output).ToArray();
        var (basisFa, basisEn) = (
            $"{JalaliNames.NumberFa(tested.Length)} روز، هر یک در برابر چهارده روز پیش از آن و به نسبت همهٔ خروجی آن روزها",
            $"{JalaliNames.NumberEn(tested.Length)} days, each against the 14 before it and relative to the output of those days");
        Finding Say(string verdict, string fa, string en) => new() { Verdict = verdict, Fa = fa, En = en, BasisFa = basisFa, BasisEn = basisEn, Method = Method, N = tested.Length };
        if (tested.Length == 0 || days.Counts.Sum() < LeastCount)
        {
            return new(Say(Finding.TooLittleData, $"داده کم است: روزی با {JalaliNames.NumberFa(LeastDays)} روزِ باخبر در دو هفتهٔ پیش از آن، یا {JalaliNames.NumberFa(LeastCount)} مورد، نیست",
                $"too little data: no day with {LeastDays} days of output in the fortnight before, or fewer than {LeastCount} found"), []);
        }
        var adjusted = FalseDiscovery.Adjust([.. tested.Select(day => day.P)], tested.Length);
        Spike[] spikes = [.. tested.Zip(adjusted).Where(day => day.Second < Significant && day.First.Count >= LeastCount).OrderBy(day => day.Second).ThenByDescending(day => day.First.Day)
            .Select(day => Describe(day.First, day.Second))];
        return new(spikes.Length == 0
            ? Say("none", "هیچ روزی بیش از آنچه چهارده روز پیشش می‌گوید نیست", "no day stands out against the fourteen before it")
            : Say("spikes", $"{JalaliNames.NumberFa(spikes.Length)} روز برجسته؛ نامحتمل‌ترین: {spikes[0].Fa}", $"{spikes.Length} {(spikes.Length == 1 ? "day stands" : "days stand")} out; the least likely: {spikes[0].En}"),
            [.. spikes.Take(MostItems)]);
    }

    private readonly record struct TestedDay(int Day, long Count, long Before, double Expected, double P);

    private static IEnumerable<TestedDay> Tested(DayCounts days, DayCounts output)
    {
        var (before, outputBefore, withOutput) = (0L, 0L, 0);
        for (var day = 0; day < days.Counts.Length; day++)
        {
            if (day > Window)
            {
                before -= days.Counts[day - Window - 1];
                outputBefore -= output.Counts[day - Window - 1];
                if (output.Counts[day - Window - 1] > 0) withOutput--;
            }
            if (output.Counts[day] > 0 && withOutput >= LeastDays)
            {
                yield return new(days.First + day, days.Counts[day], before, (double)before * output.Counts[day] / outputBefore,
                    PoissonSpike.P(days.Counts[day], output.Counts[day], before, outputBefore));
            }
            before += days.Counts[day];
            outputBefore += output.Counts[day];
            if (output.Counts[day] > 0) withOutput++;
        }
    }

    private static Spike Describe(TestedDay tested, double p)
    {
        var day = DateOnly.FromDayNumber(tested.Day);
        return new(day, JalaliDate.From(day).ToString(), tested.Count, tested.Expected, tested.Before, p,
            $"{JalaliNames.DayFa(day)}: {JalaliNames.NumberFa(tested.Count)} به‌جای {JalaliNames.NumberFa(tested.Expected)} (p {JalaliNames.ProbabilityFa(p)})",
            $"{JalaliNames.DayEn(day)}: {JalaliNames.NumberEn(tested.Count)} where {JalaliNames.NumberEn(tested.Expected)} were to be expected (p {JalaliNames.ProbabilityEn(p)})");
    }
}
