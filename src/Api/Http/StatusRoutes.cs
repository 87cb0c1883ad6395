using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Index;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Http;

/// <summary><c>/health</c>, <c>/api/status</c> and <c>/api/sources</c>: whether the program answers, what it holds, what it reads.</summary>
internal static class StatusRoutes
{
    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new Health("live"))).WithName("live").WithTags("health").WithSummary("The process runs");
        routes.MapGet("/health/ready", Ready).WithName("ready").WithTags("health").WithSummary("The store answers").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/api/status", (NewsStore store) => TypedResults.Ok(store.Counts())).WithName("status").WithTags("status").WithSummary("How much the store holds");
        routes.MapGet("/api/sources", (NewsIndex index) => TypedResults.Ok(index.Outlets())).WithName("sources").WithTags("status").WithSummary("Outlets with the number of their articles and their first and last day");
        routes.MapGet("/api/quarantine", (NewsStore store) => TypedResults.Ok(store.Quarantined())).WithName("quarantine").WithTags("status").WithSummary("Input that could not become an article, with its reason");
    }

    private static Results<Ok<Health>, ProblemHttpResult> Ready(NewsStore store)
    {
        try
        {
            store.Check();
            return TypedResults.Ok(new Health("ready"));
        }
        catch (Microsoft.Data.Sqlite.SqliteException broken)
        {
            return TypedResults.Problem(broken.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "انبار پاسخ نمی‌دهد");
        }
    }
}

/// <summary>A health answer.</summary>
internal sealed record Health(string Status);
