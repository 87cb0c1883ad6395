using System.Net;

namespace NewsMiner.Crawler.Fetching;

/// <summary>What asking for an address came to.</summary>
internal abstract record FetchResult
{
    private FetchResult() { }

    /// <summary>A page with status 200.</summary>
    public sealed record Fetched(Uri Url, IReadOnlyDictionary<string, string> Headers, byte[] Body) : FetchResult;

    /// <summary>The server says what we have is current (304).</summary>
    public sealed record Unchanged : FetchResult;

    /// <summary>robots.txt forbids the address.</summary>
    public sealed record Disallowed(string Rule) : FetchResult;

    /// <summary>The server asks to be left alone for a while (429, 503).</summary>
    public sealed record PutOff(HttpStatusCode Status, TimeSpan? RetryAfter) : FetchResult;

    /// <summary>Nothing usable came; <paramref name="Final"/> where asking again would not help.</summary>
    public sealed record Failed(HttpStatusCode? Status, string Reason, bool Final) : FetchResult;
}
