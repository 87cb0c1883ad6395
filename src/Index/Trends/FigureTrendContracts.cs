namespace NewsMiner.Index.Trends;

/// <summary>Which figures belong into a series.</summary>
public enum FigureChange
{
    /// <summary>Levels: no increases and decreases.</summary>
    Level,

    /// <summary>All.</summary>
    Any,

    /// <summary>Increases.</summary>
    Up,

    /// <summary>Decreases.</summary>
    Down,
}

/// <summary>A question how large something is said to be.</summary>
public sealed record FigureTrendRequest
{
    /// <summary>Which articles; place and speaker are those of the figure itself.</summary>
    public ArticleFilter Filter { get; init; } = new();

    /// <summary>Words of what is counted; all must be in it, in any form. Null for anything.</summary>
    public string? Counted { get; init; }

    /// <summary>The unit; all money is read in rials. Null for the most frequent one.</summary>
    public string? Unit { get; init; }

    /// <summary>The length of the periods.</summary>
    public TrendGrain Grain { get; init; } = TrendGrain.Month;

    /// <summary>Levels or changes.</summary>
    public FigureChange Change { get; init; }

    /// <summary>The most contradictions listed.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>What a figure was said to be, period by period.</summary>
/// <param name="Unit">The unit of the series, or null where there is no figure.</param>
/// <param name="Total">The figures in it, copies of one story counted once.</param>
/// <param name="Sources">The outlets they come from.</param>
/// <param name="OtherUnits">What the same words were also counted in, and so left out.</param>
/// <param name="Trend">Whether the medians rise or fall.</param>
/// <param name="ContradictionTotal">How many contradictions there are in all.</param>
public sealed record FigureTrend(
    string? Counted, string? Unit, string? Kind, TrendGrain Grain, int Total, int Sources, IReadOnlyList<FigurePoint> Points, IReadOnlyList<UnitCount> OtherUnits, MonotoneTrend Trend,
    string Denominator, string DenominatorFa, string DenominatorEn, int ContradictionTotal, IReadOnlyList<FigureContradiction> Contradictions);

/// <summary>The figures of a period; all but the counts are null where there are none.</summary>
/// <param name="Count">Figures.</param>
/// <param name="Stories">The stories they stand in.</param>
/// <param name="Sum">All added; sensible for payments and events, not for levels told again and again.</param>
/// <param name="Spread">(The largest − the smallest median of an outlet) / their median; null with fewer than two outlets.</param>
public sealed record FigurePoint(
    string Period, string Label, string LabelEn, string Month, DateOnly From, DateOnly To, string FromJalali, string ToJalali,
    int Count, int Stories, decimal? Sum, decimal? Median, decimal? Min, decimal? Max, int Outlets, double? Spread);

/// <summary>A unit and how many figures carry it.</summary>
public sealed record UnitCount(string Unit, int Count);

/// <summary>Figures that cannot all be right: the same thing, unit, place and time with different values from different stories.</summary>
/// <param name="Counted">What is counted.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Period">The time they hold for as the texts say, or the season of publication.</param>
/// <param name="Ratio">The largest over the smallest value.</param>
/// <param name="Values">One for each story, oldest first.</param>
public sealed record FigureContradiction(
    string Counted, string Unit, string? Place, string Period, DateOnly From, DateOnly To, string FromJalali, string ToJalali,
    decimal Min, decimal Max, double Ratio, string Fa, string En, IReadOnlyList<ClaimedValue> Values);

/// <summary>A figure as one source gave it.</summary>
public sealed record ClaimedValue(
    decimal Value, string? Speaker, string? Outlet, string ArticleId, string Url, string? Published, string? PublishedJalali, string Sentence, string FigureId);
