using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Access;

/// <summary>What a route asks of whoever calls it.</summary>
/// <param name="Scope">The least scope of a key.</param>
/// <param name="Always">Whether a key is needed even where reading is open to all.</param>
internal sealed record RequiredScope(KeyScope Scope, bool Always)
{
    /// <summary>Open to all, whatever the server demands of others.</summary>
    public static readonly RequiredScope None = new(KeyScope.Read, Always: false) { Open = true };

    /// <summary>Whether no key is ever needed.</summary>
    public bool Open { get; private init; }
}

/// <summary>Who calls, where a valid key came with the request.</summary>
internal static class Caller
{
    private static readonly object Item = new();

    /// <summary>The key of a request, or null.</summary>
    public static ApiKey? Key(this HttpContext http) => http.Items[Item] as ApiKey;

    /// <summary>Whether the caller may do what a scope allows.</summary>
    public static bool Has(this HttpContext http, KeyScope scope) => http.Key()?.Scope >= scope;

    public static void SetKey(this HttpContext http, ApiKey key) => http.Items[Item] = key;

    /// <summary>Needs a key of a scope.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, KeyScope scope) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RequiredScope(scope, Always: true));

    /// <summary>Needs a key of a scope only where the server asks keys of readers.</summary>
    public static TBuilder NeedsWhereClosed<TBuilder>(this TBuilder route, KeyScope scope) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RequiredScope(scope, Always: false));

    /// <summary>Open to all.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(RequiredScope.None);
}
