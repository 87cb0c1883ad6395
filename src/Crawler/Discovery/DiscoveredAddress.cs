namespace NewsMiner.Crawler.Discovery;

/// <summary>An article's address as a feed, sitemap or list page announces it.</summary>
/// <param name="Url">The canonical address.</param>
/// <param name="Title">The announced title, or null.</param>
/// <param name="Changed">The announced time of change or publication, as written: another text means another version.</param>
internal sealed record DiscoveredAddress(Uri Url, string? Title = null, string? Changed = null);

/// <summary>What a page of announcements says: articles, and further pages to read.</summary>
internal sealed record Announcement(IReadOnlyList<DiscoveredAddress> Articles, IReadOnlyList<Uri> Further)
{
    public static readonly Announcement Nothing = new([], []);
}
