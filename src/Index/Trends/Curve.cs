namespace NewsMiner.Index.Trends;

/// <summary>A series as the tests read it.</summary>
/// <param name="Periods">The periods, in order.</param>
/// <param name="Counts">What matches in each.</param>
/// <param name="Outputs">The output of each; 0 is silence, which no test takes for a value.</param>
/// <param name="Value">Which of the two numbers is looked at.</param>
internal sealed record Curve(TrendPeriod[] Periods, long[] Counts, long[] Outputs, TrendValue Value)
{
    /// <summary>The values, NaN where the sources were silent.</summary>
    public double[] Values { get; init; } = [.. Counts.Select((count, i) => Outputs[i] == 0 ? double.NaN : Value == TrendValue.Count ? count : (double)count / Outputs[i])];

    /// <summary>The places of the periods that are not blank.</summary>
    public int[] Known { get; } = [.. Enumerable.Range(0, Outputs.Length).Where(i => Outputs[i] > 0)];

    public long Total { get; } = Counts.Sum();

    public long OutputTotal { get; } = Outputs.Sum();

    private (string Fa, string En, string EnPlural) Grain => JalaliNames.Word(Periods.Length == 0 ? TrendGrain.Month : Periods[0].Grain);

    /// <summary>How many periods were compared, of how many, and what they hold.</summary>
    public (string Fa, string En) Basis => (
        $"{JalaliNames.NumberFa(Known.Length)} {Grain.Fa} دارای خبر از {JalaliNames.NumberFa(Periods.Length)}؛ {JalaliNames.NumberFa(Total)} از {JalaliNames.NumberFa(OutputTotal)}",
        $"{JalaliNames.NumberEn(Known.Length)} of {JalaliNames.NumberEn(Periods.Length)} {Grain.EnPlural} with any output; {JalaliNames.NumberEn(Total)} of {JalaliNames.NumberEn(OutputTotal)}");

    public string PeriodFa => Grain.Fa;

    public string PeriodEn => Grain.En;

    /// <summary>A value in words: a share as per cent, a count as it is.</summary>
    public (string Fa, string En) Show(double value) => Value == TrendValue.Share
        ? (JalaliNames.PercentFa(value), JalaliNames.PercentEn(value))
        : (JalaliNames.NumberFa(value), JalaliNames.NumberEn(value));

    /// <summary>What is missing for a test, in words; null where there is enough.</summary>
    public (string Fa, string En)? Lacks(int periods, int total)
    {
        if (Known.Length < periods)
        {
            return ($"داده کم است: {JalaliNames.NumberFa(Known.Length)} {Grain.Fa} با خبر هست و این آزمون دست‌کم {JalaliNames.NumberFa(periods)} می‌خواهد",
                $"too little data: {Known.Length} {Grain.EnPlural} with output; this test needs {periods}");
        }
        return Total >= total ? null : (
            $"داده کم است: {JalaliNames.NumberFa(Total)} مورد یافت شد و این آزمون دست‌کم {JalaliNames.NumberFa(total)} می‌خواهد",
            $"too little data: {Total} found in all; this test needs {total}");
    }
}
