using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Clusters;

/// <summary>The copies of one story that several outlets, or one several times, published.</summary>
/// <param name="Id">The cluster's number.</param>
/// <param name="FirstArticleId">The article that appeared first.</param>
/// <param name="FirstOutlet">Who published it.</param>
/// <param name="Outlets">How many outlets have a copy.</param>
/// <param name="Copies">All of them, the first first.</param>
public sealed record SyndicationCluster(long Id, string FirstArticleId, string? FirstOutlet, int Outlets, IReadOnlyList<SyndicatedCopy> Copies);

/// <summary>A copy of a story.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Published">When.</param>
/// <param name="Edit"><c>first</c> or how it differs from the first: <c>same</c> <c>headline</c> <c>cut</c> <c>extended</c> <c>edited</c>.</param>
/// <param name="Likeness">The share of the smaller text's word pairs that both have, 0 to 1.</param>
public sealed record SyndicatedCopy(string ArticleId, string? Outlet, string Title, PublicationTime? Published, string Edit, double Likeness);

/// <summary>How one copy of a story differs from another.</summary>
internal static class CopyEdit
{
    /// <summary>Of a text that was cut or extended, nearly all of the shorter stands in the longer; the rest is spelling.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>The kind of edit that leads from the first to the copy, and how alike they are.</summary>
    public static (string Edit, double Likeness) Of(Article first, Article copy)
    {
        var (before, after) = (Shingles.Of(first).Pairs(), Shingles.Of(copy).Pairs());
        var likeness = before.Containment(after);
        if (Body(first) == Body(copy)) return (Fold.Key(first.Title) == Fold.Key(copy.Title) ? "same" : "headline", likeness);
        if (after.In(before) >= NearlyAll && after.Count < before.Count) return ("cut", likeness);
        return (before.In(after) >= NearlyAll && after.Count > before.Count ? "extended" : "edited", likeness);
    }

    private static string Body(Article article) => Fold.Key(string.Concat(article.Paragraphs));
}
