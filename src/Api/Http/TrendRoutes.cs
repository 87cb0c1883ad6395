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
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static Results<Ok<TermTrend>, ProblemHttpResult> Terms(
        [AsParameters] FilterParameters filters, [AsParameters] SeriesParameters series, NewsIndex index, HttpContext http, CancellationToken cancellation)
    {
        var read = filters.TryRead(out var filter, out var errors);
        string[] queries = [.. http.Request.Query["q"].OfType<string>().Where(query => !string.IsNullOrWhiteSpace(query)).Select(query => query.Trim())];
        if (queries.Length > 1)
        {
            // Each is measured by itself, not all of them joined.
            errors.Remove("q");
            foreach (var query in queries)
            {
                if (!new FilterParameters { Query = query }.TryRead(out _, out var wrong)) errors["q"] = wrong["q"];
            }
            read = errors.Count == 0;
        }
        if (!series.TryRead(out var request, errors) | !read) return Problems.Invalid(errors);
        return Answer(index.Trend(request with { Filter = filter with { Query = null }, Queries = queries }, cancellation));
    }

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(TrendAnswer<T> answer) => answer switch
    {
        TrendAnswer<T>.Found found => TypedResults.Ok(found.Result),
        TrendAnswer<T>.Rejected { Wrong: var wrong } => Problems.Invalid(wrong.Field, wrong.MessageFa, wrong.Message, wrong.Position),
        _ => throw new InvalidOperationException("TrendAnswer is closed"),
    };
}

/// <summary>How a series is counted and tested, as it stands in an address.</summary>
internal sealed class SeriesParameters
{
    [FromQuery(Name = "grain"), Description("day, week (from Saturday), month, season or year; default month")] public string? Grain { get; init; }

    [FromQuery(Name = "measure"), Description("articles, clusters (copies as one), outlets, statements, figures or pledges; default articles")] public string? Measure { get; init; }

    [FromQuery(Name = "value"), Description("What trend and change point look at: share or count; default share")] public string? Value { get; init; }

    [FromQuery(Name = "burst"), Description("batched (period by period) or gaps (between single articles); default batched")] public string? Burst { get; init; }

    /// <summary>The question without queries and filter; errors are added under their fields.</summary>
    public bool TryRead(out TermTrendRequest request, Dictionary<string, string[]> errors)
    {
        request = new()
        {
            Grain = Choice.Read("grain", Grain, TrendGrain.Month, errors), Measure = Choice.Read("measure", Measure, TrendMeasure.Articles, errors),
            Value = Choice.Read("value", Value, TrendValue.Share, errors), Burst = Choice.Read("burst", Burst, BurstForm.Batched, errors),
        };
        return errors.Count == 0;
    }
}

/// <summary>One of a few words.</summary>
internal static class Choice
{
    /// <summary>The member a word names, whatever its case; where there is none, an error that lists them.</summary>
    public static T Read<T>(string field, string? text, T fallback, Dictionary<string, string[]> errors) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return fallback;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }
        errors[field] = [$"یکی از این‌ها: {string.Join("، ", Words<T>())} · one of {string.Join(", ", Words<T>())}"];
        return fallback;
    }

    /// <summary>The words, in order.</summary>
    public static string[] Words<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)];
}
