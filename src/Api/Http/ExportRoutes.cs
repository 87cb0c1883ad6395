using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NewsMiner.Api.Exports;
using NewsMiner.Index;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/export/{kind}.{format}</c>: all rows of a filter as a stream.</summary>
internal static class ExportRoutes
{
    public static void MapExports(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/export/{kind}.{format}", Download).WithName("export").WithTags("export")
            .WithSummary("All rows of a kind (articles, officials, statements, figures, pledges) as csv or jsonl; bom=1 for Excel")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<PushStreamHttpResult, ProblemHttpResult> Download(
        string kind, string format, [AsParameters] FilterParameters filters, NewsStore store, NewsIndex index, TimeProvider time, HttpContext http, string? bom)
    {
        if (!Export.Kinds.Contains(kind) || !Export.Formats.Contains(format)) return Problems.NotFound("این خروجی", "export");
        if (!filters.TryRead(out var filter, out var errors)) return Problems.Invalid(errors);
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        http.Response.Headers["X-Snapshot"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        // Rows are written as they are read; a slow reader slows the store's cursor down instead of filling memory.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(
            async body =>
            {
                await using var writer = new StreamWriter(body, new UTF8Encoding(bom is "1" or "true"), 1 << 16);
                Export.Write(writer, kind, format, filter, store, index);
            },
            format == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
            $"newsminer-{kind}.{format}");
    }
}
