using System.Text.Json.Serialization;

namespace NewsMiner.Index.Trends;

/// <summary>What a series counts.</summary>
public enum TrendMeasure
{
    /// <summary>Articles.</summary>
    Articles,

    /// <summary>Stories: copies are one, counted when the first appeared.</summary>
    Clusters,

    /// <summary>Different outlets.</summary>
    Outlets,

    /// <summary>Statements in the articles.</summary>
    Statements,

    /// <summary>Figures in the articles.</summary>
    Figures,

    /// <summary>Pledges in the articles.</summary>
    Pledges,
}

/// <summary>Which numbers of a series the tests for trend and change look at.</summary>
public enum TrendValue
{
    /// <summary>The share of the output.</summary>
    Share,

    /// <summary>The counts themselves.</summary>
    Count,
}

/// <summary>How bursts are found.</summary>
public enum BurstForm
{
    /// <summary>Period by period, against the output of each.</summary>
    Batched,

    /// <summary>By the gaps between single articles.</summary>
    Gaps,
}

/// <summary>A question about how often something was written about.</summary>
public sealed record TermTrendRequest
{
    /// <summary>The most queries of one question.</summary>
    public const int MaxQueries = 5;

    /// <summary>The most periods of one answer.</summary>
    public const int MaxPeriods = 4000;

    /// <summary>The queries, each a series; all articles where there are none.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>What holds for all of them; its query is left out.</summary>
    public ArticleFilter Filter { get; init; } = new();

    /// <summary>The length of the periods.</summary>
    public TrendGrain Grain { get; init; } = TrendGrain.Month;

    /// <summary>What is counted.</summary>
    public TrendMeasure Measure { get; init; }

    /// <summary>What the tests look at; where nothing narrows the articles, always the counts.</summary>
    public TrendValue Value { get; init; }

    /// <summary>How bursts are found.</summary>
    public BurstForm Burst { get; init; }
}

/// <summary>Series of one or more queries over the same periods.</summary>
/// <param name="Query">The first query as read; null where all articles are meant.</param>
/// <param name="Points">The first series.</param>
/// <param name="Denominator">What a share is relative to, in words.</param>
/// <param name="From">The first day of the first period, or null where there are none.</param>
/// <param name="To">The last day of the last.</param>
/// <param name="Series">One for each query, in order.</param>
public sealed record TermTrend(
    string? Query, IReadOnlyList<TrendPoint> Points, string Denominator, TrendGrain Grain, TrendMeasure Measure, TrendValue Value,
    DateOnly? From, DateOnly? To, string? FromJalali, string? ToJalali, IReadOnlyList<TermSeries> Series);

/// <summary>One period of a series.</summary>
/// <param name="Period">See the grain: <c>1402-05-10</c>, <c>1402-05</c>, <c>1402-S2</c>, <c>1402</c>.</param>
/// <param name="Label">The period in Persian.</param>
/// <param name="Month">The Jalali month of its first day, yyyy-MM.</param>
/// <param name="Count">What matches; null where the sources published nothing at all.</param>
/// <param name="Output">The same sources' whole output.</param>
/// <param name="Share">Count over output, 0 to 1; null where output is 0.</param>
/// <param name="Burst">The level of a burst; 0 for none.</param>
public sealed record TrendPoint(
    string Period, string Label, string LabelEn, string Month, DateOnly From, DateOnly To, string FromJalali, string ToJalali,
    long? Count, long Output, double? Share, int Burst);

/// <summary>The series of a query and what its curve means.</summary>
/// <param name="Query">The query as read; null where all articles are meant.</param>
/// <param name="Total">What matches in all periods together; of outlets, the different ones.</param>
/// <param name="OutputTotal">The whole output of the same sources.</param>
/// <param name="Denominator">What a share is relative to, in Persian and English.</param>
public sealed record TermSeries(
    string? Query, long Total, long OutputTotal, IReadOnlyList<TrendPoint> Points, string Denominator, string DenominatorFa, string DenominatorEn,
    Bursts Bursts, Spikes Spikes, MonotoneTrend Trend, ChangePoint ChangePoint);

/// <summary>The bursts of a series, strongest first.</summary>
public sealed record Bursts(Finding Finding, IReadOnlyList<Burst> Items);

/// <summary>A stretch of time in which the share lay well above that of the whole series.</summary>
/// <param name="Level">How many times the base was multiplied: 1 is at least about twice.</param>
/// <param name="Weight">How much better the burst explains the counts than the base, in nats.</param>
/// <param name="P">The chance of so many in it where it is like the rest, times the number of periods.</param>
/// <param name="Count">What matches in it.</param>
/// <param name="Output">The output in it.</param>
public sealed record Burst(DateOnly From, DateOnly To, string FromJalali, string ToJalali, int Level, double Weight, double P, long Count, long Output, string Fa, string En);

/// <summary>The days that stand out against the fourteen before, least likely first.</summary>
public sealed record Spikes(Finding Finding, IReadOnlyList<Spike> Items);

/// <summary>A day that stands out.</summary>
/// <param name="Expected">What the fourteen days before let one expect of a day with such an output.</param>
/// <param name="Before">What matched in those days.</param>
/// <param name="P">Adjusted for the number of days tested.</param>
public sealed record Spike(DateOnly Day, string DayJalali, long Count, double Expected, long Before, double P, string Fa, string En);

/// <summary>Whether a series rises or falls: verdict <c>up</c>, <c>down</c>, <c>none</c> or <c>tooLittleData</c>.</summary>
public sealed record MonotoneTrend : Finding
{
    /// <summary>Rising pairs of periods less falling ones.</summary>
    [JsonPropertyName("s")]
    public double? Score { get; init; }

    /// <summary>The variance of the score, corrected for autocorrelation where there is any.</summary>
    public double? Variance { get; init; }

    /// <summary>The score over the number of pairs, −1 to 1.</summary>
    public double? Tau { get; init; }

    /// <summary>The score in standard deviations.</summary>
    public double? Z { get; init; }

    /// <summary>The change from one period to the next (Theil-Sen).</summary>
    public double? Slope { get; init; }

    /// <summary>The value at the first period.</summary>
    public double? Intercept { get; init; }

    /// <summary>Whether the variance was corrected.</summary>
    public bool Autocorrelated { get; init; }

    /// <summary>The same with like months or seasons compared alone; null where the series is shorter than three years or of another grain.</summary>
    public SeasonalTrend? Seasonal { get; init; }
}

/// <summary>Whether a series rises or falls where only like months, or like seasons, of different years are compared.</summary>
/// <param name="Verdict"><c>up</c>, <c>down</c> or <c>none</c>.</param>
/// <param name="N">The values compared.</param>
/// <param name="SlopePerYear">The median change from one year to the next.</param>
public sealed record SeasonalTrend(string Verdict, string Fa, string En, string Method, int N, double P, double Z, double Tau, double SlopePerYear);

/// <summary>Where the level of a series changed: verdict <c>change</c>, <c>none</c> or <c>tooLittleData</c>.</summary>
public sealed record ChangePoint : Finding
{
    /// <summary>The first period of the new level, or null.</summary>
    public string? Period { get; init; }

    /// <summary>Its first day, or null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Pettitt's statistic.</summary>
    public double? U { get; init; }

    /// <summary>The median before.</summary>
    public double? Before { get; init; }

    /// <summary>The median from then on.</summary>
    public double? After { get; init; }
}
