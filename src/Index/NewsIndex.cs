using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;
using NewsMiner.Index.Trends;

namespace NewsMiner.Index;

/// <summary>Answers questions about what the store holds. Every answer sees one committed state.</summary>
public sealed class NewsIndex : IDisposable
{
    private readonly NewsDatabase database;
    private readonly SearchRunner search;

    /// <summary>The index of a database, whose tables are made or renewed.</summary>
    public NewsIndex(NewsDatabase database) : this(database, SearchEngine.Collector) { }

    /// <summary>The same, reading postings as told.</summary>
    public NewsIndex(NewsDatabase database, SearchEngine engine)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        StoreSchema.Ensure(database);
        search = new(database, engine);
    }

    /// <inheritdoc/>
    public void Dispose() => search.Dispose();

    /// <summary>Articles that match, with facets and highlights; a query that cannot be read is answered with why.</summary>
    public SearchAnswer<SearchResults> Search(SearchRequest request, CancellationToken cancellation) => Answer(request, query => search.Articles(request, query, cancellation));

    /// <summary>Statements, figures and pledges that match, each with its own snippet.</summary>
    public SearchAnswer<FactResults> SearchFacts(SearchRequest request, CancellationToken cancellation) => Answer(request, query => search.Facts(request, query, cancellation));

    /// <summary>The numbers of the articles that match, in order, and their total; a query that cannot be read finds nothing.</summary>
    internal (long Total, IReadOnlyList<int> Numbers) Rank(SearchRequest request) =>
        Query(request) is QueryParse.Read { Query: var query } ? search.Rank(request, query) : (0, []);

    /// <summary>The facet counts over all articles that match.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets(SearchRequest request) =>
        Query(request) is QueryParse.Read { Query: var query } ? search.Facets(request, query) : new Dictionary<string, IReadOnlyList<FacetCount>>();

    /// <summary>How many articles match in each Jalali month that has any, in order; copies of a story count each. A query that cannot be read matches nothing.</summary>
    internal IReadOnlyList<(int Year, int Month, int Count)> MonthCounts(ArticleFilter filter) =>
        Query(new() { Filter = filter }) is QueryParse.Read { Query: var query } ? search.MonthCounts(filter, query) : [];

    /// <summary>One page of facts of a kind in the order the selection asks for.</summary>
    public FactAnswer<T> Facts<T>(FactSelection selection, int limit, string? cursor, CancellationToken cancellation = default) where T : Fact
    {
        ArgumentNullException.ThrowIfNull(selection);
        return database.Read(connection => FactList.Page<T>(connection, selection, limit, cursor), cancellation) is { } page ? new FactAnswer<T>.Found(page) : new FactAnswer<T>.Rejected();
    }

    /// <summary>All facts of a kind, newest article first, read as they are asked for from one committed state.</summary>
    public IEnumerable<StoredFact<T>> AllFacts<T>(FactSelection selection, CancellationToken cancellation = default) where T : Fact
    {
        ArgumentNullException.ThrowIfNull(selection);
        var query = FactList.Query<T>(selection);
        return database.Stream(
            connection => connection.Sql(query.Streamed, [.. query.Parameters]),
            (_, row) => FactList.Read<T>(row).Fact, cancellation);
    }

    /// <summary>How often queries were written about, period by period, and what the curves mean.</summary>
    public TrendAnswer<TermTrend> Trend(TermTrendRequest request, CancellationToken cancellation) => search.Analyse(articles => TermTrends.Answer(articles, request), cancellation);

    /// <summary>What sets two parts of the articles apart.</summary>
    public TrendAnswer<TrendComparison> Compare(CompareRequest request, CancellationToken cancellation) => search.Analyse(articles => Comparisons.Answer(articles, request), cancellation);

    /// <summary>What a figure was said to be over time, and where sources contradict each other.</summary>
    public TrendAnswer<FigureTrend> FigureTrend(FigureTrendRequest request, CancellationToken cancellation) => search.Analyse(articles => FigureTrends.Answer(articles, request), cancellation);

    /// <summary>Which names stand in the same stories.</summary>
    public TrendAnswer<TogetherNames> Together(TogetherRequest request, CancellationToken cancellation) => search.Analyse(articles => NamesTogether.Answer(articles, request), cancellation);

    /// <summary>What came up in the last days.</summary>
    public TrendAnswer<EmergingNames> Emerging(EmergingRequest request, CancellationToken cancellation) => search.Analyse(articles => Comparisons.Answer(articles, request), cancellation);

    /// <summary>Ways to go on with what is being typed, those in most articles first; none before two letters of a word.</summary>
    public IReadOnlyList<Completion> Complete(string typed, int limit)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return search.Complete(typed, limit);
    }

    /// <summary>Articles that share the telling words of the one with this id, or null where there is none.</summary>
    public SimilarArticles? Similar(string id, int limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return search.Similar(id, limit);
    }

    /// <summary>The outlets with their articles, most first.</summary>
    public IReadOnlyList<OutletSummary> Outlets() => database.Read(connection => connection.Rows(
        "SELECT coalesce(outlet, '—'), count(*), min(day), max(day) FROM article GROUP BY 1 ORDER BY 2 DESC, 1",
        row => new OutletSummary(row.GetString(0), row.GetInt64(1), Jalali(row.IsDBNull(2) ? null : row.GetInt32(2)), Jalali(row.IsDBNull(3) ? null : row.GetInt32(3)))));

    /// <summary>Makes all search entries anew; returns the number of articles.</summary>
    public Task<long> ReindexAsync(CancellationToken cancellation) =>
        database.WriteAsync(transaction => SearchEntries.Rebuild(transaction, cancellation), cancellation);

    private static SearchAnswer<T> Answer<T>(SearchRequest request, Func<SearchQuery, T?> run) where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        var parsed = Query(request);
        if (parsed is QueryParse.Wrong wrong) return new SearchAnswer<T>.Rejected("q", wrong.Position, wrong.MessageFa, wrong.Message);
        var query = ((QueryParse.Read)parsed).Query;
        return run(query) is { } results
            ? new SearchAnswer<T>.Found(results)
            : new SearchAnswer<T>.Rejected("cursor", 0, "نشانهٔ ادامه از آنِ این جست‌وجو نیست؛ از آغاز بجویید", "not a cursor of this search; start anew");
    }

    private static QueryParse Query(SearchRequest request) => request.Filter.Query is { } text ? QueryParser.Parse(text) : new QueryParse.Read(new([]));

    private static string? Jalali(int? day) => day is { } number ? Extractor.Dates.JalaliDate.From(DateOnly.FromDayNumber(number)).ToString() : null;
}

/// <summary>An outlet and what the store holds of it.</summary>
/// <param name="Outlet">Its name.</param>
/// <param name="Articles">The number of its articles.</param>
/// <param name="First">The Jalali day of the oldest, or null.</param>
/// <param name="Last">The Jalali day of the newest, or null.</param>
public sealed record OutletSummary(string Outlet, long Articles, string? First, string? Last);
