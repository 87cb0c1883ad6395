using NewsMiner.Api.Access;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Output;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/session</c>: whether a key is needed, what the one sent may do, and which day it is in Tehran.</summary>
internal static class SessionRoutes
{
    public static void MapSession(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/session", (ServerOptions options, TimeProvider time, HttpContext http) => TypedResults.Ok(new Session(
            options.RequireKey, http.Key() is { } key ? new(key.Id, key.Name, [.. Enum.GetValues<KeyScope>().Where(scope => scope <= key.Scope)]) : null, time.Today(), time.Today().Jalali())))
            .WithName("session").WithTags("status").WithSummary("Whether reading needs a key, what the key sent allows, and today in Tehran").OpenToAll();
}

/// <summary>What a caller needs to know first.</summary>
internal sealed record Session(bool KeyRequired, SessionKey? Key, DateOnly Today, string TodayJalali);

/// <summary>The key a request carried.</summary>
internal sealed record SessionKey(string Id, string Name, IReadOnlyList<KeyScope> Scopes);
