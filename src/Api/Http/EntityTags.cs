using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

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
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).AsSpan(0, 12))}\"";
            http.Response.Headers.ETag = tag;
            http.Response.Headers.CacheControl = "no-cache";
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
}
