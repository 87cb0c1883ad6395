namespace NewsMiner.Index.Search;

/// <summary>An article or fact at its place in the answer.</summary>
internal readonly record struct RankedHit(int Number, double Sort, int Copies, bool Partly = false);

/// <summary>What was found, in order.</summary>
/// <param name="Total">How many there are, near-duplicates folded.</param>
/// <param name="Folded">All of them, unordered.</param>
/// <param name="Hits">The part asked for.</param>
internal sealed record Ranking(int Total, ReadOnlyMemory<int> Folded, IReadOnlyList<RankedHit> Hits);

/// <summary>Orders matches, folds near-duplicates into the best or first of their cluster and cuts out the part behind a cursor.</summary>
internal sealed class HitRanker(Searched searched, SearchOrder order, bool byScore, bool fold)
{
    /// <summary>The first <paramref name="limit"/> behind a place of the order.</summary>
    public Ranking Rank(Matches found, (double Sort, int Number)? after, int limit)
    {
        var stories = fold && searched.HasClusters ? new FoldedStories(searched, found, (first, second) => Comes(found, first, second)) : null;
        var matches = stories?.Matches ?? found;
        var hits = Top(matches, after, limit);
        if (stories is not null)
        {
            var clusters = new int[1];
            foreach (ref var hit in hits.AsSpan())
            {
                searched.Clusters([hit.Number], clusters);
                hit = hit with { Copies = stories.Copies(clusters[0]) };
            }
        }
        return new(matches.Count, matches.Numbers.AsMemory(0, matches.Count), hits);
    }

    private RankedHit[] Top(Matches matches, (double Sort, int Number)? after, int limit)
    {
        var top = new PriorityQueue<int, (double Sort, int Number)>(limit + 1);
        var worst = (Sort: double.NegativeInfinity, Number: int.MinValue);
        var (scored, scores) = (order == SearchOrder.Relevance && byScore, matches.Scores);
        for (var i = 0; i < matches.Count && limit > 0; i++)
        {
            if (scored && scores[i] < worst.Sort) continue;
            var key = (Sort: Sort(matches, i), matches.Numbers[i]);
            if (key.CompareTo(worst) <= 0 || (after is { } place && key.CompareTo(place) >= 0)) continue;
            if (top.Count < limit) top.Enqueue(i, key);
            else top.DequeueEnqueue(i, key);
            if (top.Count == limit) top.TryPeek(out _, out worst);
        }
        var hits = new RankedHit[top.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            top.TryDequeue(out _, out var key);
            hits[i] = new(key.Number, key.Sort, Copies: 1);
        }
        return hits;
    }

    private bool Comes(Matches matches, int first, int second) => searched.Published(matches.Numbers[first]) is { } one && searched.Published(matches.Numbers[second]) is { } other
        ? (one, matches.Numbers[first]).CompareTo((other, matches.Numbers[second])) < 0
        : (Sort(matches, first), matches.Numbers[first]).CompareTo((Sort(matches, second), matches.Numbers[second])) > 0;

    private double Sort(Matches matches, int index)
    {
        if (order == SearchOrder.Relevance && byScore) return matches.Scores[index];
        var day = searched.Day(matches.Numbers[index]);
        return order == SearchOrder.Oldest ? (day == Entry.NoDay ? -9_999_999 : -day) : (day == Entry.NoDay ? 0 : day);
    }
}
