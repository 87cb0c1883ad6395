using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsMiner.Index;
using NewsMiner.Index.Search;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/search</c> and <c>/api/articles</c>: articles that match, with facets and highlights.</summary>
internal static class SearchRoutes
{
    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search", Search).WithName("search").WithTags("search")
            .WithSummary("Articles that match a query, best first, with facets and highlighted snippets")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/articles", List).WithName("articles").WithTags("articles")
            .WithSummary("Articles of a filter, newest first")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/search/complete", Complete).WithName("complete").WithTags("search")
            .WithSummary("Completions of the last word of a query, from the index's own terms and names");
    }

    private static Results<Ok<SearchResults>, ProblemHttpResult> Search(
        [AsParameters] FilterParameters filters, [AsParameters] PageParameters page, NewsIndex index, HttpContext http,
        [Description("relevance, newest or oldest")] string? order, [Description("Count facets; default true")] bool? facets,
        [Description("Fold near-duplicates into one hit; default true")] bool? fold, CancellationToken cancellation)
    {
        if (!Enum.TryParse<SearchOrder>(order ?? "relevance", ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed) || int.TryParse(order, out _))
            return Problems.Invalid("order", "یکی از این‌ها: relevance، newest، oldest", "one of relevance, newest, oldest");
        return Answer(filters, page, index, http, parsed, facets ?? true, fold ?? true, cancellation);
    }

    private static Results<Ok<SearchResults>, ProblemHttpResult> List(
        [AsParameters] FilterParameters filters, [AsParameters] PageParameters page, NewsIndex index, HttpContext http, CancellationToken cancellation) =>
        Answer(filters, page, index, http, SearchOrder.Newest, facets: false, fold: false, cancellation);

    private static Results<Ok<SearchResults>, ProblemHttpResult> Answer(
        FilterParameters filters, PageParameters page, NewsIndex index, HttpContext http, SearchOrder order, bool facets, bool fold, CancellationToken cancellation)
    {
        if (!filters.TryRead(out var filter, out var errors) | !page.TryRead(out var limit, errors)) return Problems.Invalid(errors);
        var request = new SearchRequest { Filter = filter, Order = order, Limit = limit, Cursor = page.Cursor, Facets = facets, FoldDuplicates = fold };
        switch (index.Search(request, cancellation))
        {
            case SearchAnswer.Found { Results: var results }:
                PageParameters.LinkNext(http, results.NextCursor);
                return TypedResults.Ok(results);
            case SearchAnswer.Rejected rejected:
                return Problems.Invalid(rejected.Field, rejected.MessageFa, rejected.Message, rejected.Position);
            default:
                throw new InvalidOperationException("SearchAnswer is closed");
        }
    }

    private static Ok<IReadOnlyList<string>> Complete([FromQuery(Name = "q")] string? prefix, NewsIndex index) =>
        TypedResults.Ok<IReadOnlyList<string>>(prefix is { Length: > 0 and <= FilterParameters.MaxLength } ? [.. index.Complete(prefix, 8)] : []);
}
