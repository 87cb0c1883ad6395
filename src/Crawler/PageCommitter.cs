using System.Threading.Channels;
using NewsMiner.Crawler.Fetching;
using NewsMiner.Crawler.Frontier;
using NewsMiner.Crawler.Sources;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Addresses;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>
/// Reads the pages of a round and commits them, several in one transaction: page, article, facts, search entries and the frontier's mark
/// together, so that each is there once or not at all.
/// </summary>
internal sealed class PageCommitter(CrawlSource source, CrawlerOptions options, NewsDatabase database, NewsStore store, CrawlFrontier frontier, SourceBook book, RoundTally tally, TimeProvider time) : IDisposable
{
    /// <summary>Pages committed together at most, and pages that wait to be read or to be committed; a long one counts as several.</summary>
    private const int Together = 32, Waiting = 64;

    /// <summary>The time for which pages that were read wait for others to be committed with them: what a transaction costs is much the same for one as for many.</summary>
    private static readonly TimeSpan Gathered = TimeSpan.FromMilliseconds(250);

    /// <summary>A page of so many bytes counts as one more.</summary>
    private const int Long = 256 * 1024;

    private readonly Channel<ReceivedPage> pages = Channel.CreateUnbounded<ReceivedPage>(new() { SingleReader = true });
    private readonly Channel<Task<ReadPage>> readPages = Channel.CreateUnbounded<Task<ReadPage>>(new() { SingleReader = true, SingleWriter = true });
    private readonly SemaphoreSlim room = new(Waiting);
    private readonly SemaphoreSlim readers = new(Environment.ProcessorCount);
    private int handedOver;

    /// <summary>Hands over a page; waits where reading and committing are behind fetching.</summary>
    public async Task AddAsync(ReceivedPage page, CancellationToken cancellation)
    {
        for (var taken = 0; taken < Room(page); taken++) await room.WaitAsync(cancellation).ConfigureAwait(false);
        Interlocked.Increment(ref handedOver);
        await pages.Writer.WriteAsync(page, cancellation).ConfigureAwait(false);
    }

    /// <summary>No more pages will come.</summary>
    public void Complete() => pages.Writer.TryComplete();

    /// <summary>Reads and commits until no more pages come; while some are committed the next are read. Where both fail, the first failure told is that of committing, which stops the other.</summary>
    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(CommitAllAsync(cancellation), ReadAllAsync(cancellation));

    /// <inheritdoc/>
    public void Dispose()
    {
        room.Dispose();
        readers.Dispose();
    }

    /// <summary>Pages are read on all processors, and committed in the order in which they came.</summary>
    private async Task ReadAllAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                await readers.WaitAsync(cancellation).ConfigureAwait(false);
                await readPages.Writer.WriteAsync(Task.Run(() => Read(page), CancellationToken.None), cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            readPages.Writer.TryComplete();
        }
    }

    private async Task CommitAllAsync(CancellationToken cancellation)
    {
        try
        {
            while (await readPages.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
            {
                var read = await GatherAsync(cancellation).ConfigureAwait(false);
                await CommitAsync(read, cancellation).ConfigureAwait(false);
                Interlocked.Add(ref handedOver, -read.Count);
                room.Release(read.Sum(page => Room(page.Received)));
            }
        }
        finally
        {
            // Nobody is left waiting to hand over a page when committing has stopped.
            pages.Writer.TryComplete();
            readPages.Writer.TryComplete();
            room.Release(Waiting);
            while (readPages.Reader.TryRead(out var left)) await left.ConfigureAwait(false);
        }
    }

    /// <summary>Pages to be committed together: those that are being read, and as many as come soon after the first.</summary>
    private async Task<List<ReadPage>> GatherAsync(CancellationToken cancellation)
    {
        var gathered = new List<ReadPage>(Together);
        using var soon = new CancellationTokenSource(Gathered);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, soon.Token);
        try
        {
            while (gathered.Count < Together)
            {
                var areRead = Volatile.Read(ref handedOver) > gathered.Count;
                if (!areRead && room.CurrentCount == 0) break;
                if (!await readPages.Reader.WaitToReadAsync(areRead ? cancellation : either.Token).ConfigureAwait(false)) break;
                if (readPages.Reader.TryRead(out var page)) gathered.Add(await page.ConfigureAwait(false));
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing more came in time.
        }
        return gathered;
    }

    private static int Room(ReceivedPage page) => Math.Min(Waiting, 1 + (page.Page.Body.Length / Long));

    private async Task CommitAsync(IReadOnlyList<ReadPage> pages, CancellationToken cancellation)
    {
        var outcomes = await database.WriteAsync(transaction =>
        {
            var committed = new CommitOutcome?[pages.Count];
            for (var i = 0; i < pages.Count; i++) committed[i] = Commit(transaction, pages[i]);
            return committed;
        }, cancellation).ConfigureAwait(false);
        await frontier.ForgetAsync(pages.Select(page => page.Received), cancellation).ConfigureAwait(false);
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i] is ReadPage.Article article) tally.Committed(article.Received.Entry.Url, article.Analyzed, outcomes[i]!.Value);
            else if (pages[i] is ReadPage.Other other) tally.Quarantined(other.Received.Entry.Url, other.Kind, other.Reason);
        }
    }

    private CommitOutcome? Commit(Microsoft.Data.Sqlite.SqliteTransaction transaction, ReadPage read)
    {
        var entry = read.Received.Entry;
        CrawlFrontier.Done(transaction, entry, Validators.Of(read.Received.Page.Headers), Again(entry));
        if (read is ReadPage.Other other)
        {
            store.Quarantine(transaction, new(entry.Url.AbsoluteUri, source.Id, other.Kind, other.Reason, read.Received.At));
            return null;
        }
        var article = (ReadPage.Article)read;
        store.ClearQuarantine(transaction, entry.Url.AbsoluteUri);
        var kept = new KeptPage(article.Analyzed.Article.CanonicalUrl!, read.Received.At, 200, read.Received.Page.Headers, read.Received.Page.Body, source.Id);
        var outcome = store.Commit(transaction, kept, article.Analyzed, time.GetUtcNow());
        if (outcome == CommitOutcome.Added) book.CountArticle(transaction, source.Id);
        return outcome;
    }

    /// <summary>When to look again of our own accord: after a pause that doubles, a few times, and only where no announcement would tell of a change.</summary>
    public DateTimeOffset? Again(FrontierEntry entry) =>
        entry.IsAnnounced || entry.Revisits >= options.MaxRevisits ? null : time.GetUtcNow() + (options.RevisitAfter * Math.Pow(2, entry.Revisits));

    /// <summary>A page on which reading itself fails is set aside with the reason; it never stops the run.</summary>
    private ReadPage Read(ReceivedPage received)
    {
        try
        {
            var page = received.Page;
            var decoded = PageDecoder.Decode(page.Body, page.Headers.GetValueOrDefault("content-type"));
            return ArticleReader.Read(decoded.Text, page.Url) switch
            {
                ReadResult.Found found => new ReadPage.Article(received, ArticleAnalyzer.Analyze(Known(found.Article, page.Url))),
                ReadResult.NotAnArticle other => new ReadPage.Other(received, other.Kind, other.Reason),
                _ => throw new InvalidOperationException("ReadResult is closed"),
            };
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            return new ReadPage.Other(received, "broken", $"reading it failed: {broken.GetType().Name}: {broken.Message}");
        }
        finally
        {
            readers.Release();
        }
    }

    /// <summary>The article under its own address: a page that names another site or its home page as canonical does not speak of itself.</summary>
    private Article Known(Article article, Uri url)
    {
        var canonical = article.CanonicalUrl;
        if (canonical is null || CanonicalAddress.Site(canonical) != CanonicalAddress.Site(url) || canonical.PathAndQuery == "/")
        {
            canonical = CanonicalAddress.Of(url) ?? url;
            article = article with { Id = ArticleId.FromAddress(canonical), CanonicalUrl = canonical };
        }
        return article with { Outlet = source.Outlet, Province = article.Province ?? source.Province };
    }

    private abstract record ReadPage(ReceivedPage Received)
    {
        public sealed record Article(ReceivedPage Received, AnalyzedArticle Analyzed) : ReadPage(Received);

        public sealed record Other(ReceivedPage Received, string Kind, string Reason) : ReadPage(Received);
    }
}
