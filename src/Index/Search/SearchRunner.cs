using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Runs searches: each on a reader's connection that sees one committed state, with columns and postings of just that state.</summary>
internal sealed class SearchRunner(NewsDatabase database, SearchEngine engine) : IDisposable
{
    /// <summary>Where fewer hold all words, those that hold some of them follow.</summary>
    private const int FewHits = 100;

    private readonly ConcurrentBag<SearchSession> sessions = [];
    private readonly PostingsCache cache = new();
    private readonly FactColumnsHolder facts = new();
    private readonly VocabularyHolder vocabulary = new();
    private readonly Completions completions = new();
    private EntryColumns latest = EntryColumns.Empty;

    /// <summary>Articles that match; null where the cursor is none of this question.</summary>
    public SearchResults? Articles(SearchRequest request, SearchQuery query, CancellationToken cancellation) => Read((session, columns) =>
    {
        using var searched = new SearchedArticles(session.Connection, session.Articles, cache, columns);
        if (Find(searched, request, query, FilterNodes.Of(request.Filter), cancellation) is not { } found) return null;
        var shown = Shown(found, query, (hit, highlighter) => ArticleHits.Show(session.Connection, hit, highlighter));
        var facets = request.Facets ? FacetCounts.Of(columns, found.All.Folded.Span) : [];
        return new SearchResults(found.All.Total, shown, facets, found.Next, Better(searched, request, query, found)) { PartlyTotal = found.PartlyTotal };
    });

    /// <summary>Statements, figures and pledges that match; null where the cursor is none of this question.</summary>
    public FactResults? Facts(SearchRequest request, SearchQuery query, CancellationToken cancellation) => Read((session, columns) =>
    {
        var rows = facts.At(session.Connection, columns);
        using var searched = new SearchedFacts(session.Connection, session.Facts, columns, rows);
        if (Find(searched, request, query, FilterNodes.OfFacts(request), cancellation) is not { } found) return null;
        var shown = Shown(found, query, (hit, highlighter) => FactHits.Show(session.Connection, hit, highlighter));
        var facets = request.Facets ? FactFacets.Of(columns, rows, found.All.Folded.Span) : [];
        return new FactResults(found.All.Total, shown, facets, found.Next, Better(searched, request, query, found)) { PartlyTotal = found.PartlyTotal };
    });

    /// <summary>The numbers of one page of articles, and the total.</summary>
    public (long Total, IReadOnlyList<int> Numbers) Rank(SearchRequest request, SearchQuery query) => Read((session, columns) =>
    {
        using var searched = new SearchedArticles(session.Connection, session.Articles, cache, columns);
        return Find(searched, request, query, FilterNodes.Of(request.Filter), CancellationToken.None) is { } found
            ? (found.All.Total, [.. found.Page.Select(hit => hit.Number)])
            : (0L, (IReadOnlyList<int>)[]);
    });

    /// <summary>Facet counts over all articles that match.</summary>
    public Dictionary<string, IReadOnlyList<FacetCount>> Facets(SearchRequest request, SearchQuery query) => Read((session, columns) =>
    {
        using var searched = new SearchedArticles(session.Connection, session.Articles, cache, columns);
        return FacetCounts.Of(columns, Ranked(searched, request, query).Folded.Span);
    });

    /// <summary>Articles by Jalali month, copies counted each.</summary>
    public IReadOnlyList<(int Year, int Month, int Count)> MonthCounts(ArticleFilter filter, SearchQuery query) => Read((session, columns) =>
    {
        using var searched = new SearchedArticles(session.Connection, session.Articles, cache, columns);
        return FacetCounts.ByMonth(columns, Ranked(searched, new() { Filter = filter, FoldDuplicates = false }, query).Folded.Span);
    });

    /// <summary>Articles like one; null where no article has the id.</summary>
    public SimilarArticles? Similar(string id, int limit) => Read((session, columns) =>
    {
        using var searched = new SearchedArticles(session.Connection, session.Articles, cache, columns);
        return Likeness.Of(session.Connection, searched, vocabulary.At(session.Connection, columns), id, limit);
    });

    public IReadOnlyList<Completion> Complete(string typed, int limit) => Read((session, columns) =>
        completions.Of(session.Connection, vocabulary.At(session.Connection, columns), typed, limit));

    /// <summary>Runs an analysis over sets of articles, all as of one committed state.</summary>
    public T Analyse<T>(Func<Trends.MatchingArticles, T> work, CancellationToken cancellation) => Read((session, columns) =>
    {
        using var searched = new SearchedArticles(session.Connection, session.Articles, cache, columns);
        return work(new(session.Connection, columns, Matching, words => searched.Find(words) is var postings ? postings.Numbers.AsMemory(0, postings.Count) : default));

        int[] Matching(ArticleFilter filter, SearchQuery query)
        {
            cancellation.ThrowIfCancellationRequested();
            using var part = new SearchedArticles(session.Connection, session.Articles, cache, columns);
            return new QueryMatcher(part, query, FilterNodes.Of(filter), RankStatistics.Of(part, query), recencyHalfLife: null).All().Found.ToArray();
        }
    });

    public void Dispose()
    {
        while (sessions.TryTake(out var session)) session.Dispose();
    }

    /// <summary>One page of what was found, those with all words first; null where the cursor is none of this question.</summary>
    internal static FoundPage? Find(Searched searched, SearchRequest request, SearchQuery query, IEnumerable<QueryNode> filters, CancellationToken cancellation)
    {
        var question = RankCursor.QuestionOf(request, searched.GetType().Name);
        var cursor = request.Cursor is null ? null : RankCursor.Read(request.Cursor, question, query.Scored.Count);
        if (request.Cursor is not null && cursor is null) return null;
        var statistics = cursor?.Statistics ?? RankStatistics.Of(searched, query);
        var matcher = new QueryMatcher(searched, query, filters, statistics, request.RecencyHalfLife);
        var ranker = new HitRanker(searched, request.Order, byScore: query.Matched.Count > 0, request.FoldDuplicates);
        (double, int)? after = cursor is null ? null : (cursor.Sort, cursor.Number);
        cancellation.ThrowIfCancellationRequested();
        var found = matcher.All();
        var all = ranker.Rank(found, cursor is { Partly: true } ? null : after, cursor is { Partly: true } ? 0 : request.Limit + 1);
        var hits = all.Hits;
        var partlyTotal = 0;
        if (request.Partly && query.Loose.Count > 1 && (all.Total < FewHits || hits.Count <= request.Limit))
        {
            cancellation.ThrowIfCancellationRequested();
            var some = ranker.Rank(matcher.Some(found), cursor is { Partly: true } ? after : null, request.Limit + 1 - hits.Count);
            partlyTotal = some.Total;
            hits = [.. hits, .. some.Hits.Select(hit => hit with { Partly = true })];
        }
        var page = hits.Take(request.Limit).ToArray();
        var next = hits.Count > request.Limit && page is [.., var last] ? new RankCursor(question, last.Sort, last.Number, last.Partly, statistics).ToString() : null;
        return new(all, page, partlyTotal, next);
    }

    /// <summary>Everything that holds all of the query, unordered.</summary>
    private static Ranking Ranked(SearchedArticles searched, SearchRequest request, SearchQuery query)
    {
        var matcher = new QueryMatcher(searched, query, FilterNodes.Of(request.Filter), RankStatistics.Of(searched, query), recencyHalfLife: null);
        return new HitRanker(searched, request.Order, byScore: query.Matched.Count > 0, request.FoldDuplicates).Rank(matcher.All(), after: null, limit: 0);
    }

    private static T[] Shown<T>(FoundPage found, SearchQuery query, Func<RankedHit, Highlighter, T> show)
    {
        var highlighter = new Highlighter(query);
        return [.. found.Page.Select(hit => show(hit, highlighter))];
    }

    private static string? Better(Searched searched, SearchRequest request, SearchQuery query, FoundPage found) =>
        found.All.Total == 0 && query.Words.Count is > 0 and < 6 && request.Filter.Query is { } text
            ? SpellingHelp.Better(text, query, stem => searched.Find(new QueryNode.Word(stem, default)).Count)
            : null;

    private T Read<T>(Func<SearchSession, EntryColumns, T> work)
    {
        if (!sessions.TryTake(out var session)) session = SearchSession.Open(database.OpenReader(), engine);
        try
        {
            var result = session.Read(() => work(session, Columns(session.Connection)));
            sessions.Add(session);
            return result;
        }
        catch
        {
            session.Dispose();
            throw;
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
}

/// <summary>One page of an answer.</summary>
/// <param name="All">What holds all of the query.</param>
/// <param name="Page">The hits of the page.</param>
/// <param name="PartlyTotal">How many hold some of the words, where they were looked for.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
internal sealed record FoundPage(Ranking All, IReadOnlyList<RankedHit> Page, int PartlyTotal, string? Next);
