using NewsMiner.Crawler.Discovery;
using NewsMiner.Crawler.Fetching;
using NewsMiner.Crawler.Frontier;
using NewsMiner.Crawler.Scheduling;
using NewsMiner.Crawler.Sources;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>One round over one source: read what it announces, then fetch what is due while what came is read and committed.</summary>
internal sealed class SourceRound : IDisposable
{
    /// <summary>Addresses leased at a time.</summary>
    private const int Leased = 32;

    private readonly CrawlSource source;
    private readonly CrawlerOptions options;
    private readonly HostManners host;
    private readonly CrawlFrontier frontier;
    private readonly SourceBook book;
    private readonly NewsDatabase database;
    private readonly NewsStore store;
    private readonly TimeProvider time;
    private readonly RoundTally tally;
    private readonly PageCommitter committer;

    public SourceRound(CrawlSource source, CrawlerOptions options, HostManners host, CrawlFrontier frontier, SourceBook book, NewsDatabase database, NewsStore store, TimeProvider time, IProgress<CrawlEvent>? progress)
    {
        (this.source, this.options, this.host, this.frontier, this.book, this.database, this.store, this.time) = (source, options, host, frontier, book, database, store, time);
        tally = new(source.Id, progress);
        committer = new(source, options, database, store, frontier, book, tally, time);
    }

    /// <summary>Runs the round.</summary>
    public async Task<CrawlReport> RunAsync(CrawlRequest request, CancellationToken cancellation)
    {
        host.SourceDelay = source.Delay;
        if (QuietUntil is { } until)
        {
            tally.Tell(new CrawlEvent.PutOff(source.Id, until, "quiet hours"));
            return tally.Report;
        }
        var last = book.LastRound(source.Id);
        var resumed = request.Since is null && last is { Finished: false } cut && time.GetUtcNow() - cut.Announced < options.ResumeWithin;
        tally.Tell(new CrawlEvent.SourceStarted(source.Id, resumed));
        if (!resumed) await AnnouncementsAsync(request, whole: last is null or { Finished: false }, cancellation).ConfigureAwait(false);
        var fetching = FetchAsync(cancellation);
        // Where committing fails, handing over pages fails because of it: the cause is told.
        await Task.WhenAll(committer.RunAsync(cancellation), fetching).ConfigureAwait(false);
        await host.SaveAsync(cancellation).ConfigureAwait(false);
        if (host.DelayRefused is { } asked) tally.Tell(new CrawlEvent.Warned(source.Id, $"robots.txt asks for a pause of {asked.TotalSeconds:0} s; {options.LongestCrawlDelay.TotalSeconds:0} s are kept"));
        await book.FinishedAsync(source.Id, tally.LastProblem, cancellation).ConfigureAwait(false);
        tally.Count(report => report with { Remaining = frontier.Remaining(source.Id) });
        tally.Tell(new CrawlEvent.SourceFinished(source.Id, tally.Report));
        return tally.Report;
    }

    public void Dispose() => committer.Dispose();

    private DateTimeOffset? QuietUntil => source.QuietHours is { } hours ? TehranHours.Parse(hours)?.EndAfter(time.GetUtcNow()) : null;

    private async Task AnnouncementsAsync(CrawlRequest request, bool whole, CancellationToken cancellation)
    {
        var walk = new AnnouncementWalk(source, options, host, frontier, book, tally, time);
        if (request.Since is { } since) await new ArchiveWalk(source, options, walk, book, tally, time).ReadAsync(since, cancellation).ConfigureAwait(false);
        else if (await walk.ReadAsync(whole, request.DueOnly, cancellation).ConfigureAwait(false)) await book.AnnouncedAsync(source.Id, cancellation).ConfigureAwait(false);
    }

    /// <summary>Fetches what is due, one after the other, until nothing is, or the host is to be left alone for long.</summary>
    private async Task FetchAsync(CancellationToken cancellation)
    {
        var taken = new Queue<FrontierEntry>();
        try
        {
            foreach (var received in await frontier.TakeReceivedAsync(source.Id, options.LeaseTime, cancellation).ConfigureAwait(false)) await committer.AddAsync(received, cancellation).ConfigureAwait(false);
            while (true)
            {
                if ((QuietUntil ?? host.RestsUntil) is { } until)
                {
                    tally.Tell(new CrawlEvent.PutOff(source.Id, until, "the host asked for it, failed too often, or it is not its hour"));
                    return;
                }
                if (taken.Count == 0) taken = new(await frontier.TakeAsync(source.Id, Leased, options.LeaseTime, cancellation).ConfigureAwait(false));
                if (taken.TryPeek(out var entry))
                {
                    await FetchAsync(entry, cancellation).ConfigureAwait(false);
                    taken.Dequeue();
                    continue;
                }
                if (frontier.NextDue(source.Id) is not { } due || due - time.GetUtcNow() > options.LongestWait) return;
                await Task.Delay(due - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), time, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            committer.Complete();
            if (taken.Count > 0) await frontier.GiveBackAsync(taken, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task FetchAsync(FrontierEntry entry, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var result = await host.FetchAsync(entry.Url, entry.Validators, cancellation).ConfigureAwait(false);
        CrawlMeters.Asked(source.Id, result.GetType().Name.ToLowerInvariant(), time.GetElapsedTime(began), result is FetchResult.Fetched { Body.Length: var length } ? length : 0);
        switch (result)
        {
            case FetchResult.Fetched page:
                tally.Count(report => report with { PagesFetched = report.PagesFetched + 1 });
                var received = new ReceivedPage(entry, page, time.GetUtcNow());
                await frontier.ReceiveAsync(source.Id, received, cancellation).ConfigureAwait(false);
                await committer.AddAsync(received, cancellation).ConfigureAwait(false);
                break;
            case FetchResult.Unchanged:
                tally.Count(report => report with { PagesUnchanged = report.PagesUnchanged + 1 });
                await frontier.UnchangedAsync(entry, committer.Again(entry), cancellation).ConfigureAwait(false);
                break;
            case FetchResult.Disallowed disallowed:
                tally.Denied(entry.Url, disallowed.Rule);
                await frontier.DeniedAsync(entry, disallowed.Rule, time.GetUtcNow() + options.RobotsLifetime, cancellation).ConfigureAwait(false);
                break;
            case FetchResult.PutOff or FetchResult.NotAsked:
                if (result is FetchResult.PutOff) tally.Count(report => report with { Failures = report.Failures + 1 });
                else tally.Problem($"{source.Site}: {result.Words}");
                await frontier.FailedAsync(entry, result.Words, host.Next, counts: false, cancellation).ConfigureAwait(false);
                break;
            case FetchResult.Failed failed:
                await FailAsync(entry, failed, cancellation).ConfigureAwait(false);
                break;
        }
    }

    private async Task FailAsync(FrontierEntry entry, FetchResult.Failed failed, CancellationToken cancellation)
    {
        tally.Count(report => report with { Failures = report.Failures + 1 });
        var final = failed.Final || entry.Attempts + 1 >= options.MaxAttempts;
        var again = time.GetUtcNow() + RetryPause.After(entry.Attempts, options.FirstRetryDelay, options.LongestRetryAfter);
        await frontier.FailedAsync(entry, failed.Reason, final ? null : again, counts: true, cancellation).ConfigureAwait(false);
        tally.Tell(new CrawlEvent.Failed(source.Id, entry.Url, failed.Reason, final));
        if (!final) return;
        await database.WriteAsync(transaction =>
        {
            store.Quarantine(transaction, new(entry.Url.AbsoluteUri, source.Id, "failed", failed.Reason, time.GetUtcNow()));
            return 0;
        }, cancellation).ConfigureAwait(false);
        tally.Count(report => report with { Quarantined = report.Quarantined + 1 });
    }
}
