using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsMiner.Api.Access;
using NewsMiner.Api.Exports;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Output;
using NewsMiner.Index;
using NewsMiner.Index.Keys;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/export/{kind}.{format}</c>: all rows of a filter as a stream.</summary>
internal static class ExportRoutes
{
    /// <summary>The limiter of exports: a few at once, whoever asks.</summary>
    public const string Limiter = "exports";

    /// <summary>Exports that may run at once; each holds a thread and a state of the store.</summary>
    public const int AtOnce = 4;

    public static void MapExports(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/export/{kind}.{format}", Download).WithName("export").WithTags("export")
            .WithSummary("All rows of a kind (articles, officials, statements, figures, pledges, trends) as csv, jsonl, xlsx or zip (a data package); bom=1 for Excel")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", "application/x-ndjson")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(new StreamedAnswer(), new RepeatedWord("q")).NeedsWhereClosed(KeyScope.Export).RequireRateLimiting(Limiter).DisableRequestTimeout();

    private static Results<PushStreamHttpResult, ProblemHttpResult> Download(
        [Description("articles, officials, statements, figures, pledges or trends")] string kind, [Description("csv, jsonl, xlsx or zip")] string format,
        [AsParameters] FilterParameters filters, [AsParameters] FactParameters facts, [AsParameters] PledgeParameters pledges, [AsParameters] SeriesParameters series, [Description("1: CSV begins with a byte order mark, so that Excel opens Persian right")] string? bom,
        NewsStore store, NewsIndex index, ServerOptions options, TimeProvider time, HttpContext http)
    {
        if (!Export.Kinds.Contains(kind) || !Export.Formats.Contains(format)) return Problems.NotFound("این خروجی", "export");
        Dictionary<string, string[]> errors;
        TermTrendRequest? trend = null;
        var filter = new ArticleFilter();
        if (kind != "trends") filters.TryRead(out filter, out errors, FilterValues.Of(kind));
        else if (series.TryRead(filters, http.Request.Query, out trend, out errors)) filter = trend.Filter;
        if (kind != "trends" && http.Request.Query["q"].Count > 1) errors["q"] = ["تنها یک بار نوشته شود · may be given only once"];
        var selection = pledges.Read(facts.Read(filter, fold: false, errors), time.Today(), errors);
        foreach (var word in Meaningless(kind, facts, pledges, series)) errors[word] = [$"برای {kind} معنایی ندارد · means nothing for {kind}"];
        if (errors.Count > 0) return Problems.Invalid(errors);
        if ((trend?.Queries ?? (IReadOnlyList<string?>)[filter.Query]).Select(QueryCheck.Problem).FirstOrDefault(problem => problem is not null) is { } wrong) return Problems.Query(wrong);
        TermTrend? counted = null;
        if (trend is not null && !index.Trend(trend, http.RequestAborted).IsFound(out counted, out var refused)) return TrendRoutes.Problem(refused);
        var request = new ExportRequest(kind, format, selection, time.GetUtcNow(), options.PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}", bom is "1" or "true") { Trend = trend, Counted = counted };
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Snapshot"] = request.Snapshot.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        http.Response.Headers["X-Query"] = Uri.EscapeDataString(string.Join('&', request.Query().Select(word => $"{word.Name}={word.Value}")));
        // Rows are written as they are read; a slow reader slows the store's cursor down instead of filling memory.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(
            body =>
            {
                ApiMeters.Exported(kind, format, Export.Write(body, request, store, index, http.RequestAborted));
                return Task.CompletedTask;
            },
            request.MediaType, request.FileName);
    }

    /// <summary>The words given that do not bear on a kind of rows.</summary>
    private static IEnumerable<string> Meaningless(string kind, FactParameters facts, PledgeParameters pledges, SeriesParameters series) =>
    [
        .. kind == "pledges" ? [] : pledges.Given(), .. kind is "articles" or "trends" ? facts.Given() : [], .. kind == "trends" ? [] : series.Given(),
    ];
}
