using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index;
using NewsMiner.Index.Facts;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/officials</c>, <c>/api/statements</c>, <c>/api/figures</c>, <c>/api/pledges</c>: facts of a filter, newest article first.</summary>
internal static class FactRoutes
{
    public static void MapFacts(this IEndpointRouteBuilder routes)
    {
        Map<Official>(routes, "officials", "Persons with the posts an article gives them");
        Map<Statement>(routes, "statements", "Who said what");
        Map<Figure>(routes, "figures", "Numbers that measure something");
        Map<Pledge>(routes, "pledges", "Who promised what by when");
    }

    private static void Map<T>(IEndpointRouteBuilder routes, string kind, string summary) where T : Fact =>
        routes.MapGet("/api/" + kind, List<T>).WithName(kind).WithTags("facts").WithSummary(summary).ProducesProblem(StatusCodes.Status400BadRequest);

    private static Results<Ok<FactPage<T>>, ProblemHttpResult> List<T>(
        [AsParameters] FilterParameters filters, [AsParameters] PageParameters page, NewsIndex index, HttpContext http) where T : Fact
    {
        if (!filters.TryRead(out var filter, out var errors) | !page.TryRead(out var limit, errors)) return Problems.Invalid(errors);
        switch (index.Facts<T>(filter, limit, page.Cursor))
        {
            case FactAnswer<T>.Found { Page: var found }:
                PageParameters.LinkNext(http, found.NextCursor);
                return TypedResults.Ok(new FactPage<T>(found.Total, [.. found.Items.Select(stored => stored.Fact)], found.NextCursor));
            default:
                return Problems.Invalid("cursor", "نشانهٔ ادامه خوانده نشد", "not a cursor of this list");
        }
    }
}
