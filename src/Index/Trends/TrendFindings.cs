using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Trends;

/// <summary>Says whether a series rises or falls.</summary>
internal static class TrendFindings
{
    /// <summary>Below this the normal approximation of S is poor (Kendall 1975).</summary>
    public const int LeastPeriods = 8;

    private const int LeastTotal = 10;
    private const double Significant = 0.05;
    private const string Plain = "Mann-Kendall (Mann 1945, Kendall 1975), Theil-Sen (Sen 1968)";
    private const string Corrected = "Mann-Kendall (Mann 1945, Kendall 1975) with Hamed-Rao correction (1998), Theil-Sen (Sen 1968)";

    public static MonotoneTrend Of(Curve curve) => Of(curve, LeastTotal);

    /// <summary>The same where the values are no counts, so that their sum says nothing about how much data there is.</summary>
    public static MonotoneTrend Of(Curve curve, int leastTotal)
    {
        var (basisFa, basisEn) = curve.Basis;
        if (curve.Lacks(LeastPeriods, leastTotal) is { } lack)
            return new() { Verdict = Finding.TooLittleData, Fa = lack.Fa, En = lack.En, BasisFa = basisFa, BasisEn = basisEn, Method = Plain, N = curve.Known.Length };
        var test = Cautious(curve.Values);
        var line = TheilSen.Fit(curve.Values)!.Value;
        var verdict = test.P >= Significant ? "none" : test.Z > 0 ? "up" : "down";
        var (fa, en) = Words(curve, verdict, test, line);
        return new()
        {
            Verdict = verdict, Fa = fa, En = en, BasisFa = basisFa, BasisEn = basisEn, Method = test.Autocorrelated ? Corrected : Plain, N = test.N, P = test.P,
            Score = test.S, Variance = test.Variance, Tau = test.Tau, Z = test.Z, Slope = line.Slope, Intercept = line.Intercept, Autocorrelated = test.Autocorrelated,
            Seasonal = Seasonal(curve),
        };
    }

    private static SeasonalTrend? Seasonal(Curve curve)
    {
        const int leastYears = 3;
        var (seasons, fa, en) = curve.Periods[0].Grain switch { TrendGrain.Month => (12, "ماه‌های", "months"), TrendGrain.Season => (4, "فصل‌های", "seasons"), _ => (0, "", "") };
        if (seasons == 0 || curve.Periods.Length < leastYears * seasons || TheilSen.FitSeasonal(curve.Values, seasons) is not { } line) return null;
        var test = MannKendall.TestSeasonal(curve.Values, seasons);
        var verdict = test.P >= Significant ? "none" : test.Z > 0 ? "up" : "down";
        var (slopeFa, slopeEn) = curve.Show(Math.Abs(line.Slope));
        var (saidFa, saidEn) = verdict switch { "up" => ($"سالی {slopeFa} بیشتر", $"{slopeEn} more a year"), "down" => ($"سالی {slopeFa} کمتر", $"{slopeEn} less a year"), _ => ("روندی دیده نمی‌شود", "no trend") };
        return new(verdict, $"در {fa} همنام سال‌ها: {saidFa} (p {JalaliNames.ProbabilityFa(test.P)})", $"like {en} of the years compared: {saidEn} (p {JalaliNames.ProbabilityEn(test.P)})",
            "seasonal Mann-Kendall (Hirsch and Slack 1984), seasonal slope (Hirsch, Slack and Smith 1982)", test.N, test.P, test.Z, test.Tau, line.Slope);
    }

    /// <summary>
    /// The test corrected for autocorrelation where that makes it more careful. Noise alone also gives significant lags, half of them negative,
    /// and a variance made smaller by those would double the false alarms.
    /// </summary>
    private static MannKendallResult Cautious(double[] values)
    {
        var plain = MannKendall.Test(values);
        var corrected = MannKendall.TestHamedRao(values, lags: Math.Max(3, plain.N / 10));
        return corrected.Variance > plain.Variance ? corrected : plain;
    }

    private static (string Fa, string En) Words(Curve curve, string verdict, MannKendallResult test, Line line)
    {
        var (slopeFa, slopeEn) = curve.Show(Math.Abs(line.Slope));
        var (pFa, pEn) = (JalaliNames.ProbabilityFa(test.P), JalaliNames.ProbabilityEn(test.P));
        return verdict switch
        {
            // Where most periods are alike the median step is none, however sure the test is.
            "up" when slopeEn == curve.Show(0).En => ($"روند رو به افزایش است، با گام میانهٔ نزدیک به صفر (p {pFa})", $"rising, by next to nothing each {curve.PeriodEn} in the median (p {pEn})"),
            "down" when slopeEn == curve.Show(0).En => ($"روند رو به کاهش است، با گام میانهٔ نزدیک به صفر (p {pFa})", $"falling, by next to nothing each {curve.PeriodEn} in the median (p {pEn})"),
            "up" => ($"روند رو به افزایش است: هر {curve.PeriodFa} میانهٔ {slopeFa} بیشتر (p {pFa})", $"rising: {slopeEn} more each {curve.PeriodEn} in the median (p {pEn})"),
            "down" => ($"روند رو به کاهش است: هر {curve.PeriodFa} میانهٔ {slopeFa} کمتر (p {pFa})", $"falling: {slopeEn} less each {curve.PeriodEn} in the median (p {pEn})"),
            _ => ($"روند یکنواختی دیده نمی‌شود (p {pFa})", $"no steady trend (p {pEn})"),
        };
    }
}

/// <summary>Says where the level of a series changed.</summary>
internal static class ChangePointFindings
{
    private const int LeastPeriods = 10, LeastTotal = 10;
    private const double Significant = 0.05;
    private const string Method = "Pettitt (1979)";

    public static ChangePoint Of(Curve curve)
    {
        var (basisFa, basisEn) = curve.Basis;
        if (curve.Lacks(LeastPeriods, LeastTotal) is { } lack)
            return new() { Verdict = Finding.TooLittleData, Fa = lack.Fa, En = lack.En, BasisFa = basisFa, BasisEn = basisEn, Method = Method, N = curve.Known.Length };
        double[] values = [.. curve.Known.Select(i => curve.Values[i])];
        var test = Pettitt.Test(values);
        var (pFa, pEn) = (JalaliNames.ProbabilityFa(test.P), JalaliNames.ProbabilityEn(test.P));
        if (test.P >= Significant || test.K == 0)
        {
            return new()
            {
                Verdict = "none", Fa = $"جهشی در سطح دیده نمی‌شود (p {pFa})", En = $"no change of level (p {pEn})", BasisFa = basisFa, BasisEn = basisEn, Method = Method, N = test.N, P = test.P, U = test.U,
            };
        }
        var period = curve.Periods[curve.Known[test.K]];
        var (before, after) = (Ranks.Median(values[..test.K]), Ranks.Median(values[test.K..]));
        var (from, to) = (curve.Show(before), curve.Show(after));
        return new()
        {
            Verdict = "change", BasisFa = basisFa, BasisEn = basisEn, Method = Method, N = test.N, P = test.P, U = test.U, Period = period.Key, Day = period.From, Before = before, After = after,
            Fa = $"از {period.LabelFa} سطح دیگر شد: میانه از {from.Fa} به {to.Fa} رسید (p {pFa})",
            En = $"the level changed from {period.LabelEn} on: the median went from {from.En} to {to.En} (p {pEn})",
        };
    }
}
