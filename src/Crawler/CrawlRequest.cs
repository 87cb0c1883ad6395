namespace NewsMiner.Crawler;

/// <summary>What a round is to do besides fetching what is due.</summary>
/// <param name="Since">The first Tehran day of the archive to walk through, or null for what the sources announce now.</param>
/// <param name="DueOnly">Leaves alone announcements that rarely bring something new and were read a short while ago.</param>
public sealed record CrawlRequest(DateOnly? Since = null, bool DueOnly = false)
{
    /// <summary>Everything the sources announce now.</summary>
    public static readonly CrawlRequest Now = new();
}
