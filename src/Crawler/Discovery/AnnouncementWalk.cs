using NewsMiner.Crawler.Fetching;
using NewsMiner.Crawler.Frontier;
using NewsMiner.Crawler.Sources;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Crawler.Discovery;

/// <summary>Reads what a source announces (feeds, sitemaps, list pages) into the frontier.</summary>
internal sealed class AnnouncementWalk(CrawlSource source, CrawlerOptions options, HostManners host, CrawlFrontier frontier, SourceBook book, RoundTally tally, TimeProvider time)
{
    private readonly SourceScope scope = new(source);

    /// <summary>Reads the announcements.</summary>
    /// <param name="whole">Reads all of them from the beginning, whatever was read before: the first round, or one after a round that was cut off.</param>
    /// <param name="dueOnly">Leaves alone what was read a short while ago and rarely brings something new.</param>
    /// <returns>True where nothing remained unread that could be had by asking again.</returns>
    public async Task<bool> ReadAsync(bool whole, bool dueOnly, CancellationToken cancellation)
    {
        var pages = new Queue<AnnouncementPage>();
        foreach (var feed in source.Feeds) pages.Enqueue(new(source.Resolve(feed), FeedReader.Read, false));
        foreach (var map in source.Sitemaps) pages.Enqueue(new(source.Resolve(map), SitemapReader.Read, false));
        foreach (var list in source.ListPages) pages.Enqueue(new(source.Resolve(list), ListPageReader.Read, true));
        var (seen, robotsAsked, complete) = (new HashSet<Uri>(), !source.SitemapsOfRobots, true);
        while (seen.Count < options.MaxAnnouncementPages)
        {
            if (pages.Count == 0)
            {
                // robots.txt has been read by now, unless it is all the source has.
                if (robotsAsked) break;
                robotsAsked = true;
                foreach (var map in host.Sitemaps.Where(map => Uri.TryCreate(source.Site, map, out var url) && scope.IsOfSite(url))) pages.Enqueue(new(new(source.Site, map), SitemapReader.Read, false));
                continue;
            }
            var page = pages.Dequeue();
            if (!seen.Add(page.Address)) continue;
            var known = book.Announcement(page.Address);
            if (dueOnly && !whole && known is not null && known.Due > time.GetUtcNow()) continue;
            var (done, further) = await ReadPageAsync(page, known, whole, cancellation).ConfigureAwait(false);
            complete &= done;
            foreach (var next in further) pages.Enqueue(next);
        }
        return complete;
    }

    /// <summary>Reads one page of links into the frontier; null where it could not be had. Used by <see cref="ArchiveWalk"/> too.</summary>
    public async Task<(int Wanted, int New, Announcement Announced)?> ReadLinksAsync(AnnouncementPage page, Validators validators, CancellationToken cancellation)
    {
        var result = await host.FetchAsync(page.Address, validators, cancellation).ConfigureAwait(false);
        if (result is FetchResult.Fetched fetched) return await TakeAsync(page, fetched, cancellation).ConfigureAwait(false);
        Note(page.Address, result);
        return null;
    }

    private async Task<(bool Done, IEnumerable<AnnouncementPage> Further)> ReadPageAsync(AnnouncementPage page, AnnouncementState? known, bool whole, CancellationToken cancellation)
    {
        var result = await host.FetchAsync(page.Address, whole ? Validators.None : SourceBook.Conditions(known), cancellation).ConfigureAwait(false);
        if (result is FetchResult.Unchanged && known is not null)
        {
            await book.NoteUnchangedAsync(source.Id, page.Address, known, cancellation).ConfigureAwait(false);
            return (true, []);
        }
        if (result is not FetchResult.Fetched fetched)
        {
            Note(page.Address, result);
            return (result is not (FetchResult.Failed { Final: false } or FetchResult.PutOff or FetchResult.NotAsked), []);
        }
        if (await TakeAsync(page, fetched, cancellation).ConfigureAwait(false) is not { } taken) return (true, []);
        await book.NoteBodyAsync(source.Id, page.Address, known, fetched, taken.New > 0, cancellation).ConfigureAwait(false);
        // Once all has been seen, a list page that tells nothing new ends the walk back through older ones.
        return (true, page.Bare && taken.New == 0 && !whole ? [] : taken.Announced.Further.Where(scope.IsOfSite).Select(further => page with { Address = further }));
    }

    private async Task<(int Wanted, int New, Announcement Announced)?> TakeAsync(AnnouncementPage page, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        if (Gzip.Open(fetched.Body, options.MaxDecompressedBytes) is not { } bytes)
        {
            tally.Problem($"{page.Address}: a damaged or too large gzip file");
            return null;
        }
        var announced = page.Read(PageDecoder.Decode(bytes, fetched.Headers.GetValueOrDefault("content-type")).Text, fetched.Url);
        DiscoveredAddress[] wanted = [.. announced.Articles.Where(article => scope.Takes(article, page.Bare))];
        var added = await frontier.AddAsync(source.Id, wanted, cancellation).ConfigureAwait(false);
        tally.Count(report => report with { AddressesDiscovered = report.AddressesDiscovered + added });
        tally.Tell(new CrawlEvent.Announced(source.Id, page.Address, wanted.Length, added));
        return (wanted.Length, added, announced);
    }

    private void Note(Uri address, FetchResult result)
    {
        if (result is FetchResult.Disallowed denied) tally.Denied(address, denied.Rule);
        else tally.Problem($"{address}: {result.Words}");
    }
}

/// <summary>A page of announcements and how to read it.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Read">What makes an announcement of its text and address.</param>
/// <param name="Bare">True where it lists links of all kinds, as a web page does.</param>
internal sealed record AnnouncementPage(Uri Address, Func<string, Uri, Announcement> Read, bool Bare);
