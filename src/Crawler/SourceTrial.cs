using NewsMiner.Crawler.Sources;
using NewsMiner.Index;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>A dry run of a source: what robots.txt says, what its announcements hold, and what one article gives. Nothing is kept.</summary>
/// <param name="Lines">What was found, a line each.</param>
/// <param name="Succeeded">Whether an article was read.</param>
public sealed record SourceTrial(IReadOnlyList<string> Lines, bool Succeeded)
{
    /// <summary>Tries a source with the manners of a real crawl, in a store that is thrown away.</summary>
    public static async Task<SourceTrial> RunAsync(CrawlSource source, CrawlerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var folder = Directory.CreateTempSubdirectory("newsminer-trial-");
        try
        {
            using var database = NewsDatabase.Open(Path.Combine(folder.FullName, "trial.db"));
            var store = new NewsStore(database);
            options.LongestWait = TimeSpan.FromSeconds(30);
            options.MaxAnnouncementPages = source.Feeds.Count + source.Sitemaps.Count + source.ListPages.Count + (source.SitemapsOfRobots ? 2 : 0);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var watcher = new Watcher(stop);
            using var crawler = new NewsCrawler(database, store, options, time);
            try
            {
                var report = await crawler.RunOnceAsync([source with { Enabled = true }], watcher, stop.Token).ConfigureAwait(false);
                watcher.Lines.AddRange(report.Problems.Select(problem => "problem: " + problem));
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // One article is enough to see what the source gives.
            }
            foreach (var found in store.Articles(new ArticleFilter(), cancellation).Take(1))
            {
                var article = found.Article;
                watcher.Lines.Add($"title: {article.Title}");
                watcher.Lines.Add($"published: {article.Published?.ToString() ?? "not found"}; province: {article.Province ?? "not found"}; {article.Paragraphs.Count} paragraphs, {article.Text.Length} characters");
                watcher.Lines.Add($"facts: {found.Officials.Count} officials, {found.Statements.Count} statements, {found.Figures.Count} figures, {found.Pledges.Count} pledges");
            }
            return new(watcher.Lines, watcher.Found);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Watcher(CancellationTokenSource stop) : IProgress<CrawlEvent>
    {
        public List<string> Lines { get; } = [];

        public bool Found { get; private set; }

        public void Report(CrawlEvent value)
        {
            var line = value switch
            {
                CrawlEvent.Announced announced => $"{announced.Url}: {announced.Addresses} addresses",
                CrawlEvent.Denied denied => $"{denied.Url}: robots.txt forbids it ({denied.Rule})",
                CrawlEvent.Failed failed => $"{failed.Url}: {failed.Reason}",
                CrawlEvent.Quarantined other => $"{other.Url}: no article: {other.Kind}: {other.Reason}",
                CrawlEvent.PutOff off => $"put off until {off.Until:u}: {off.Reason}",
                CrawlEvent.Warned warned => warned.Message,
                CrawlEvent.ArticleCommitted committed => $"{committed.Url}: an article",
                _ => null,
            };
            if (line is null) return;
            lock (Lines) Lines.Add(line);
            if (value is not CrawlEvent.ArticleCommitted) return;
            Found = true;
            stop.Cancel();
        }
    }
}
