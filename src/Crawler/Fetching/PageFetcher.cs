using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace NewsMiner.Crawler.Fetching;

/// <summary>A request: what, with which validators, for how long, which redirects, and how much of the body.</summary>
/// <param name="Url">The address.</param>
/// <param name="Validators">Sent as conditions where they are known.</param>
/// <param name="Timeout">From the first byte sent to the last received, all redirects included.</param>
/// <param name="MayFollow">Asked before each redirect; a result ends the request with it. Null: all public addresses may be followed.</param>
/// <param name="Beginning">The bytes wanted where the rest plays no part, or null for the whole body.</param>
internal sealed record PageRequest(Uri Url, Validators Validators, TimeSpan Timeout, Func<Uri, CancellationToken, Task<FetchResult?>>? MayFollow, int? Beginning = null);

/// <summary>Asks for one address: checked on every hop, bounded in size, time and redirects, without cookies; certificates are checked and errors reported.</summary>
internal sealed class PageFetcher : IDisposable
{
    private readonly CrawlerOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    public PageFetcher(CrawlerOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = options.RobotsTimeout,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ConnectCallback = ConnectAsync,
        }, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "fa,en;q=0.3");
    }

    /// <summary>The requests sent so far.</summary>
    public int Requests => requests;

    private int requests;

    /// <summary>Fetches an address.</summary>
    public async Task<FetchResult> FetchAsync(PageRequest page, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(page.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await FollowAsync(page, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FetchResult.Failed(null, $"no whole answer within {page.Timeout.TotalSeconds:0.#} s", Final: false);
        }
        catch (HttpRequestException failure)
        {
            return new FetchResult.Failed(null, Innermost(failure).Message, Final: Innermost(failure) is ForbiddenAddressException);
        }
        catch (BodyTooLargeException failure)
        {
            return new FetchResult.Failed(HttpStatusCode.OK, failure.Message, Final: true);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UriFormatException)
        {
            return new FetchResult.Failed(null, failure.Message, Final: false);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchResult> FollowAsync(PageRequest page, CancellationToken cancellation)
    {
        var url = page.Url;
        var seen = new HashSet<Uri>();
        for (var hop = 0; ; hop++)
        {
            if (url.Scheme is not ("http" or "https")) return new FetchResult.Failed(null, $"'{url.Scheme}' is no web address", Final: true);
            if (!seen.Add(url)) return new FetchResult.Failed(null, $"redirects run in a circle at {url}", Final: true);
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (page.Validators.EntityTag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (page.Validators.LastModified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            Interlocked.Increment(ref requests);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (response.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Redirect or HttpStatusCode.RedirectMethod or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return await AnswerAsync(url, page, response, cancellation).ConfigureAwait(false);
            if (response.Headers.Location is not { } location) return new FetchResult.Failed(response.StatusCode, "a redirect without a target", Final: true);
            if (hop >= options.MaxRedirects) return new FetchResult.Failed(response.StatusCode, $"more than {options.MaxRedirects} redirects", Final: true);
            url = new Uri(url, location);
            if (page.MayFollow is not null && await page.MayFollow(url, cancellation).ConfigureAwait(false) is { } refused) return refused;
        }
    }

    private async Task<FetchResult> AnswerAsync(Uri url, PageRequest page, HttpResponseMessage response, CancellationToken cancellation)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotModified:
                return new FetchResult.Unchanged();
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable:
                return new FetchResult.PutOff(response.StatusCode, RetryAfter(response.Headers.RetryAfter));
            case HttpStatusCode.OK:
                return await BodyAsync(url, page, response, cancellation).ConfigureAwait(false);
            default:
                var final = (int)response.StatusCode is >= 400 and < 500 and not 408 and not 425;
                return new FetchResult.Failed(response.StatusCode, $"status {(int)response.StatusCode}", final);
        }
    }

    private async Task<FetchResult> BodyAsync(Uri url, PageRequest page, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (page.Beginning is null && response.Content.Headers.ContentLength > options.MaxBodyBytes)
            return new FetchResult.Failed(response.StatusCode, $"its body of {response.Content.Headers.ContentLength} bytes is larger than {options.MaxBodyBytes}", Final: true);
        await using var received = new CountingStream(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), options.MaxBodyBytes);
        await using var stream = Decoded(received, response.Content.Headers.ContentEncoding);
        using var body = new MemoryStream();
        var buffer = new byte[32 * 1024];
        var most = page.Beginning ?? options.MaxDecompressedBytes;
        for (int read; (read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + read <= most)
            {
                body.Write(buffer, 0, read);
                continue;
            }
            if (page.Beginning is null) return new FetchResult.Failed(response.StatusCode, $"larger than {options.MaxDecompressedBytes} bytes when unpacked", Final: true);
            body.Write(buffer, 0, (int)(most - body.Length));
            return new FetchResult.Fetched(url, Headers(response), body.ToArray(), Cut: true);
        }
        return new FetchResult.Fetched(url, Headers(response), body.ToArray());
    }

    /// <summary>The body without its content codings, the last applied first (RFC 9110, 8.4).</summary>
    private static Stream Decoded(Stream stream, ICollection<string> codings)
    {
        foreach (var coding in codings.Reverse())
        {
            stream = coding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
                "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
                "br" => new BrotliStream(stream, CompressionMode.Decompress),
                "identity" => stream,
                _ => throw new InvalidDataException($"the body has the coding '{coding}', which was not asked for"),
            };
        }
        return stream;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        return options.HostAddresses.TryGetValue(host, out var given)
            ? await GuardedSocket.ConnectAsync(given, cancellation).ConfigureAwait(false)
            : await GuardedSocket.ConnectAsync(host, port, options.PrivateHostsAllowed.Contains(host), cancellation).ConfigureAwait(false);
    }

    /// <summary>Seconds or a date (RFC 9110, 10.2.3).</summary>
    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero : null);

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).GroupBy(header => header.Key.ToLowerInvariant())
            .ToDictionary(group => group.Key, group => string.Join(", ", group.SelectMany(header => header.Value)));

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;
}

/// <summary>A host resolved to an address that may not be asked.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "It is raised in one place, with its reason.")]
public sealed class ForbiddenAddressException(string message) : IOException(message);
