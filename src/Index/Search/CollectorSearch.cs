using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Runs searches: each on a reader's connection that sees one committed state, with columns and postings of just that state.</summary>
internal sealed class CollectorSearch(NewsDatabase database) : IDisposable
{
    /// <summary>Where fewer articles hold all words, those that hold some of them follow.</summary>
    private const int FewHits = 100;

    private readonly ConcurrentBag<Fts5Collector> collectors = [];
    private readonly ConcurrentDictionary<Fts5Collector, SqliteConnection> connections = new();
    private readonly PostingsCache cache = new();
    private EntryColumns latest = EntryColumns.Empty;

    public SearchResults Run(SearchRequest request, SearchQuery query, SearchCursor? cursor, CancellationToken cancellation) => Read((connection, collector, columns) =>
    {
        var matching = new QueryRunner(connection, collector, cache, columns, request, query, cancellation);
        var strict = matching.Find(partly: false);
        var ranked = new HitRanker(columns, request, matching.Scores).Rank(strict, cursor is { Partly: true } ? null : cursor, cursor is { Partly: true } ? 0 : request.Limit + 1);
        var hits = ranked.Hits;
        var partial = 0L;
        if (query.Words.Count > 1 && ranked.Total < FewHits && request.Partly)
        {
            var some = matching.Find(partly: true);
            var rest = new HitRanker(columns, request, matching.Scores).Rank(some, cursor is { Partly: true } ? cursor : null, request.Limit + 1 - hits.Count);
            partial = rest.Total;
            hits = [.. hits, .. rest.Hits.Select(hit => hit with { Partly = true })];
        }
        var page = hits.Take(request.Limit).ToList();
        var next = hits.Count > request.Limit ? new SearchCursor(page[^1].Sort, page[^1].Article, page[^1].Partly).ToString() : null;
        var better = ranked.Total == 0 && query.Words.Count is > 0 and < 6 && request.Filter.Query is { } text
            ? SpellingHelp.Better(text, query, stem => collector.Gather(FtsText.Stem(stem), near: false).Count)
            : null;
        return new SearchResults(ranked.Total, [.. page.Select(hit => Show(connection, hit, query))], request.Facets ? FacetCounts.Of(columns, ranked.Folded) : new Dictionary<string, IReadOnlyList<FacetCount>>(), next, better) { PartlyTotal = partial };
    });

    /// <summary>Runs an analysis over sets of articles, all as of one committed state.</summary>
    public T Analyse<T>(Func<Trends.MatchingArticles, T> work, CancellationToken cancellation) => Read((connection, collector, columns) => work(new(connection, columns,
        (filter, query) => new QueryRunner(connection, collector, cache, columns, new() { Filter = filter }, query, cancellation).Find(partly: false),
        words => cache.Get(FtsText.Of(words), words is QueryNode.Near, columns, collector).Articles)));

    public void Dispose()
    {
        while (collectors.TryTake(out var collector)) collector.Dispose();
    }

    private T Read<T>(Func<SqliteConnection, Fts5Collector, EntryColumns, T> work)
    {
        if (!collectors.TryTake(out var collector))
        {
            var opened = database.OpenReader();
            collector = Fts5Collector.Attach(opened, QueryRunner.FieldWeights) ?? throw new StoreException("this SQLite has no FTS5 interface for functions: install the bundled library beside the program");
            connections[collector] = opened;
        }
        var connection = connections[collector];
        using (var snapshot = connection.BeginTransaction(deferred: true))
        {
            var result = work(connection, collector, Columns(connection));
            snapshot.Commit();
            collectors.Add(collector);
            return result;
        }
    }

    private EntryColumns Columns(SqliteConnection connection)
    {
        var known = Volatile.Read(ref latest);
        var columns = known.At(connection) ?? EntryColumns.Empty.At(connection)!;
        // Another reader may have published newer ones meanwhile; those stay.
        while (columns.Revision > known.Revision)
        {
            var before = Interlocked.CompareExchange(ref latest, columns, known);
            if (ReferenceEquals(before, known)) break;
            known = before;
        }
        return columns;
    }

    private static SearchHit Show(SqliteConnection connection, RankedHit hit, SearchQuery query)
    {
        var (body, topics) = connection.Rows("SELECT body, topics FROM article WHERE number = $number", row => ((byte[])row.GetValue(0), row.GetString(1)), ("$number", hit.Article))[0];
        var article = ArticleBlob.Unpack(body);
        var snippet = Snippet.Best(article, query);
        return new(article.Id, article.Title, Snippet.Highlights(article.Title, query), snippet.Text, Snippet.Highlights(snippet.Text, query), snippet.Start,
            article.CanonicalUrl?.AbsoluteUri ?? article.Source, article.Outlet, article.Province, topics.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            article.Published?.ToString(), article.Published is { } at ? JalaliDate.From(at.Day).ToString() : null, hit.Sort, hit.Copies) { Partly = hit.Partly };
    }
}
