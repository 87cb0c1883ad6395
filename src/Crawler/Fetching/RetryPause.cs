namespace NewsMiner.Crawler.Fetching;

/// <summary>How long to wait before trying again.</summary>
internal static class RetryPause
{
    /// <summary>Twice as long for each attempt before, up to <paramref name="longest"/>, and up to half as long again at random, so that many do not come back at once.</summary>
    public static TimeSpan After(int attempts, TimeSpan first, TimeSpan longest)
    {
        var pause = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 30)), longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(pause * (1 + (Random.Shared.NextDouble() / 2)));
    }
}
