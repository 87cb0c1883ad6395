using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsMiner.Index;
using NewsMiner.Index.Search;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/search</c>, <c>/api/search/facts</c>, <c>/api/search/complete</c>, <c>/api/articles</c> and <c>/api/articles/{id}/similar</c>.</summary>
internal static class SearchRoutes
{
    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search", Search).WithName("search").WithTags("search")
            .WithSummary("Articles that match a query, best first, with facets and highlighted snippets")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/search/facts", SearchFacts).WithName("searchFacts").WithTags("search")
            .WithSummary("Statements, figures and pledges that match a query, each with its own snippet; speaker, kind and place are the fact's own")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/articles", List).WithName("articles").WithTags("articles")
            .WithSummary("Articles of a filter, newest first")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/articles/{id}/similar", Similar).WithName("similarArticles").WithTags("articles")
            .WithSummary("Articles that share an article's telling words, without the article and its copies")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/api/search/complete", Complete).WithName("complete").WithTags("search")
            .WithSummary("Completions of what is being typed, from the index's own words, names, posts and places")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static Results<Ok<SearchResults>, ProblemHttpResult> Search(
        [AsParameters] FilterParameters filters, [AsParameters] PageParameters page, [AsParameters] RankParameters rank, NewsIndex index, HttpContext http,
        [Description("Fold near-duplicates into one hit; default true")] bool? fold, CancellationToken cancellation)
    {
        if (!filters.TryRead(out var filter, out var errors) | !page.TryRead(out var limit, errors) | !rank.TryRead(out var request, errors)) return Problems.Invalid(errors);
        return Answer(index.Search(request with { Filter = filter, Limit = limit, Cursor = page.Cursor, FoldDuplicates = fold ?? true }, cancellation), http, found => found.NextCursor);
    }

    private static Results<Ok<FactResults>, ProblemHttpResult> SearchFacts(
        [AsParameters] FilterParameters filters, [AsParameters] PageParameters page, [AsParameters] RankParameters rank, NewsIndex index, HttpContext http,
        [Description("statement, figure or pledge; left out: all three")] string? fact, [Description("Fold near-duplicates into one hit; default true")] bool? fold, CancellationToken cancellation)
    {
        if (!filters.TryRead(out var filter, out var errors) | !page.TryRead(out var limit, errors) | !rank.TryRead(out var request, errors)) return Problems.Invalid(errors);
        if (fact is not (null or "statement" or "figure" or "pledge")) return Problems.Invalid("fact", "یکی از این‌ها: statement، figure، pledge", "one of statement, figure, pledge");
        return Answer(index.SearchFacts(request with { Filter = filter, Limit = limit, Cursor = page.Cursor, Fact = fact, FoldDuplicates = fold ?? true }, cancellation), http, found => found.NextCursor);
    }

    private static Results<Ok<SearchResults>, ProblemHttpResult> List(
        [AsParameters] FilterParameters filters, [AsParameters] PageParameters page, NewsIndex index, HttpContext http, CancellationToken cancellation)
    {
        if (!filters.TryRead(out var filter, out var errors) | !page.TryRead(out var limit, errors)) return Problems.Invalid(errors);
        var request = new SearchRequest { Filter = filter, Order = SearchOrder.Newest, Limit = limit, Cursor = page.Cursor, Facets = false, FoldDuplicates = false };
        return Answer(index.Search(request, cancellation), http, found => found.NextCursor);
    }

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(SearchAnswer<T> answer, HttpContext http, Func<T, string?> next)
    {
        switch (answer)
        {
            case SearchAnswer<T>.Found { Results: var results }:
                PageParameters.LinkNext(http, next(results));
                return TypedResults.Ok(results);
            case SearchAnswer<T>.Rejected rejected:
                return Problems.Invalid(rejected.Field, rejected.MessageFa, rejected.Message, rejected.Position);
            default:
                throw new InvalidOperationException("SearchAnswer is closed");
        }
    }

    private static Results<Ok<SimilarArticles>, ProblemHttpResult> Similar(string id, NewsIndex index, [Description("How many, 1 to 20; default 5")] int? limit, CancellationToken cancellation)
    {
        if (limit is < 1 or > 20) return Problems.Invalid("limit", "عددی از ۱ تا ۲۰", "a number from 1 to 20");
        return index.Similar(id, limit ?? 5, cancellation) is { } similar ? TypedResults.Ok(similar) : Problems.NotFound("خبر", "article");
    }

    private static Results<Ok<IReadOnlyList<Completion>>, ProblemHttpResult> Complete(
        [FromQuery(Name = "q")] string? typed, NewsIndex index, [Description("How many, 1 to 20; default 8")] int? limit)
    {
        if (limit is < 1 or > 20) return Problems.Invalid("limit", "عددی از ۱ تا ۲۰", "a number from 1 to 20");
        if (typed?.Length > FilterParameters.MaxLength) return Problems.Invalid("q", $"بیش از {FilterParameters.MaxLength} نویسه است", $"longer than {FilterParameters.MaxLength} characters");
        return TypedResults.Ok(index.Complete(typed ?? "", limit ?? 8));
    }
}
