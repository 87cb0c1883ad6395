using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Http;

namespace NewsMiner.Api.Access;

/// <summary>How much one caller may ask: a bucket of requests for each key, or for each network without one.</summary>
internal static class RateLimits
{
    public static void AddRateLimits(this IServiceCollection services, ServerOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsLimited(http)
            ? RateLimitPartition.GetTokenBucketLimiter(http.Key() is { } key ? "key " + key.Id : "network " + KeyGate.Network(http.Connection.RemoteIpAddress), _ => new()
            {
                TokenLimit = options.Burst,
                TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
            })
            : RateLimitPartition.GetNoLimiter("open"));
        limiter.AddConcurrencyLimiter(ExportRoutes.Limiter, exports => exports.PermitLimit = ExportRoutes.AtOnce);
        limiter.AddPolicy(ReviewRoutes.Limiter, http => http.Key() is not null ? RateLimitPartition.GetNoLimiter("key")
            : RateLimitPartition.GetFixedWindowLimiter("network " + KeyGate.Network(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = ReviewRoutes.FlagsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problems.TooMany("درخواست‌ها بیش از اندازه‌اند؛ کمی بعد دوباره بکوشید", "too many requests; try again later").ExecuteAsync(rejected.HttpContext);
        };
    });

    private static bool IsLimited(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
