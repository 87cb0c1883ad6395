using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using NewsMiner.Api.Access;

namespace NewsMiner.Api.Http;

/// <summary>Strong entity tags for JSON reads (RFC 9110, 8.8.3): the hash of the body, so an answer that did not change costs no transfer.</summary>
internal static class EntityTags
{
    public static void UseEntityTags(this IApplicationBuilder app) => app.UseWhen(IsTaggable, branch => branch.Use(TagAsync));

    private static bool IsTaggable(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/api/export", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/api/crawl", StringComparison.Ordinal);

    private static async Task TagAsync(HttpContext http, RequestDelegate next)
    {
        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).AsSpan(0, 12))}{Coding(http.Request)}\"";
            http.Response.Headers.ETag = tag;
            http.Response.Headers.CacheControl = http.Key() is null ? "no-cache" : "private, no-cache";
            if (http.Request.Headers.IfNoneMatch.Any(value => value is not null && (value == "*" || value.Split(',', StringSplitOptions.TrimEntries).Contains(tag))))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                http.Response.ContentLength = null;
                http.Response.Headers.Remove(HeaderNames.ContentType);
                return;
            }
        }
        buffer.Position = 0;
        await buffer.CopyToAsync(body, http.RequestAborted);
    }

    /// <summary>A strong tag names bytes, so bodies of different codings have different tags (RFC 9110, 8.8.3.3).</summary>
    private static string Coding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "-br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "-gzip" : "";
    }
}
