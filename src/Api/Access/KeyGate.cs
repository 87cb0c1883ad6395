using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Http;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Access;

/// <summary>Lets a request through when its key allows what the route asks; slows down whoever guesses keys.</summary>
internal sealed class KeyGate(KeyBook keys, ServerOptions options, TimeProvider time)
{
    /// <summary>Wrong keys from one network within <see cref="GuessWindow"/> before it has to wait.</summary>
    public const int Guesses = 10;

    /// <summary>The time over which wrong keys are counted.</summary>
    public static readonly TimeSpan GuessWindow = TimeSpan.FromMinutes(1);

    /// <summary>Networks remembered at once; the oldest windows are forgotten beyond it.</summary>
    private const int MostNetworks = 10_000;

    private readonly ConcurrentDictionary<IPAddress, (DateTimeOffset Since, int Count)> wrong = new();

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        var network = Network(http.Connection.RemoteIpAddress);
        if (Shown(http.Request) is { } text)
        {
            var now = time.GetUtcNow();
            if (wrong.TryGetValue(network, out var guesses) && guesses.Count >= Guesses && now - guesses.Since < GuessWindow)
            {
                http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling((guesses.Since + GuessWindow - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                await Problems.TooMany("کلید نادرست بارها فرستاده شد؛ کمی بعد دوباره بکوشید", "too many wrong keys; try again later").ExecuteAsync(http);
                return;
            }
            if (keys.Find(text) is not { } key)
            {
                Count(network, now);
                await Problems.Unauthorized("کلید شناخته نشد", "the key is not known or was revoked").ExecuteAsync(http);
                return;
            }
            http.SetKey(key);
            await keys.UsedAsync(key, DateOnly.FromDateTime(now.UtcDateTime), http.RequestAborted);
        }
        if (Refusal(http) is { } refusal) await refusal.ExecuteAsync(http);
        else await next(http);
    }

    private IResult? Refusal(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint route) return null;
        var needed = route.Metadata.GetMetadata<RequiredScope>() ?? Usual(http.Request);
        if (needed.Open) return null;
        if (!needed.Always && !options.RequireKey) return null;
        if (http.Key() is null) return Problems.Unauthorized("این کار کلید می‌خواهد؛ آن را در سرآیند X-API-Key بفرستید", "a key is needed in the header X-API-Key");
        return http.Has(needed.Scope) ? null : Problems.Forbidden(needed.Scope);
    }

    /// <summary>What a route asks that says nothing itself: the page and the health answers are open, reads of the API need a key where the server asks one, all else always.</summary>
    private static RequiredScope Usual(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) ? new(KeyScope.Admin, Always: true)
        : request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal) ? new(KeyScope.Read, Always: false)
        : RequiredScope.None;

    private void Count(IPAddress network, DateTimeOffset now)
    {
        if (wrong.Count >= MostNetworks)
        {
            foreach (var old in wrong.Where(pair => now - pair.Value.Since >= GuessWindow)) wrong.TryRemove(old);
        }
        wrong.AddOrUpdate(network, (now, 1), (_, before) => now - before.Since >= GuessWindow ? (now, 1) : (before.Since, before.Count + 1));
    }

    /// <summary>The key a request carries in <c>X-API-Key</c> or as a bearer token (RFC 6750, 2.1); never in the address, which ends up in logs.</summary>
    private static string? Shown(HttpRequest request)
    {
        if (request.Headers["X-API-Key"] is [{ Length: > 0 } key, ..]) return key;
        return request.Headers.Authorization is [{ } header, ..] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
    }

    /// <summary>What counts as one caller: an IPv4 address, or the /64 an IPv6 host may choose from.</summary>
    public static IPAddress Network(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
