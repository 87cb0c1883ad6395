using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Benchmarks.Search;

/// <summary>
/// The processor time of indexing, part by part, over generated articles: texts turned into tokens, search entries written a thousand in a
/// transaction, and whole commits (article, copies, search entry) of as few articles as a crawl has at once.
/// </summary>
internal static class IndexingBenchmark
{
    private const int Seed = 1404, Batch = 1000, CrawlBatch = 10;

    public static int Run(int articles)
    {
        var generated = new GeneratedArticles(Seed);
        AnalyzedArticle[] all = [.. Enumerable.Range(1, articles).Select(generated.Next)];
        var tokens = new EntryTokens();
        foreach (var article in all.Take(Batch)) tokens.Read(article);
        Show("texts to tokens", articles, () =>
        {
            foreach (var article in all) tokens.Read(article);
        }, rounds: 5);
#if LUCENE
        var folder = Directory.CreateTempSubdirectory("newsminer-lucene-benchmark-");
        var size = 0L;
        Show("Lucene.NET, the same terms, all in one commit", articles, () => size = Lucene.LuceneIndexing.Write(all, folder));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  index: {size / (double)articles:0} bytes an article"));
        folder.Delete(recursive: true);
#endif
        InStore(database =>
        {
            foreach (var batch in all.Index().Chunk(Batch))
            {
                database.Write(transaction => batch.Sum(entry => SearchBenchmark.Store(transaction, entry.Index + 1, entry.Item)));
            }
            Show($"search entries, {Batch} a transaction", articles, () =>
            {
                foreach (var batch in all.Index().Chunk(Batch)) Entries(database, batch);
            });
            var bytes = database.Read(connection => connection.Scalar<long>("SELECT sum(length(block)) FROM search_data"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  inverted index: {bytes / (double)articles:0} bytes an article"));
        });
        InStore(database =>
        {
            var store = new NewsStore(database);
            var few = all.Take(articles / 4).ToArray();
            Show($"whole commits, {CrawlBatch} a transaction", few.Length, () =>
            {
                foreach (var batch in few.Chunk(CrawlBatch)) database.Write(transaction => batch.Count(article => store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch) == CommitOutcome.Added));
            });
        });
        return 0;
    }

    private static void Entries(NewsDatabase database, (int Index, AnalyzedArticle Article)[] batch) => database.Write(transaction =>
    {
        foreach (var (index, article) in batch) SearchEntries.Write(transaction, index + 1, article, isNew: true, cluster: index + 1);
        return batch.Length;
    });

    private static void InStore(Action<NewsDatabase> work)
    {
        var folder = Directory.CreateTempSubdirectory("newsminer-indexing-benchmark-");
        using (var database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db")))
        {
            StoreSchema.Ensure(database);
            work(database);
        }
        folder.Delete(recursive: true);
    }

    /// <summary>The least of several rounds is what the work costs; the rest is what other programs on the machine do to its caches.</summary>
    private static void Show(string what, int articles, Action work, int rounds = 1)
    {
        var least = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var (cpu, before) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            work();
            var spent = Environment.CpuUsage.TotalTime - cpu;
            if (spent < least) (least, allocated) = (spent, GC.GetTotalAllocatedBytes() - before);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {articles / least.TotalSeconds:0} articles a second of processor time, {least.TotalMicroseconds / articles:0} µs an article, {allocated / articles} bytes allocated"));
    }
}
