using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Api.Access;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler.Scheduling;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/crawl/schedule</c>: when each source is crawled; an operator pauses, resumes and starts one.</summary>
internal static class ScheduleRoutes
{
    public static void MapSchedule(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/crawl/schedule", StateAsync).WithName("schedule").WithTags("status")
            .WithSummary("When each source was last and will next be crawled, and which are paused; empty where this server crawls nothing");
        Act(routes, "crawlSource", "crawl", "Crawls a source now, whatever its schedule; a source that is being crawled follows once it is done", async (schedule, source, cancellation) => { await schedule.TriggerAsync(source, cancellation); });
        Act(routes, "pauseSource", "pause", "Leaves a source alone until it is resumed, also after a restart", (schedule, source, cancellation) => schedule.PauseAsync(source, cancellation));
        Act(routes, "resumeSource", "resume", "Ends a pause; what was missed meanwhile is made good by one crawl", (schedule, source, cancellation) => schedule.ResumeAsync(source, cancellation));
    }

    private static async Task<Ok<ScheduleAnswer>> StateAsync(CrawlDesk desk, CancellationToken cancellation) => TypedResults.Ok(desk.Schedule is { } schedule
        ? new ScheduleAnswer(true, await schedule.StateAsync(cancellation))
        : new ScheduleAnswer(false, []));

    private static void Act(IEndpointRouteBuilder routes, string name, string verb, string summary, Func<CrawlSchedule, string, CancellationToken, Task> act) =>
        routes.MapPost($"/api/crawl/schedule/{{source}}/{verb}", async Task<Results<Ok<ScheduledSource>, ProblemHttpResult>> (string source, CrawlDesk desk, CancellationToken cancellation) =>
        {
            if (desk.Schedule is not { } schedule)
                return Problems.Of(StatusCodes.Status409Conflict, "این کارساز چیزی نمی‌خزد", "This server crawls nothing", "کارساز را با فهرست منبع‌ها (‎--sources) راه بیندازید", "start the server with a source list (serve --sources FILE)");
            if (await FindAsync(schedule, source, cancellation) is null) return Problems.NotFound("منبع", "scheduled source");
            await act(schedule, source, cancellation);
            return await FindAsync(schedule, source, cancellation) is { } state ? TypedResults.Ok(state) : Problems.NotFound("منبع", "scheduled source");
        }).WithName(name).WithTags("status").WithSummary(summary).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).Needs(KeyScope.Admin);

    private static async Task<ScheduledSource?> FindAsync(CrawlSchedule schedule, string source, CancellationToken cancellation) =>
        (await schedule.StateAsync(cancellation)).FirstOrDefault(state => state.Source == source);
}

/// <summary>The schedule of a server.</summary>
/// <param name="Crawls">Whether this server crawls at all.</param>
/// <param name="Sources">Its sources by id.</param>
internal sealed record ScheduleAnswer(bool Crawls, IReadOnlyList<ScheduledSource> Sources);
