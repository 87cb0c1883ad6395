using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Reviews;

namespace NewsMiner.Index.Facts;

/// <summary>A stored fact with the article it stands in.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Url">The article's address.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Outlet">The article's outlet.</param>
/// <param name="Province">The article's province, or null.</param>
/// <param name="Published">The publication time in ISO form, or null.</param>
/// <param name="PublishedJalali">The Tehran day as Jalali yyyy-MM-dd, or null.</param>
public sealed record StoredFact<T>(
    T Fact, string ArticleId, string Url, string Title, string? Outlet, string? Province, string? Published, string? PublishedJalali)
    where T : Fact
{
    /// <summary>What a person ruled about it or a copy of it, or null.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>How many copies of its story, this one included, say the same; 1 where the story has no copies.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>How many outlets those are of.</summary>
    public int Outlets { get; init; } = 1;

    /// <summary>The id of the article in which its story appeared first; null where the story has no copies.</summary>
    public string? Story { get; init; }
}

/// <summary>One page of a list.</summary>
/// <param name="Total">How many there are in all; exact.</param>
/// <param name="Items">The page, in the order asked for.</param>
/// <param name="NextCursor">Opaque; null on the last page.</param>
public sealed record FactPage<T>(long Total, IReadOnlyList<T> Items, string? NextCursor);

/// <summary>The answer to a list of facts, or what is wrong with its cursor.</summary>
public abstract record FactAnswer<T> where T : Fact
{
    private FactAnswer() { }

    /// <summary>A page of the list.</summary>
    public sealed record Found(FactPage<StoredFact<T>> Page) : FactAnswer<T>;

    /// <summary>The cursor is not one of this list.</summary>
    public sealed record Rejected : FactAnswer<T>;
}
