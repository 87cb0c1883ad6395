using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Tests.Search;

/// <summary>The collector against plain SQL: the same hits, scores and totals for random queries, before and after changes.</summary>
public sealed class EnginesAgree : IDisposable
{
    private const int Articles = 250, Queries = 150;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-engines-");
    private readonly NewsDatabase database;
    private readonly NewsStore store;
    private readonly NewsIndex collector;
    private readonly NewsIndex sql;
    private readonly InventedArticles invented = new(20240611);

    public EnginesAgree()
    {
        database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
        store = new(database);
        (collector, sql) = (new(database, SearchEngine.Collector), new(database, SearchEngine.PlainSql));
        for (var i = 0; i < Articles; i++) Add($"i{i}");
    }

    [Fact]
    public void OnArticles()
    {
        Compare(request => Hits(collector.Search(request, CancellationToken.None)), request => Hits(sql.Search(request, CancellationToken.None)));
        for (var i = 0; i < Articles; i += 7) Add($"i{i}");
        database.Write(transaction => Execute(transaction, "DELETE FROM article WHERE number % 11 = 3"));
        Compare(request => Hits(collector.Search(request, CancellationToken.None)), request => Hits(sql.Search(request, CancellationToken.None)));
    }

    /// <summary>The collector's postings stay in memory from change to change; the other engine reads all of them anew.</summary>
    [Fact]
    public void WhileArticlesComeAndGo()
    {
        string[] queries = [.. Enumerable.Range(0, 40).Select(_ => invented.Query()), "خانه*", "\"وام وام\""];
        for (var step = 0; step < 30; step++)
        {
            if (step % 5 == 3) database.Write(transaction => Execute(transaction, $"DELETE FROM article WHERE number = {step * 3}"));
            else for (var i = 0; i <= (step % 7 == 6 ? 10 : step % 4); i++) Add(step % 3 == 0 ? $"i{step * 7 + i}" : $"new{step}-{i}");
            using var anew = new NewsIndex(database, SearchEngine.PlainSql);
            foreach (var query in queries)
            {
                var request = new SearchRequest { Filter = new() { Query = query }, Limit = 1000, Facets = false };
                Compare(request, Hits(collector.Search(request, CancellationToken.None)), Hits(anew.Search(request, CancellationToken.None)));
                Compare(request, FactHits(collector.SearchFacts(request, CancellationToken.None)), FactHits(anew.SearchFacts(request, CancellationToken.None)));
            }
        }
    }

    [Fact]
    public void OnFacts() => Compare(request => FactHits(collector.SearchFacts(request, CancellationToken.None)), request => FactHits(sql.SearchFacts(request, CancellationToken.None)));

    [Fact]
    public void OnTheTotalsOfExports()
    {
        for (var i = 0; i < Queries; i++)
        {
            var query = invented.Query();
            var total = Hits(collector.Search(new() { Filter = new() { Query = query }, FoldDuplicates = false, Partly = false, Limit = 1 }, CancellationToken.None)).Total;
            Assert.True(store.Articles(new() { Query = query }).LongCount() == total, query);
        }
    }

    public void Dispose()
    {
        collector.Dispose();
        sql.Dispose();
        database.Dispose();
        folder.Delete(recursive: true);
    }

    private void Compare(Func<SearchRequest, (long Total, List<(string Id, double Score)> Hits)> first, Func<SearchRequest, (long Total, List<(string Id, double Score)> Hits)> second)
    {
        for (var i = 0; i < Queries; i++)
        {
            var request = new SearchRequest { Filter = new() { Query = invented.Query() }, Limit = 1000, Facets = false, FoldDuplicates = i % 2 == 0 };
            Compare(request, first(request), second(request));
        }
    }

    private static void Compare(SearchRequest request, (long Total, List<(string Id, double Score)> Hits) one, (long Total, List<(string Id, double Score)> Hits) other)
    {
        Assert.True(one.Total == other.Total && one.Hits.Count == other.Hits.Count, $"{request.Filter.Query}: {one.Total} against {other.Total}");
        var scores = other.Hits.ToDictionary(hit => hit.Id, hit => hit.Score);
        foreach (var (id, score) in one.Hits) Assert.True(scores.TryGetValue(id, out var same) && Math.Abs(same - score) < 1e-3, $"{request.Filter.Query}: {id} {score}");
    }

    private static (long Total, List<(string Id, double Score)> Hits) Hits(SearchAnswer<SearchResults> answer)
    {
        var found = Assert.IsType<SearchAnswer<SearchResults>.Found>(answer).Results;
        return (found.Total, [.. found.Hits.Select(hit => (hit.Id, hit.Score))]);
    }

    private static (long Total, List<(string Id, double Score)> Hits) FactHits(SearchAnswer<FactResults> answer)
    {
        var found = Assert.IsType<SearchAnswer<FactResults>.Found>(answer).Results;
        return (found.Total, [.. found.Hits.Select(hit => (hit.Id, hit.Score))]);
    }

    private void Add(string id) => database.Write(transaction => store.Commit(transaction, null, invented.Next(id), DateTimeOffset.UnixEpoch));

    private static int Execute(Microsoft.Data.Sqlite.SqliteTransaction transaction, string sql) => transaction.Connection!.Execute(sql);
}
