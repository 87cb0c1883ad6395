using NewsMiner.Extractor;

namespace NewsMiner.Index.Search;

/// <summary>How hits are ordered.</summary>
public enum SearchOrder
{
    /// <summary>Best match first.</summary>
    Relevance,

    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Oldest first.</summary>
    Oldest,
}

/// <summary>A search for articles or facts.</summary>
public sealed record SearchRequest
{
    /// <summary>Which articles; <see cref="ArticleFilter.Query"/> holds the words.</summary>
    public ArticleFilter Filter { get; init; } = new();

    /// <summary>The order of hits.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Where facts are searched: <c>statement</c>, <c>figure</c> or <c>pledge</c> alone, or null for all three.</summary>
    public string? Fact { get; init; }

    /// <summary>How many hits, 1 to 1000.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where the last page of hits ended, from <see cref="SearchResults.NextCursor"/>, or null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether facet counts are wanted.</summary>
    public bool Facets { get; init; } = true;

    /// <summary>Whether near-duplicates are folded into the best of their cluster.</summary>
    public bool FoldDuplicates { get; init; } = true;

    /// <summary>Whether articles that hold some of the words follow where few hold all.</summary>
    public bool Partly { get; init; } = true;

    /// <summary>
    /// A newer article weighs up to twice as much; this many days before the newest one the bonus is halved, 1 to 3650. Null: age plays no part.
    /// </summary>
    public int? RecencyHalfLife { get; init; }
}

/// <summary>The answer to a search, or what is wrong with the query.</summary>
public abstract record SearchAnswer<T>
{
    private SearchAnswer() { }

    /// <summary>The query was understood.</summary>
    public sealed record Found(T Results) : SearchAnswer<T>;

    /// <summary>The query or the cursor could not be read.</summary>
    /// <param name="Field"><c>q</c> or <c>cursor</c>.</param>
    /// <param name="Position">The position in the query, 0-based UTF-16 units, or 0.</param>
    /// <param name="MessageFa">What is wrong and what to do, in Persian.</param>
    /// <param name="Message">The same in English.</param>
    public sealed record Rejected(string Field, int Position, string MessageFa, string Message) : SearchAnswer<T>;
}

/// <summary>Hits with their total and facets, all counted over the whole answer.</summary>
/// <param name="Total">The number of hits; exact.</param>
/// <param name="Hits">One page of them.</param>
/// <param name="Facets">By facet name (<c>outlet</c>, <c>province</c>, <c>topic</c>, <c>month</c> as Jalali yyyy-MM, <c>year</c>), most frequent first.</param>
/// <param name="NextCursor">Opaque; null on the last page.</param>
/// <param name="DidYouMean">A query with more hits, or null.</param>
public sealed record SearchResults(
    long Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    string? NextCursor,
    string? DidYouMean)
{
    /// <summary>Articles listed behind the hits because few hold all words: the number of those that hold some of them.</summary>
    public long PartlyTotal { get; init; }
}

/// <summary>A value of a facet and its number of hits.</summary>
public sealed record FacetCount(string Value, long Count);

/// <summary>An article that matches.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Title">Its headline.</param>
/// <param name="TitleHighlights">Ranges of the title that match.</param>
/// <param name="Snippet">The sentence or two that match best, in the source's words.</param>
/// <param name="SnippetHighlights">Ranges of the snippet that match.</param>
/// <param name="SnippetStart">Where the snippet begins in the article's clean text.</param>
/// <param name="Url">The address.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Province">The province, or null.</param>
/// <param name="Topics">Its topics.</param>
/// <param name="Published">The publication time in ISO form, or null.</param>
/// <param name="PublishedJalali">The Tehran day as Jalali yyyy-MM-dd, or null.</param>
/// <param name="Score">The rank's weight, comparable within one answer only.</param>
/// <param name="ClusterSize">The number of near-duplicates this hit stands for, itself included.</param>
public sealed record SearchHit(
    string Id,
    string Title,
    IReadOnlyList<TextSpan> TitleHighlights,
    string Snippet,
    IReadOnlyList<TextSpan> SnippetHighlights,
    int SnippetStart,
    string Url,
    string? Outlet,
    string? Province,
    IReadOnlyList<string> Topics,
    string? Published,
    string? PublishedJalali,
    double Score,
    int ClusterSize)
{
    /// <summary>True where some words of the query are missing.</summary>
    public bool Partly { get; init; }
}
