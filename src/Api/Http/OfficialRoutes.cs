using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Api.Access;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/officials/register</c> and <c>/api/officials/{id}</c>: persons with their posts over time and all they said, counted and promised.</summary>
internal static class OfficialRoutes
{
    public static void MapOfficials(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/officials/register", Register).WithName("officialRegister").WithTags("facts")
            .WithSummary("Persons with a post, each once; q looks for words of name and post")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/officials/{id}", Profile).WithName("official").WithTags("facts")
            .WithSummary("One person: posts over time, newest statements, pledges and figures, and who else speaks in the same articles")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<FactPage<RegisteredOfficial>>, ProblemHttpResult> Register(
        [AsParameters] FilterParameters filters, [AsParameters] PageParameters page, [Description("articles (default), name or newest")] string? order,
        OfficialRegister register, HttpContext http, CancellationToken cancellation)
    {
        filters.TryRead(out var filter, out var errors);
        var parsed = Words.Read("order", order, RegisterOrder.Articles, errors);
        if (!page.TryRead(out var limit, errors)) return Problems.Invalid(errors);
        if (register.List(filter, parsed, limit, page.Cursor, cancellation) is not { } found) return Problems.Cursor();
        PageParameters.LinkNext(http, found.NextCursor);
        return TypedResults.Ok(found);
    }

    private static Results<Ok<OfficialAnswer>, ProblemHttpResult> Profile(
        [Description("The person's name in any spelling, or the id of the register.")] string id, OfficialRegister register, TimeProvider time, CancellationToken cancellation) =>
        id.Length <= FilterParameters.MaxLength && register.Find(id, time.Today(), cancellation) is { } profile
            ? TypedResults.Ok(OfficialAnswer.From(profile, time.Today())) : Problems.NotFound("مسئولی با این نام", "official");
}

/// <summary>One person as the API answers it.</summary>
internal sealed record OfficialAnswer(
    [property: Flatten] RegisteredOfficial Official, bool MayBeSeveral, FactSample<FactItem<Statement>> Statements, PledgeSample Pledges, FactSample<FactItem<Figure>> Figures,
    IReadOnlyList<CoSpeaker> CoSpeakers, IReadOnlyList<OfficialMonth> Months)
{
    public static OfficialAnswer From(OfficialProfile profile, DateOnly today) => new(
        profile.Official, profile.MayBeSeveral,
        new(profile.Statements.Total, [.. profile.Statements.Items.Select(FactItem<Statement>.From)]),
        new(profile.Pledges.Total, profile.OverduePledges, [.. profile.Pledges.Items.Select(stored => PledgeItem.From(stored, today))]),
        new(profile.Figures.Total, [.. profile.Figures.Items.Select(FactItem<Figure>.From)]),
        profile.CoSpeakers, profile.Months);
}
