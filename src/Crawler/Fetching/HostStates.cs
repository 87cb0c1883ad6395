using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Fetching;

/// <summary>What is remembered of a host from one start to the next.</summary>
/// <param name="Robots">The body of its robots.txt, empty where it has none, null where it was never read.</param>
/// <param name="RobotsUntil">Until when that is trusted.</param>
/// <param name="Next">When it may be asked again.</param>
/// <param name="Day">The Tehran day of <paramref name="Requests"/>, as days since 0001-01-01.</param>
/// <param name="Requests">The requests sent to it on that day.</param>
internal sealed record HostState(byte[]? Robots, DateTimeOffset RobotsUntil, DateTimeOffset Next, int Day, int Requests)
{
    public static readonly HostState Unknown = new(null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 0, 0);
}

/// <summary>The hosts in the store's own file.</summary>
internal sealed class HostStates(NewsDatabase database)
{
    public HostState Of(string authority) => database.Read(connection => connection.Rows(
        "SELECT robots, robots_until, next_at, day, requests FROM host WHERE authority = $authority",
        row => new HostState(row.IsDBNull(0) ? null : ArticleBlob.Decompress((byte[])row.GetValue(0)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetInt32(3), row.GetInt32(4)), ("$authority", authority)).FirstOrDefault()) ?? HostState.Unknown;

    public Task<int> SaveAsync(string authority, HostState state, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("INSERT OR REPLACE INTO host VALUES ($authority, $robots, $until, $next, $day, $requests)",
            ("$authority", authority), ("$robots", state.Robots is { } robots ? ArticleBlob.Compress(robots) : null), ("$until", state.RobotsUntil.ToUnixTimeMilliseconds()),
            ("$next", state.Next.ToUnixTimeMilliseconds()), ("$day", state.Day), ("$requests", state.Requests)), cancellation);
}
