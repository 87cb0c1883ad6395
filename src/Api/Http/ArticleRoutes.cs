using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NewsMiner.Api.Access;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Keys;
using NewsMiner.Index.Reviews;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/articles/{id}</c>: an article with its facts, and the page it came from as it was kept.</summary>
internal static class ArticleRoutes
{
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/articles/{id}", Get).WithName("article").WithTags("articles")
            .WithSummary("An article with all its facts; start and end of each count UTF-16 units of text")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/api/articles/{id}/page", Page).WithName("keptPage").WithTags("articles")
            .WithSummary("The page as it was fetched, shown without scripts")
            .Produces<string>(StatusCodes.Status200OK, "text/html").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<ArticleAnswer>, ProblemHttpResult> Get(string id, NewsStore store, ReviewBook book) => store.Find(id) is { } article
        ? TypedResults.Ok(new ArticleAnswer(ArticleOutput.From(article), book.OfArticle(id).GroupBy(review => review.FactId).ToDictionary(reviews => reviews.Key, reviews => reviews.First())))
        : Problems.NotFound("خبر", "article");

    private static Results<ContentHttpResult, ProblemHttpResult> Page(string id, NewsStore store, HttpContext http)
    {
        if (store.FindPage(id) is not { } page) return Problems.NotFound("صفحهٔ نگه‌داشته", "kept page");
        // A kept page is somebody else's HTML: it may not run, load or reach anything.
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return TypedResults.Text(PageDecoder.Decode(page.Body, page.Headers.GetValueOrDefault("content-type")).Text, "text/html; charset=utf-8");
    }
}

/// <summary>An article with what people ruled about its facts.</summary>
/// <param name="Article">The article with its facts.</param>
/// <param name="Reviews">By fact id: the ruling that holds, else one that waits.</param>
internal sealed record ArticleAnswer([property: Flatten] ArticleOutput Article, IReadOnlyDictionary<string, FactReview> Reviews);
