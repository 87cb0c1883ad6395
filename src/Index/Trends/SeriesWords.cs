namespace NewsMiner.Index.Trends;

/// <summary>Words for what a series counts and what its shares are relative to.</summary>
internal static class SeriesWords
{
    /// <summary>What a measure counts, in Persian and English, plural.</summary>
    public static (string Fa, string En) Of(TrendMeasure measure) => measure switch
    {
        TrendMeasure.Articles => ("خبرها", "articles"),
        TrendMeasure.Clusters => ("رویدادهای خبری (رونوشت‌ها یکی)", "stories (copies as one)"),
        TrendMeasure.Outlets => ("رسانه‌ها", "outlets"),
        TrendMeasure.Statements => ("گفته‌ها (رونوشت‌ها یکی)", "statements (copies as one)"),
        TrendMeasure.Figures => ("رقم‌ها (رونوشت‌ها یکی)", "figures (copies as one)"),
        _ => ("وعده‌ها (رونوشت‌ها یکی)", "pledges (copies as one)"),
    };

    public static (string Fa, string En) Denominator(TermTrendRequest request)
    {
        var (fa, en) = Of(request.Measure);
        var (grainFa, grainEn, _) = JalaliNames.Word(request.Grain);
        return (
            $"سهم از همهٔ {fa} در همین رسانه‌ها، استان و بازه، در همان {grainFa}؛ هر {grainFa} که هیچ خبری در آن نبوده خالی است",
            $"share of all {en} of the same outlets, province and days in that {grainEn}; a {grainEn} without any is blank");
    }
}
