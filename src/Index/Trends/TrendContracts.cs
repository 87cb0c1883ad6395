namespace NewsMiner.Index.Trends;

/// <summary>The number of articles of a query in each Jalali month, beside all articles of the same sources.</summary>
/// <param name="Query">The query as read.</param>
/// <param name="Points">One for each month from the first to the last with any output, in order.</param>
/// <param name="Denominator">What a share is relative to, in words.</param>
public sealed record TermTrend(string? Query, IReadOnlyList<TrendPoint> Points, string Denominator);

/// <summary>One Jalali month of a trend.</summary>
/// <param name="Month">Jalali yyyy-MM.</param>
/// <param name="From">Its first day, Gregorian.</param>
/// <param name="Count">Articles that match; null where the sources published nothing at all.</param>
/// <param name="Output">All articles of the same filter without the query.</param>
/// <param name="Share">Count over output, 0 to 1; null where output is 0.</param>
public sealed record TrendPoint(string Month, DateOnly From, long? Count, long Output, double? Share);
