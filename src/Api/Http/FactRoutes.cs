using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Api.Access;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Keys;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/officials</c>, <c>/api/statements</c>, <c>/api/figures</c>, <c>/api/pledges</c>: facts of a filter, newest article first.</summary>
internal static class FactRoutes
{
    public static void MapFacts(this IEndpointRouteBuilder routes)
    {
        Map<Official>(routes, "officials", "Persons with the posts an article gives them");
        Map<Statement>(routes, "statements", "Who said what");
        Map<Figure>(routes, "figures", "Numbers that measure something");
        routes.MapGet("/api/figures/pivot", Pivot).WithName("figurePivot").WithTags("facts").WithSummary("All figures of one unit by place and Jalali month: median and number of each cell")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/pledges", Pledges).WithName("pledges").WithTags("facts").WithSummary("Who promised what by when, and how that stands to today")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/pledges/board", Board).WithName("pledgeBoard").WithTags("facts").WithSummary("Counts of pledges by status, strength and the Jalali month they fall due")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static void Map<T>(IEndpointRouteBuilder routes, string kind, string summary) where T : Fact =>
        routes.MapGet("/api/" + kind, List<T>).WithName(kind).WithTags("facts").WithSummary(summary).ProducesProblem(StatusCodes.Status400BadRequest);

    private static Results<Ok<FactPage<FactItem<T>>>, ProblemHttpResult> List<T>(
        [AsParameters] FilterParameters filters, [AsParameters] FactParameters facts, [AsParameters] PageParameters page,
        NewsIndex index, HttpContext http, CancellationToken cancellation) where T : Fact
    {
        filters.TryRead(out var filter, out var errors, FilterValues.Of($"{typeof(T).Name.ToLowerInvariant()}s"));
        var selection = facts.Read(filter, fold: true, errors);
        if (!page.TryRead(out var limit, errors)) return Problems.Invalid(errors);
        if (QueryCheck.Problem(filter.Query) is { } wrong) return Problems.Query(wrong);
        return Answer(index.Facts<T>(selection, limit, page.Cursor, cancellation), FactItem<T>.From, http);
    }

    private static Results<Ok<FactPage<PledgeItem>>, ProblemHttpResult> Pledges(
        [AsParameters] FilterParameters filters, [AsParameters] FactParameters facts, [AsParameters] PledgeParameters pledges, [AsParameters] PageParameters page,
        [Description("newest (default), or due: earliest due day first.")] string? order, NewsIndex index, TimeProvider time, HttpContext http, CancellationToken cancellation)
    {
        filters.TryRead(out var filter, out var errors, FilterValues.Pledges);
        var today = time.Today();
        var selection = pledges.Read(facts.Read(filter, fold: true, errors), today, errors) with { Order = Words.Read("order", order, FactOrder.Newest, errors) };
        if (!page.TryRead(out var limit, errors)) return Problems.Invalid(errors);
        if (QueryCheck.Problem(filter.Query) is { } wrong) return Problems.Query(wrong);
        return Answer(index.Facts<Pledge>(selection, limit, page.Cursor, cancellation), stored => PledgeItem.From(stored, today), http);
    }

    private static Results<Ok<PledgeBoardAnswer>, ProblemHttpResult> Board(
        [AsParameters] FilterParameters filters, [AsParameters] FactParameters facts, NewsDatabase database, TimeProvider time, CancellationToken cancellation)
    {
        filters.TryRead(out var filter, out var errors, FilterValues.Pledges);
        var selection = facts.Read(filter, fold: true, errors);
        if (errors.Count > 0) return Problems.Invalid(errors);
        if (QueryCheck.Problem(filter.Query) is { } wrong) return Problems.Query(wrong);
        var today = time.Today();
        return TypedResults.Ok(new PledgeBoardAnswer(today, today.Jalali(), PledgeBoard.Count(database, selection, today, cancellation)));
    }

    private static Results<Ok<FigurePivot>, ProblemHttpResult> Pivot(
        [AsParameters] FilterParameters filters, [AsParameters] FactParameters facts, NewsDatabase database,
        [Description("The unit, as the figures carry it; the most frequent where it is left out")] string? unit, [Description("The most places listed, 1 to 500; default 40")] string? limit, CancellationToken cancellation)
    {
        filters.TryRead(out var filter, out var errors, FilterValues.Figures);
        var selection = facts.Read(filter, fold: true, errors);
        var (asked, most) = (Choice.Text("unit", unit, errors), Choice.Number("limit", limit, 1, 500, 40, errors));
        if (errors.Count > 0) return Problems.Invalid(errors);
        if (QueryCheck.Problem(filter.Query) is { } wrong) return Problems.Query(wrong);
        return TypedResults.Ok(FigurePivot.Of(database, selection, asked, most, cancellation));
    }

    private static Results<Ok<FactPage<TItem>>, ProblemHttpResult> Answer<T, TItem>(FactAnswer<T> answer, Func<StoredFact<T>, TItem> item, HttpContext http) where T : Fact
    {
        if (answer is not FactAnswer<T>.Found { Page: var found }) return Problems.Cursor();
        PageParameters.LinkNext(http, found.NextCursor);
        return TypedResults.Ok(new FactPage<TItem>(found.Total, [.. found.Items.Select(item)], found.NextCursor));
    }
}

/// <summary>The pledge board of a day.</summary>
internal sealed record PledgeBoardAnswer(DateOnly Today, string TodayJalali, [property: Flatten] PledgeBoard Board);
