using System.Net;

namespace NewsMiner.Crawler.Fetching;

/// <summary>What asking for an address came to.</summary>
internal abstract record FetchResult
{
    private FetchResult() { }

    /// <summary>A page with status 200. <paramref name="Cut"/> where only the beginning was taken.</summary>
    public sealed record Fetched(Uri Url, IReadOnlyDictionary<string, string> Headers, byte[] Body, bool Cut = false) : FetchResult;

    /// <summary>The server says what we have is current (304).</summary>
    public sealed record Unchanged : FetchResult;

    /// <summary>robots.txt forbids the address.</summary>
    public sealed record Disallowed(string Rule) : FetchResult;

    /// <summary>The server asks to be left alone for a while (429, 503).</summary>
    public sealed record PutOff(HttpStatusCode Status, TimeSpan? RetryAfter) : FetchResult;

    /// <summary>The host was not asked: its circuit is open, its budget is spent, its robots.txt cannot be read, or it is not its hour.</summary>
    public sealed record NotAsked(DateTimeOffset Until, string Reason) : FetchResult;

    /// <summary>Nothing usable came; <paramref name="Final"/> where asking again would not help.</summary>
    public sealed record Failed(HttpStatusCode? Status, string Reason, bool Final) : FetchResult;

    /// <summary>The result in a few words.</summary>
    public string Words => this switch
    {
        Failed failed => failed.Reason,
        Disallowed disallowed => "robots.txt: " + disallowed.Rule,
        PutOff off => $"status {(int)off.Status}",
        NotAsked not => not.Reason,
        Unchanged => "unchanged",
        _ => "fetched",
    };
}

/// <summary>What a server gave to tell whether a page has changed.</summary>
internal sealed record Validators(string? EntityTag, string? LastModified)
{
    public static readonly Validators None = new(null, null);

    public static Validators Of(IReadOnlyDictionary<string, string> headers) => new(headers.GetValueOrDefault("etag"), headers.GetValueOrDefault("last-modified"));
}
