using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Api.Access;
using NewsMiner.Api.Alerts;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Alerts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/alerts</c>: saved searches over articles and facts, with what they found as a list, a feed and a digest.</summary>
internal static class AlertRoutes
{
    /// <summary>The most alerts a store keeps; each costs a look at every new article.</summary>
    public const int MostAlerts = 500;

    // A feed reader can send no key: whoever knows an alert's id, which cannot be guessed, may read its feed.
    private const int FeedEntries = 50;

    private const int PreviewDays = 30;

    private const int PreviewItems = 10;

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/alerts", (AlertBook book, HttpContext http) => TypedResults.Ok(new AlertList([.. book.All().Select(alert => AlertAnswer.From(alert, http.Has(KeyScope.Admin)))])))
            .WithName("alerts").WithTags("alerts").WithSummary("All saved searches, newest first");
        routes.MapPost("/api/alerts", AddAsync).WithName("addAlert").WithTags("alerts").WithSummary("Saves a search; its secret for webhook signatures is told once")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict).Needs(KeyScope.Admin);
        routes.MapPost("/api/alerts/preview", Preview).WithName("previewAlert").WithTags("alerts").WithSummary("What a search would have found in the last 30 days")
            .ProducesProblem(StatusCodes.Status400BadRequest).NeedsWhereClosed(KeyScope.Read);
        routes.MapGet("/api/alerts/{id}", Get).WithName("alert").WithTags("alerts").WithSummary("One saved search").ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapDelete("/api/alerts/{id}", RemoveAsync).WithName("removeAlert").WithTags("alerts").WithSummary("Forgets a search with all it found")
            .ProducesProblem(StatusCodes.Status404NotFound).Needs(KeyScope.Admin);
        routes.MapGet("/api/alerts/{id}/matches", Matches).WithName("alertMatches").WithTags("alerts").WithSummary("What a search found, newest first")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/api/alerts/{id}/feed.atom", Feed).WithName("alertFeed").WithTags("alerts").WithSummary("What a search found last, as an Atom feed")
            .Produces<string>(StatusCodes.Status200OK, "application/atom+xml").ProducesProblem(StatusCodes.Status404NotFound).OpenToAll();
        routes.MapGet("/api/alerts/{id}/digest/{day}", Digest).WithName("alertDigest").WithTags("alerts").WithSummary("What a search found on a Tehran day")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<AlertAnswer>, ProblemHttpResult>> AddAsync(AlertBody body, AlertBook book, ServerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>();
        if (body.Read(options.PrivateWebhookHosts, errors) is not { } draft) return Problems.Invalid(errors);
        if (book.All().Count >= MostAlerts)
            return Problems.Of(StatusCodes.Status409Conflict, "شمار هشدارها به بیشینه رسیده است", "Too many alerts", "نخست هشداری را بردارید", $"there are {MostAlerts} already; remove one first");
        var alert = await book.AddAsync(draft, time.GetUtcNow(), cancellation);
        return TypedResults.Created($"/api/alerts/{alert.Id}", AlertAnswer.From(alert, admin: true, made: true));
    }

    private static Results<Ok<AlertPreview>, ProblemHttpResult> Preview(AlertBody body, AlertBook book, ServerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>();
        if ((body with { Name = body.Name ?? "—" }).Read(options.PrivateWebhookHosts, errors) is not { } draft) return Problems.Invalid(errors);
        var found = book.Preview(draft, time.Today(), PreviewDays, cancellation);
        return TypedResults.Ok(new AlertPreview(found.Count, [.. found.Take(PreviewItems).Select(AlertMatchAnswer.From)]));
    }

    private static Results<Ok<AlertAnswer>, ProblemHttpResult> Get(string id, AlertBook book, HttpContext http) =>
        book.Find(id) is { } alert ? TypedResults.Ok(AlertAnswer.From(alert, http.Has(KeyScope.Admin))) : Missing();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, AlertBook book, CancellationToken cancellation) =>
        await book.RemoveAsync(id, cancellation) ? TypedResults.NoContent() : Missing();

    private static Results<Ok<FactPage<AlertMatchAnswer>>, ProblemHttpResult> Matches(string id, [AsParameters] PageParameters page, AlertBook book, HttpContext http)
    {
        var errors = new Dictionary<string, string[]>();
        if (!page.TryRead(out var limit, errors)) return Problems.Invalid(errors);
        if (book.Find(id) is not { } alert) return Missing();
        if (book.Matches(alert, limit, page.Cursor) is not { } found) return Problems.Cursor();
        PageParameters.LinkNext(http, found.NextCursor);
        return TypedResults.Ok(new FactPage<AlertMatchAnswer>(found.Total, [.. found.Items.Select(AlertMatchAnswer.From)], found.NextCursor));
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Feed(string id, AlertBook book, ServerOptions options, HttpContext http) => book.Find(id) is { } alert
        ? TypedResults.Text(AtomFeed.Write(alert, book.Matches(alert, FeedEntries, cursor: null)!.Items, options.PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}"), "application/atom+xml; charset=utf-8")
        : Missing();

    private static Results<Ok<AlertDigest>, ProblemHttpResult> Digest(string id, [Description("Jalali (1402-05-10) or Gregorian (2023-08-01).")] string day, AlertBook book, HttpContext http)
    {
        var errors = new Dictionary<string, string[]>();
        if (FilterParameters.Day("day", day, last: true, errors) is not { } known) return Problems.Invalid(errors);
        return book.Find(id) is { } alert
            ? TypedResults.Ok(new AlertDigest(AlertAnswer.From(alert, http.Has(KeyScope.Admin)), known, known.Jalali(), [.. book.FoundOn(alert, known).Select(AlertMatchAnswer.From)]))
            : Missing();
    }

    private static ProblemHttpResult Missing() => Problems.NotFound("هشداری", "alert");
}
