using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Index.Search;

/// <summary>Facts that match, with their total and facets, all counted over the whole answer.</summary>
/// <param name="Total">The number of hits; exact.</param>
/// <param name="Hits">One page of them.</param>
/// <param name="Facets">By facet name (<c>fact</c>, <c>kind</c>, <c>speaker</c>, <c>outlet</c>, <c>province</c>, <c>topic</c>, <c>month</c>, <c>year</c>), most frequent first.</param>
/// <param name="NextCursor">Opaque; null on the last page.</param>
/// <param name="DidYouMean">A query with more hits, or null.</param>
public sealed record FactResults(
    long Total, IReadOnlyList<FactHit> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, string? NextCursor, string? DidYouMean)
{
    /// <summary>Facts listed behind the hits because few hold all words: the number of those that hold some of them.</summary>
    public long PartlyTotal { get; init; }
}

/// <summary>A statement, figure or pledge that matches.</summary>
/// <param name="Fact"><c>statement</c>, <c>figure</c> or <c>pledge</c>.</param>
/// <param name="Id">The fact's id.</param>
/// <param name="ArticleId">The id of its article.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Url">The article's address.</param>
/// <param name="Outlet">The article's outlet, or null.</param>
/// <param name="Province">The article's province, or null.</param>
/// <param name="Published">The publication time in ISO form, or null.</param>
/// <param name="PublishedJalali">The Tehran day as Jalali yyyy-MM-dd, or null.</param>
/// <param name="Speaker">Who said it, or null.</param>
/// <param name="Kind">The statement's or figure's kind, the pledge's strength.</param>
/// <param name="Snippet">The sentence it stands in, in the source's words.</param>
/// <param name="SnippetHighlights">Ranges of the snippet that match.</param>
/// <param name="SnippetStart">Where the snippet begins in the article's clean text.</param>
/// <param name="Start">Where the fact begins in the article's clean text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Score">The rank's weight, comparable within one answer only.</param>
public sealed record FactHit(
    string Fact, string Id, string ArticleId, string Title, string Url, string? Outlet, string? Province, string? Published, string? PublishedJalali,
    string? Speaker, string Kind, string Snippet, IReadOnlyList<TextSpan> SnippetHighlights, int SnippetStart, int Start, int End, double Score)
{
    /// <summary>True where some words of the query are missing.</summary>
    public bool Partly { get; init; }

    /// <summary>In how many copies of its story, this one included, it stands; 1 where the story has no copies.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>How many outlets those are of.</summary>
    public int Outlets { get; init; } = 1;

    /// <summary>The fact where it is a statement, else null.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The fact where it is a figure, else null.</summary>
    public Figure? Figure { get; init; }

    /// <summary>The fact where it is a pledge, else null.</summary>
    public Pledge? Pledge { get; init; }
}
