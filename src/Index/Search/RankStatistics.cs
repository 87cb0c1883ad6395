namespace NewsMiner.Index.Search;

/// <summary>The figures of the whole collection that scores depend on. A cursor carries those of its first page, so that later pages go on in the same order.</summary>
/// <param name="Count">The number of articles or facts.</param>
/// <param name="AverageLength">Their average number of words.</param>
/// <param name="NewestDay">The last day of publication.</param>
/// <param name="Below">Those with this number or a higher one arrived later and are left out.</param>
/// <param name="Frequencies">In how many each sought part of the query stands, in the order of <see cref="SearchQuery.Scored"/>.</param>
internal sealed record RankStatistics(long Count, float AverageLength, int NewestDay, int Below, IReadOnlyList<int> Frequencies)
{
    public static RankStatistics Of(Searched searched, SearchQuery query) =>
        new(searched.Count, searched.AverageLength, searched.NewestDay, searched.Capacity, [.. query.Scored.Select(node => searched.Find(node).Count)]);
}
