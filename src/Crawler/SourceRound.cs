using NewsMiner.Crawler.Discovery;
using NewsMiner.Crawler.Fetching;
using NewsMiner.Crawler.Frontier;
using NewsMiner.Crawler.Scheduling;
using NewsMiner.Crawler.Sources;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>One round over one source: read what it announces, then fetch what is due, each page committed with its article and its place in the frontier.</summary>
internal sealed class SourceRound(
    CrawlSource source, CrawlerOptions options, HostPace host, CrawlFrontier frontier, NewsDatabase database, NewsStore store, TimeProvider time, IProgress<CrawlEvent>? progress)
{
    private readonly SourceScope scope = new(source);
    private readonly Dictionary<string, int> facts = [];
    private readonly List<string> problems = [];
    private CrawlReport report = new() { Sources = 1 };

    public async Task<CrawlReport> RunAsync(CancellationToken cancellation)
    {
        host.SourceDelay = source.Delay;
        if (source.QuietHours is { } hours && TehranHours.Parse(hours)?.EndAfter(time.GetUtcNow()) is { } until)
        {
            progress?.Report(new CrawlEvent.PutOff(source.Id, until, "quiet hours"));
            return report;
        }
        var last = frontier.LastRound(source.Id);
        var resumed = last is { Finished: false } cut && time.GetUtcNow() - cut.Announced < options.ResumeWithin;
        progress?.Report(new CrawlEvent.SourceStarted(source.Id, resumed));
        if (!resumed) await AnnouncementsAsync(firstRound: last is null, cancellation).ConfigureAwait(false);
        await ArticlesAsync(cancellation).ConfigureAwait(false);
        await frontier.FinishedAsync(source.Id, problems.LastOrDefault(), cancellation).ConfigureAwait(false);
        report = report with { FactsByKind = facts, Problems = problems, Remaining = frontier.Remaining(source.Id) };
        progress?.Report(new CrawlEvent.SourceFinished(source.Id, report));
        return report;
    }

    private async Task AnnouncementsAsync(bool firstRound, CancellationToken cancellation)
    {
        var pages = new Queue<(Uri Url, Func<string, Uri, Announcement> Read, bool Bare)>();
        foreach (var feed in source.Feeds) pages.Enqueue((source.Resolve(feed), FeedReader.Read, false));
        foreach (var map in source.Sitemaps) pages.Enqueue((source.Resolve(map), SitemapReader.Read, false));
        foreach (var list in source.ListPages) pages.Enqueue((source.Resolve(list), ListPageReader.Read, true));
        var (seen, robotsAsked, failed) = (new HashSet<Uri>(), !source.SitemapsOfRobots, false);
        while (seen.Count < options.MaxAnnouncementPages)
        {
            if (pages.Count == 0)
            {
                // robots.txt has been read by now, unless it is all the source has.
                if (robotsAsked) break;
                robotsAsked = true;
                foreach (var map in host.Sitemaps.Where(map => Uri.TryCreate(source.Site, map, out var url) && scope.IsOfSite(url))) pages.Enqueue((new(source.Site, map), SitemapReader.Read, false));
                continue;
            }
            var (address, read, bare) = pages.Dequeue();
            if (!seen.Add(address)) continue;
            var result = await host.FetchAsync(address, null, null, cancellation).ConfigureAwait(false);
            if (result is not FetchResult.Fetched page)
            {
                failed |= result is FetchResult.Failed { Final: false } or FetchResult.PutOff;
                Problem(address, result);
                continue;
            }
            if (Gzip.Open(page.Body, options.MaxDecompressedBytes) is not { } bytes)
            {
                problems.Add($"{address}: a damaged or too large gzip file");
                continue;
            }
            var announced = read(PageDecoder.Decode(bytes, page.Headers.GetValueOrDefault("content-type")).Text, page.Url);
            DiscoveredAddress[] wanted = [.. announced.Articles.Where(article => scope.Takes(article, bare))];
            var added = await frontier.AddAsync(source.Id, wanted, cancellation).ConfigureAwait(false);
            report = report with { AddressesDiscovered = report.AddressesDiscovered + added };
            progress?.Report(new CrawlEvent.Announced(source.Id, address, wanted.Length, added));
            // Once all has been seen, a list page that tells nothing new ends the walk back through older ones.
            if (!bare || added > 0 || firstRound) foreach (var further in announced.Further.Where(scope.IsOfSite)) pages.Enqueue((further, read, bare));
        }
        if (!failed) await frontier.AnnouncedAsync(source.Id, cancellation).ConfigureAwait(false);
    }

    private async Task ArticlesAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (host.Next - time.GetUtcNow() > options.LongestWait)
            {
                progress?.Report(new CrawlEvent.PutOff(source.Id, host.Next, "the host asked for it, or failed too often"));
                return;
            }
            if (await frontier.TakeAsync(source.Id, options.LeaseTime, cancellation).ConfigureAwait(false) is { } entry)
            {
                await ArticleAsync(entry, cancellation).ConfigureAwait(false);
                continue;
            }
            if (frontier.NextDue(source.Id) is not { } due || due - time.GetUtcNow() > options.LongestWait) return;
            await Task.Delay(due - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task ArticleAsync(FrontierEntry entry, CancellationToken cancellation)
    {
        switch (await host.FetchAsync(entry.Url, entry.EntityTag, entry.LastModified, cancellation).ConfigureAwait(false))
        {
            case FetchResult.Fetched page:
                report = report with { PagesFetched = report.PagesFetched + 1 };
                await CommitAsync(entry, page, cancellation).ConfigureAwait(false);
                break;
            case FetchResult.Unchanged:
                report = report with { PagesUnchanged = report.PagesUnchanged + 1 };
                await database.WriteAsync(transaction => Done(transaction, entry, entry.EntityTag, entry.LastModified), cancellation).ConfigureAwait(false);
                break;
            case FetchResult.Disallowed disallowed:
                report = report with { RobotsDenied = report.RobotsDenied + 1 };
                progress?.Report(new CrawlEvent.Denied(source.Id, entry.Url, disallowed.Rule));
                await frontier.FailedAsync(entry, "robots.txt: " + disallowed.Rule, null, counts: false, cancellation).ConfigureAwait(false);
                break;
            case FetchResult.PutOff off:
                report = report with { Failures = report.Failures + 1 };
                await frontier.FailedAsync(entry, $"status {(int)off.Status}", host.Next, counts: false, cancellation).ConfigureAwait(false);
                break;
            case FetchResult.Failed failed:
                await FailAsync(entry, failed, cancellation).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Page, article, facts, search entries and the frontier's mark are one transaction.</summary>
    private async Task CommitAsync(FrontierEntry entry, FetchResult.Fetched page, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (tag, modified) = (page.Headers.GetValueOrDefault("etag"), page.Headers.GetValueOrDefault("last-modified"));
        var decoded = PageDecoder.Decode(page.Body, page.Headers.GetValueOrDefault("content-type"));
        var read = ArticleReader.Read(decoded.Text, page.Url);
        if (read is ReadResult.NotAnArticle other)
        {
            report = report with { Quarantined = report.Quarantined + 1 };
            progress?.Report(new CrawlEvent.Quarantined(source.Id, entry.Url, other.Kind, other.Reason));
            await database.WriteAsync(transaction =>
            {
                store.Quarantine(transaction, new(entry.Url.AbsoluteUri, source.Id, other.Kind, other.Reason, now));
                return Done(transaction, entry, tag, modified);
            }, cancellation).ConfigureAwait(false);
            return;
        }
        var found = (ReadResult.Found)read;
        var article = found.Article with { Outlet = source.Outlet, Province = found.Article.Province ?? source.Province };
        var analyzed = ArticleAnalyzer.Analyze(article);
        var kept = new KeptPage(article.CanonicalUrl ?? page.Url, now, 200, page.Headers, page.Body, source.Id);
        var outcome = await database.WriteAsync(transaction =>
        {
            store.ClearQuarantine(transaction, entry.Url.AbsoluteUri);
            var committed = store.Commit(transaction, kept, analyzed, now);
            Done(transaction, entry, tag, modified);
            return committed;
        }, cancellation).ConfigureAwait(false);
        Count(outcome, analyzed);
        progress?.Report(new CrawlEvent.ArticleCommitted(source.Id, entry.Url, article.Title, outcome));
    }

    private async Task FailAsync(FrontierEntry entry, FetchResult.Failed failed, CancellationToken cancellation)
    {
        report = report with { Failures = report.Failures + 1 };
        var final = failed.Final || entry.Attempts + 1 >= options.MaxAttempts;
        // Twice as long each time, and up to a quarter more at random, so that many addresses do not come back at once.
        var pause = options.FirstRetryDelay * Math.Pow(2, entry.Attempts) * (1 + (Math.Abs(entry.Identity.GetHashCode(StringComparison.Ordinal) % 100) / 400.0));
        await frontier.FailedAsync(entry, failed.Reason, final ? null : time.GetUtcNow() + pause, counts: true, cancellation).ConfigureAwait(false);
        progress?.Report(new CrawlEvent.Failed(source.Id, entry.Url, failed.Reason, final));
        if (!final) return;
        await database.WriteAsync(transaction =>
        {
            store.Quarantine(transaction, new(entry.Url.AbsoluteUri, source.Id, "failed", failed.Reason, time.GetUtcNow()));
            return 0;
        }, cancellation).ConfigureAwait(false);
        report = report with { Quarantined = report.Quarantined + 1 };
    }

    private void Count(CommitOutcome outcome, AnalyzedArticle analyzed)
    {
        report = outcome switch
        {
            CommitOutcome.Added => report with { ArticlesAdded = report.ArticlesAdded + 1 },
            CommitOutcome.Updated => report with { ArticlesUpdated = report.ArticlesUpdated + 1 },
            _ => report with { ArticlesUnchanged = report.ArticlesUnchanged + 1 },
        };
        if (outcome == CommitOutcome.Unchanged) return;
        foreach (var (kind, count) in new[] { ("official", analyzed.Officials.Count), ("statement", analyzed.Statements.Count), ("figure", analyzed.Figures.Count), ("pledge", analyzed.Pledges.Count) })
            facts[kind] = facts.GetValueOrDefault(kind) + count;
    }

    /// <summary>An announcement page that robots.txt forbids is obeyed and counted, no fault of the crawl.</summary>
    private void Problem(Uri address, FetchResult result)
    {
        switch (result)
        {
            case FetchResult.Disallowed disallowed:
                report = report with { RobotsDenied = report.RobotsDenied + 1 };
                progress?.Report(new CrawlEvent.Denied(source.Id, address, disallowed.Rule));
                break;
            case FetchResult.Failed failed:
                problems.Add($"{address}: {failed.Reason}");
                break;
            case FetchResult.PutOff off:
                problems.Add($"{address}: status {(int)off.Status}");
                break;
        }
    }

    private static int Done(Microsoft.Data.Sqlite.SqliteTransaction transaction, FrontierEntry entry, string? tag, string? modified)
    {
        CrawlFrontier.Done(transaction, entry, tag, modified);
        return 0;
    }
}
