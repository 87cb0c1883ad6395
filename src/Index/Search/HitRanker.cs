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
        var copies = fold && searched.ClusterCapacity > 0 ? new int[searched.ClusterCapacity] : [];
        var matches = copies.Length > 0 ? Folded(found, copies) : found;
        var top = new PriorityQueue<int, (double Sort, int Number)>(limit + 1);
        var worst = (Sort: double.NegativeInfinity, Number: int.MinValue);
        for (var i = 0; i < matches.Count && limit > 0; i++)
        {
            var sort = Sort(matches, i);
            if (sort < worst.Sort) continue;
            var key = (sort, matches.Numbers[i]);
            if (key.CompareTo(worst) <= 0 || (after is { } place && key.CompareTo(place) >= 0)) continue;
            if (top.Count < limit) top.Enqueue(i, key);
            else top.DequeueEnqueue(i, key);
            if (top.Count == limit) top.TryPeek(out _, out worst);
        }
        var hits = new RankedHit[top.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            top.TryDequeue(out var index, out var key);
            hits[i] = new(key.Number, key.Sort, copies.Length > 0 && searched.Cluster(key.Number) is var cluster and not 0 ? copies[cluster] : 1);
        }
        return new(matches.Count, matches.Numbers.AsMemory(0, matches.Count), hits);
    }

    /// <summary>The best of each cluster, in ascending order, and the number of copies by cluster.</summary>
    private Matches Folded(Matches found, int[] copies)
    {
        var best = new int[copies.Length];
        for (var i = 0; i < found.Count; i++)
        {
            var cluster = searched.Cluster(found.Numbers[i]);
            if (cluster == 0) continue;
            if (copies[cluster]++ == 0 || Comes(found, i, best[cluster])) best[cluster] = i;
        }
        var folded = new MatchList(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var cluster = searched.Cluster(found.Numbers[i]);
            if (cluster == 0 || best[cluster] == i) folded.Add(found.Numbers[i], found.Scores[i]);
        }
        return folded.ToMatches();
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
