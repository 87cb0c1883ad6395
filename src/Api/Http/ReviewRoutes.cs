using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Api.Access;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Keys;
using NewsMiner.Index.Reviews;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/facts/{id}/flag</c> and <c>/api/reviews</c>: what people rule about facts, and the queue of what waits for a decision.</summary>
internal static class ReviewRoutes
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxNote = 1000;

    /// <summary>The limiter of flags without a key: each may stay in the queue for long.</summary>
    public const string Limiter = "flags";

    /// <summary>Flags a network without a key may send in a minute.</summary>
    public const int FlagsPerMinute = 30;

    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/facts/{id}/flag", FlagAsync).WithName("flagFact").WithTags("reviews")
            .WithSummary("Says that a fact is right or wrong: holds at once with an admin key, else waits for review")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).OpenToAll().RequireRateLimiting(Limiter);
        routes.MapGet("/api/reviews", List).WithName("reviews").WithTags("reviews").WithSummary("What people ruled about facts, newest first")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapPost("/api/reviews/{id}/accept", (long id, ReviewBook book, CancellationToken cancellation) => DecideAsync(id, true, book, cancellation))
            .WithName("acceptReview").WithTags("reviews").WithSummary("Lets a ruling hold").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Needs(KeyScope.Admin);
        routes.MapPost("/api/reviews/{id}/dismiss", (long id, ReviewBook book, CancellationToken cancellation) => DecideAsync(id, false, book, cancellation))
            .WithName("dismissReview").WithTags("reviews").WithSummary("Refuses a ruling, or takes one back that held").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Needs(KeyScope.Admin);
    }

    private static async Task<Results<Created<FactReview>, ProblemHttpResult>> FlagAsync(string id, FlagBody body, ReviewBook book, TimeProvider time, HttpContext http, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>();
        var verdict = Words.Read<Verdict>("verdict", body.Verdict, default, errors);
        if (string.IsNullOrWhiteSpace(body.Verdict)) errors["verdict"] = ["right یا wrong · right or wrong"];
        if (body.Note?.Length > MaxNote) errors["note"] = [$"بیش از {MaxNote} نویسه است · longer than {MaxNote} characters"];
        if (errors.Count > 0) return Problems.Invalid(errors);
        var note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note.Trim();
        var review = await book.RuleAsync(id, new(verdict, note, http.Key()?.Name, http.Has(KeyScope.Admin)), time.GetUtcNow(), cancellation);
        return review is null ? Problems.NotFound("دادهٔ استخراج‌شده", "fact") : TypedResults.Created((string?)null, review);
    }

    private static Results<Ok<FactPage<ReviewItem>>, ProblemHttpResult> List(
        [Description("queued, effective, dismissed or superseded; all where it is not given")] string? status, [AsParameters] PageParameters page, ReviewBook book, HttpContext http, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>();
        var wanted = Words.Read<ReviewStatus>("status", status, default, errors);
        if (!page.TryRead(out var limit, errors)) return Problems.Invalid(errors);
        if (book.List(string.IsNullOrWhiteSpace(status) ? null : wanted, limit, page.Cursor, cancellation) is not { } found) return Problems.Cursor();
        PageParameters.LinkNext(http, found.NextCursor);
        return TypedResults.Ok(new FactPage<ReviewItem>(found.Total, [.. found.Items.Select(item => new ReviewItem(item.Review, item.Fact))], found.NextCursor));
    }

    private static async Task<Results<Ok<FactReview>, ProblemHttpResult>> DecideAsync(long id, bool accept, ReviewBook book, CancellationToken cancellation) =>
        await book.DecideAsync(id, accept, cancellation) is { } review ? TypedResults.Ok(review) : Problems.NotFound("نظر", "review");
}

/// <summary>What a reader says of a fact.</summary>
/// <param name="Verdict"><c>right</c> or <c>wrong</c>.</param>
/// <param name="Note">Why; up to 1000 characters.</param>
internal sealed record FlagBody(string? Verdict, string? Note);

/// <summary>A ruling with the fact it is about, where the store still holds it.</summary>
internal sealed record ReviewItem([property: Flatten] FactReview Review, object? Fact);
