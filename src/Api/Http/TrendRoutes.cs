using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsMiner.Index;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/trends/…</c>: how often, how much and together with what something was written about, and what the curves mean.</summary>
internal static class TrendRoutes
{
    public static void MapTrends(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/trends/terms", Terms).WithName("termTrend").WithTags("trends")
            .WithSummary("How often queries (q up to five times) were written about, period by period, absolute and as a share of the same sources' output, with bursts, spikes, trend and change point")
            .WithMetadata(new RepeatedWord("q")).ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/trends/compare", Compare).WithName("trendComparison").WithTags("trends")
            .WithSummary("What rose and fell from the filter to the same filter with q2, outlet2, province2, place2, topic2, from2 or to2 in place: terms, officials, bodies, places, topics")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/trends/emerging", Emerging).WithName("emergingNames").WithTags("trends")
            .WithSummary("Terms and names that came up in the last days against the days before")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/trends/figures", Figures).WithName("figureTrend").WithTags("trends")
            .WithSummary("Sum and median of a figure period by period, the spread between outlets, and figures that contradict each other")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/trends/together", Together).WithName("namesTogether").WithTags("trends")
            .WithSummary("Officials, bodies, topics, places and outlets that stand in the same stories more often than by chance")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static Results<Ok<TermTrend>, ProblemHttpResult> Terms(
        [AsParameters] FilterParameters filters, [AsParameters] SeriesParameters series, NewsIndex index, HttpContext http, CancellationToken cancellation)
    {
        if (!series.TryRead(filters, http.Request.Query, out var request, out var errors)) return Problems.Invalid(errors);
        return Answer(index.Trend(request, cancellation));
    }

    private static Results<Ok<TrendComparison>, ProblemHttpResult> Compare(
        [AsParameters] FilterParameters filters, [AsParameters] OtherSideParameters other, NewsIndex index,
        [Description("The most entries of a list, 1 to 100; default 20")] string? limit, CancellationToken cancellation)
    {
        var read = filters.TryRead(out var filter, out var errors);
        var most = Choice.Number("limit", limit, 1, 100, 20, errors);
        if (!other.TryRead(filter, out var second, errors) | !read || errors.Count > 0) return Problems.Invalid(errors);
        return Answer(index.Compare(new() { A = filter, B = second, Limit = most }, cancellation));
    }

    private static Results<Ok<EmergingNames>, ProblemHttpResult> Emerging(
        [AsParameters] FilterParameters filters, NewsIndex index,
        [Description("The days looked at where from is not given, 1 to 90; default 7")] string? days,
        [Description("The days before them, 7 to 3650; default 90")] string? background, [Description("The most entries of a list, 1 to 100; default 20")] string? limit, CancellationToken cancellation)
    {
        filters.TryRead(out var filter, out var errors);
        var request = new EmergingRequest
        {
            Filter = filter, Days = Choice.Number("days", days, 1, 90, 7, errors), Background = Choice.Number("background", background, 7, 3650, 90, errors),
            Limit = Choice.Number("limit", limit, 1, 100, 20, errors),
        };
        return errors.Count > 0 ? Problems.Invalid(errors) : Answer(index.Emerging(request, cancellation));
    }

    private static Results<Ok<FigureTrend>, ProblemHttpResult> Figures(
        [AsParameters] FilterParameters filters, NewsIndex index,
        [Description("Words of what is counted, such as مددجو; all must be in it")] string? counted, [Description("The unit, such as نفر, درصد or ریال; the most frequent where it is left out")] string? unit,
        [Description("day, week, month, season or year; default month")] string? grain, [Description("level (no increases and decreases), any, up or down; default level")] string? change,
        [Description("The most contradictions, 1 to 100; default 20")] string? limit, CancellationToken cancellation)
    {
        filters.TryRead(out var filter, out var errors, FilterValues.Figures);
        var request = new FigureTrendRequest
        {
            Filter = filter, Counted = Choice.Text("counted", counted, errors), Unit = Choice.Text("unit", unit, errors), Grain = Choice.Read("grain", grain, TrendGrain.Month, errors),
            Change = Choice.Read("change", change, FigureChange.Level, errors), Limit = Choice.Number("limit", limit, 1, 100, 20, errors),
        };
        if (request is { Counted: null, Unit: null, Filter.Kind: null })
            errors.TryAdd("counted", ["بنویسید چه چیزی شمرده شود: counted، unit یا kind · say what is counted: counted, unit or kind"]);
        return errors.Count > 0 ? Problems.Invalid(errors) : Answer(index.FigureTrend(request, cancellation));
    }

    private static Results<Ok<TogetherNames>, ProblemHttpResult> Together(
        [AsParameters] FilterParameters filters, NewsIndex index,
        [Description("official, body, topic, place or outlet; default official")] string? of, [Description("The same for the second of a pair; default body")] string? with,
        [Description("Pairs of fewer stories are left out, 1 to 1000; default 2")] string? min, [Description("The most pairs, 1 to 200; default 50")] string? limit, CancellationToken cancellation)
    {
        filters.TryRead(out var filter, out var errors);
        var request = new TogetherRequest
        {
            Filter = filter, Of = Choice.Read("of", of, NameKind.Official, errors), With = Choice.Read("with", with, NameKind.Body, errors),
            LeastStories = Choice.Number("min", min, 1, 1000, 2, errors), Limit = Choice.Number("limit", limit, 1, 200, 50, errors),
        };
        return errors.Count > 0 ? Problems.Invalid(errors) : Answer(index.Together(request, cancellation));
    }

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(TrendAnswer<T> answer) => answer switch
    {
        TrendAnswer<T>.Found found => TypedResults.Ok(found.Result),
        TrendAnswer<T>.Rejected { Wrong: var wrong } => Problem(wrong),
        _ => throw new InvalidOperationException("TrendAnswer is closed"),
    };

    /// <summary>What makes a question unusable, as a problem.</summary>
    public static ProblemHttpResult Problem(TrendRejection wrong) => Problems.Invalid(wrong.Field, wrong.MessageFa, wrong.Message, wrong.Position);
}
