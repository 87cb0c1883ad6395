using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;
using NewsMiner.Index.Trends;

namespace NewsMiner.Index;

/// <summary>Answers questions about what the store holds. Every answer sees one committed state.</summary>
public sealed class NewsIndex : IDisposable
{
    private readonly NewsDatabase database;
    private readonly CollectorSearch search;

    /// <summary>The index of a database, whose tables are made or renewed.</summary>
    public NewsIndex(NewsDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        StoreSchema.Ensure(database);
        search = new(database);
    }

    /// <inheritdoc/>
    public void Dispose() => search.Dispose();

    /// <summary>Articles that match, with facets and highlights; a query that cannot be read is answered with why.</summary>
    public SearchAnswer Search(SearchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        SearchQuery? query = null;
        if (request.Filter.Query is { } text)
        {
            switch (QueryParser.Parse(text))
            {
                case QueryParse.Wrong wrong:
                    return new SearchAnswer.Rejected("q", wrong.Position, wrong.MessageFa, wrong.Message);
                case QueryParse.Read read:
                    query = read.Query;
                    break;
            }
        }
        if (!SearchCursor.TryRead(request.Cursor, out var cursor))
            return new SearchAnswer.Rejected("cursor", 0, "نشانهٔ ادامه خوانده نشد؛ از آغاز بجویید", "not a cursor of this list; start anew");
        cancellation.ThrowIfCancellationRequested();
        return new SearchAnswer.Found(search.Run(request, query ?? new([]), cursor, cancellation));
    }

    /// <summary>One page of facts of a kind in the order the selection asks for.</summary>
    public FactAnswer<T> Facts<T>(FactSelection selection, int limit, string? cursor, CancellationToken cancellation = default) where T : Fact
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (!SearchCursor.TryRead(cursor, out var after)) return new FactAnswer<T>.Rejected();
        return new FactAnswer<T>.Found(database.Read(connection => FactList.Page<T>(connection, selection, limit, after), cancellation));
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

    /// <summary>Articles of the filter in each Jalali month, absolute and as a share of the same filter without its query.</summary>
    public TermTrend Trend(ArticleFilter filter) => database.Read(connection => MonthTrend.Count(connection, filter));

    /// <summary>Completions of the last word of a query, the most frequent first.</summary>
    public IReadOnlyList<string> Complete(string prefix, int limit)
    {
        var last = prefix.Split(' ')[^1];
        var key = Fold.Key(last);
        if (key.Length < 2) return [];
        var before = prefix[..^last.Length];
        return database.Read(connection => connection.Rows(
            "SELECT term FROM search_terms WHERE term >= $from AND term < $to ORDER BY doc DESC LIMIT $limit",
            row => before + row.GetString(0), ("$from", key), ("$to", key + '\uffff'), ("$limit", limit)));
    }

    /// <summary>The outlets with their articles, most first.</summary>
    public IReadOnlyList<OutletSummary> Outlets() => database.Read(connection => connection.Rows(
        "SELECT coalesce(outlet, '—'), count(*), min(day), max(day) FROM article GROUP BY 1 ORDER BY 2 DESC, 1",
        row => new OutletSummary(row.GetString(0), row.GetInt64(1), Jalali(row.IsDBNull(2) ? null : row.GetInt32(2)), Jalali(row.IsDBNull(3) ? null : row.GetInt32(3)))));

    /// <summary>Makes all search entries anew; returns the number of articles.</summary>
    public Task<long> ReindexAsync(CancellationToken cancellation) =>
        database.WriteAsync(transaction => SearchEntries.Rebuild(transaction, cancellation), cancellation);

    private static string? Jalali(int? day) => day is { } number ? Extractor.Dates.JalaliDate.From(DateOnly.FromDayNumber(number)).ToString() : null;
}

/// <summary>An outlet and what the store holds of it.</summary>
/// <param name="Outlet">Its name.</param>
/// <param name="Articles">The number of its articles.</param>
/// <param name="First">The Jalali day of the oldest, or null.</param>
/// <param name="Last">The Jalali day of the newest, or null.</param>
public sealed record OutletSummary(string Outlet, long Articles, string? First, string? Last);
