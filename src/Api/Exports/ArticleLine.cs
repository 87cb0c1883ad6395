using NewsMiner.Api.Output;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Exports;

/// <summary>A line of exported articles: an article as <c>extract</c> writes it, with its place among the copies of its story.</summary>
internal sealed record ArticleLine([property: Flatten] ArticleOutput Article, string? Story, int Copies, int Outlets)
{
    public static ArticleLine From(StoredArticle stored) => new(ArticleOutput.From(stored.Article), stored.Story, stored.Copies, stored.Outlets);
}
