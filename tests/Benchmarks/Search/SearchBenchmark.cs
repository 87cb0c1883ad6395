using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor;
using NewsMiner.Index;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;
using NewsMiner.Index.Trends;

namespace NewsMiner.Benchmarks.Search;

/// <summary>
/// Indexing through the search part, searches of each kind beside plain FTS5 with <c>ORDER BY rank</c>, facets, a monthly count, four readers at once,
/// after changes, and while articles are committed; over generated articles in a temporary store.
/// </summary>
internal sealed class SearchBenchmark : IDisposable
{
    private const int Seed = 1404, Batch = 1000, ArticlesPerSecond = 50;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-search-benchmark-");
    private readonly NewsDatabase database;
    private readonly NewsIndex index;
    private readonly List<AnalyzedArticle> sample = [];

    private SearchBenchmark()
    {
        database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
        index = new(database);
    }

    public static int Run(int articles)
    {
        using var benchmark = new SearchBenchmark();
        benchmark.Index(articles);
        var queries = benchmark.Queries(articles);
        benchmark.Search(queries, "of one reader, warm");
        benchmark.BesidePlainFts(queries);
        benchmark.Counts();
        benchmark.Trends();
        benchmark.Readers(queries, 4);
        benchmark.WhileCommitting(queries, articles, TimeSpan.FromSeconds(20));
        benchmark.Change(articles);
        benchmark.Search(queries, "after a tenth was changed and a tenth deleted");
        ShowMemory();
        return 0;
    }

    /// <summary>The same without plain FTS5 and analyses, which take hours over a million articles.</summary>
    public static int RunLarge(int articles)
    {
        using var benchmark = new SearchBenchmark();
        benchmark.Index(articles);
        var queries = benchmark.Queries(articles);
        benchmark.Search(queries, "of one reader, warm");
        benchmark.Counts();
        benchmark.Readers(queries, 4);
        ShowMemory();
        benchmark.Change(articles);
        benchmark.Search(queries, "after a tenth was changed and a tenth deleted");
        benchmark.Readers(queries, 4);
        ShowMemory();
        return 0;
    }

    /// <summary>Searches for so many minutes while 50 articles a second are committed; an error of either ends it.</summary>
    public static int RunWhileCommitting(int articles, int minutes)
    {
        using var benchmark = new SearchBenchmark();
        benchmark.Index(articles);
        var queries = benchmark.Queries(articles);
        foreach (var filter in queries.Of("all")) benchmark.index.Rank(Request(filter));
        benchmark.WhileCommitting(queries, articles, TimeSpan.FromMinutes(minutes));
        ShowMemory();
        return 0;
    }

    public void Dispose()
    {
        index.Dispose();
        database.Dispose();
        folder.Delete(recursive: true);
    }

    private void Index(int articles)
    {
        var generated = new GeneratedArticles(Seed);
        var (time, cpu) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var first = 1; first <= articles; first += Batch)
        {
            var batch = Enumerable.Range(first, Math.Min(Batch, articles - first + 1)).Select(number => (Number: number, Article: generated.Next(number))).ToArray();
            sample.AddRange(batch.Take(2).Select(entry => entry.Article));
            database.Write(transaction => batch.Sum(entry => Store(transaction, entry.Number, entry.Article)));
            var (start, cpuStart) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            database.Write(transaction =>
            {
                foreach (var (number, article) in batch) SearchEntries.Write(transaction, number, article, isNew: true, cluster: number);
                return 0;
            });
            (time, cpu) = (time + Stopwatch.GetElapsedTime(start), cpu + (Environment.CpuUsage.TotalTime - cpuStart));
        }
        var bytes = database.Read(connection => connection.Scalar<long>("SELECT sum(length(block)) FROM search_data"));
        Show($"indexing {articles} articles: {articles / time.TotalSeconds:0} articles/s, {articles / cpu.TotalSeconds:0} a second of processor time, inverted index {bytes / (double)articles:0} bytes an article");
    }

    public static int Store(SqliteTransaction transaction, int number, AnalyzedArticle analyzed)
    {
        var article = analyzed.Article;
        return transaction.Connection!.Execute("INSERT OR REPLACE INTO article (number, id, url, outlet, province, city, published, day, month, digest, body) VALUES ($number, $id, $id, $outlet, $province, $city, $published, $day, '', x'', $body)",
            ("$number", number), ("$id", article.Id), ("$outlet", article.Outlet), ("$province", article.Province), ("$city", article.City), ("$published", article.Published!.ToString()),
            ("$day", article.Published.Value.Day.DayNumber), ("$body", ArticleBlob.Pack(ArticleBlob.Write(analyzed))));
    }

    private SampleQueries Queries(int articles)
    {
        using var connection = database.OpenReader();
        using var reader = PostingsReader.Best(connection, SearchTable.Articles);
        return new(sample, stem =>
        {
            using var arrays = new MatchArrays();
            return reader.Read(new QueryNode.Word(stem, default), arrays).Count;
        }, articles, Seed);
    }

    private void Search(SampleQueries queries, string when)
    {
        Show($"top 10 and exact total, {when}: p50 / p95 ms by the clock, of processor time (whole answers with snippets and facets, processor time)");
        foreach (var kind in SampleQueries.Kinds)
        {
            var filters = queries.Of(kind);
            foreach (var filter in filters) index.Rank(Request(filter));
            var ranked = Times(filters, 5, filter => index.Rank(Request(filter)));
            var whole = Times(filters, 1, filter => index.Search(Request(filter) with { Facets = true }, CancellationToken.None));
            Show($"  {kind,-9}{ranked}   ({whole.Processor})");
        }
    }

    private void BesidePlainFts(SampleQueries queries)
    {
        Show($"the same by plain FTS5, ORDER BY rank LIMIT 10 and count(*)");
        using var connection = database.OpenReader();
        foreach (var kind in SampleQueries.Kinds)
        {
            var times = Times(queries.Of(kind), 1, filter =>
            {
                var node = QueryParser.Parse(filter.Query!) is QueryParse.Read { Query: var query } ? query : throw new InvalidOperationException(filter.Query);
                var match = string.Join(" AND ", query.Nodes.Select(part => $"({FtsText.Of(part)})"));
                var (join, where) = filter.Province is null ? ("", "") : (" JOIN article a ON a.number = search.rowid", " AND a.province = $province AND a.day BETWEEN $from AND $to");
                (string, object?)[] parameters = [("$match", match), ("$province", filter.Province), ("$from", filter.From?.DayNumber), ("$to", filter.To?.DayNumber)];
                connection.Rows($"SELECT search.rowid FROM search{join} WHERE search MATCH $match{where} ORDER BY rank LIMIT 10", row => row.GetInt64(0), parameters);
                connection.Scalar<long>($"SELECT count(*) FROM search{join} WHERE search MATCH $match{where}", parameters);
            });
            Show($"  {kind,-9}{times}");
        }
    }

    private void Counts()
    {
        var half = new SearchRequest { Filter = new() { From = new(2022, 3, 21) } };
        var facets = Times([half], 50, request => index.Facets(request));
        var fifth = sample.SelectMany(article => article.Article.Title.Split(' ')).Distinct().Select(word => new SearchRequest { Filter = new() { Query = word } })
            .MinBy(request => Math.Abs(index.Rank(request).Total - sample.Count / 2.0 * Batch * 0.2))!;
        var months = Times([fifth], 50, request => index.MonthCounts(request.Filter));
        Show($"facets over {index.Rank(half).Total} articles: {facets}; articles by month over {index.Rank(fifth).Total}: {months}");
    }

    private void Trends()
    {
        string[] word = [sample[0].Article.Title.Split(' ')[0]];
        void Analysis(string name, Func<object> work) => Show($"  {name,-45}{Times([name], 3, _ => work())}");
        Show($"analyses over all articles:");
        Analysis("a word by month, with all findings", () => index.Trend(new() { Queries = word }, CancellationToken.None));
        Analysis("a word by day, with all findings", () => index.Trend(new() { Queries = word, Grain = TrendGrain.Day }, CancellationToken.None));
        Analysis("two years compared", () => index.Compare(new() { A = new() { From = new(2021, 3, 21), To = new(2022, 3, 20) }, B = new() { From = new(2022, 3, 21), To = new(2023, 3, 20) } }, CancellationToken.None));
        Analysis("what came up in the last week", () => index.Emerging(new(), CancellationToken.None));
        Analysis("officials and places together", () => index.Together(new() { Of = NameKind.Official, With = NameKind.Place }, CancellationToken.None));
    }

    private void Readers(SampleQueries queries, int readers)
    {
        var times = new QueryTimes[readers];
        Parallel.For(0, readers, new() { MaxDegreeOfParallelism = readers }, reader => times[reader] = Times(queries.Of("all"), 5, filter => index.Rank(Request(filter))));
        Show($"{readers} readers at once, all queries: {QueryTimes.Of(times)}");
    }

    private void WhileCommitting(SampleQueries queries, int articles, TimeSpan time)
    {
        // Compiled as far as it will be, so that idle is not what starting costs.
        Times(queries.Of("all"), 30, filter => index.Rank(Request(filter)));
        var idle = Times(queries.Of("all"), 10, filter => index.Rank(Request(filter)));
        using var stop = new CancellationTokenSource();
        var generated = new GeneratedArticles(Seed + 1);
        var committed = 0;
        var crawl = Task.Run(async () =>
        {
            var began = Stopwatch.GetTimestamp();
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1) / ArticlesPerSecond);
            while (!stop.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
            {
                // What a busy machine made late is committed together.
                var due = (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * ArticlesPerSecond);
                if (due <= committed) continue;
                (int Number, AnalyzedArticle Article)[] batch = [.. Enumerable.Range(articles + committed + 1, due - committed).Select(number => (number, generated.Next(number)))];
                database.Write(transaction =>
                {
                    foreach (var (number, article) in batch)
                    {
                        Store(transaction, number, article);
                        SearchEntries.Write(transaction, number, article, isNew: true, cluster: number);
                    }
                    return batch.Length;
                });
                committed = due;
            }
        });
        var start = Stopwatch.GetTimestamp();
        var times = new List<QueryTimes>();
        while (Stopwatch.GetElapsedTime(start) < time) times.Add(Times(queries.Of("all"), 1, filter => index.Rank(Request(filter))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        stop.Cancel();
        crawl.GetAwaiter().GetResult();
        Show($"while {committed / seconds:0} articles a second are committed, for {time.TotalMinutes:0.#} minutes, all queries: {QueryTimes.Of(times)} (idle {idle})");
    }

    private void Change(int articles)
    {
        var generated = new GeneratedArticles(Seed + 2);
        for (var first = 1; first <= articles; first += Batch * 10)
        {
            database.Write(transaction =>
            {
                for (var number = first; number < Math.Min(first + Batch * 10, articles); number++)
                {
                    if (number % 10 == 3) SearchEntries.Write(transaction, number, generated.Next(number), isNew: false, cluster: number);
                    if (number % 10 == 7) transaction.Connection!.Execute("DELETE FROM article WHERE number = $number", ("$number", number));
                }
                return 0;
            });
        }
    }

    private static SearchRequest Request(ArticleFilter filter) => new() { Filter = filter, Limit = 10, Facets = false, Partly = false };

    private static QueryTimes Times<T>(IReadOnlyList<T> items, int rounds, Action<T> work)
    {
        var times = new QueryTimes();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var item in items)
            {
                var (start, processor) = (Stopwatch.GetTimestamp(), ThreadClock.Now);
                work(item);
                times.Add(Stopwatch.GetElapsedTime(start), ThreadClock.Now - processor);
            }
        }
        return times;
    }

    private static void ShowMemory()
    {
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))["VmHWM:".Length..].Trim();
        Show($"memory, working set: {Environment.WorkingSet / 1e6:0} MB, at most {peak}");
    }

    private static void Show(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
