using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Index;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/trends/terms</c>: how often a query was written about, month by month.</summary>
internal static class TrendRoutes
{
    public static void MapTrends(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/trends/terms", Terms).WithName("termTrend").WithTags("trends")
            .WithSummary("Articles a Jalali month for a query, absolute and as a share of all articles of the same filter")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static Results<Ok<TermTrend>, ProblemHttpResult> Terms([AsParameters] FilterParameters filters, NewsIndex index)
    {
        if (!filters.TryRead(out var filter, out var errors)) return Problems.Invalid(errors);
        return TypedResults.Ok(index.Trend(filter));
    }
}
