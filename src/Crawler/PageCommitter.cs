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
internal sealed class PageCommitter(CrawlSource source, CrawlerOptions options, NewsDatabase database, NewsStore store, CrawlFrontier frontier, SourceBook book, RoundTally tally, TimeProvider time)
{
    /// <summary>Pages that wait to be read at most, and pages committed together at most.</summary>
    private const int Waiting = 8, Together = 8;

    private readonly Channel<ReceivedPage> pages = Channel.CreateBounded<ReceivedPage>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    /// <summary>Hands over a page; waits where reading is behind fetching.</summary>
    public ValueTask AddAsync(ReceivedPage page, CancellationToken cancellation) => pages.Writer.WriteAsync(page, cancellation);

    /// <summary>No more pages will come.</summary>
    public void Complete() => pages.Writer.TryComplete();

    /// <summary>Reads and commits until no more pages come.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (await pages.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
            {
                var read = new List<ReadPage>(Together);
                while (read.Count < Together && pages.Reader.TryRead(out var page)) read.Add(Read(page));
                await CommitAsync(read, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            // A fetcher that waits to hand over a page is not left waiting when committing has stopped.
            pages.Writer.TryComplete();
        }
    }

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
