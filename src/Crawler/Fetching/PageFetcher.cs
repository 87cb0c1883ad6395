using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace NewsMiner.Crawler.Fetching;

/// <summary>Asks for one address: checked on every hop, bounded in size, time and redirects, without cookies.</summary>
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
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = options.RobotsTimeout,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ConnectCallback = ConnectAsync,
        }, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "fa,en;q=0.3");
    }

    /// <summary>The requests sent so far.</summary>
    public int Requests => requests;

    private int requests;

    /// <summary>Fetches an address; <paramref name="mayFollow"/> is asked before each redirect.</summary>
    public async Task<FetchResult> FetchAsync(Uri url, string? entityTag, string? lastModified, TimeSpan timeout, Func<Uri, Task<string?>> mayFollow, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var seen = new HashSet<Uri>();
            for (var hop = 0; ; hop++)
            {
                if (url.Scheme is not ("http" or "https")) return new FetchResult.Failed(null, $"'{url.Scheme}' is no web address", Final: true);
                if (!seen.Add(url)) return new FetchResult.Failed(null, $"redirects run in a circle at {url}", Final: true);
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                if (entityTag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", entityTag);
                if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
                Interlocked.Increment(ref requests);
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
                if (response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Redirect or HttpStatusCode.RedirectMethod or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                {
                    if (response.Headers.Location is not { } location) return new FetchResult.Failed(response.StatusCode, "a redirect without a target", Final: true);
                    if (hop >= options.MaxRedirects) return new FetchResult.Failed(response.StatusCode, $"more than {options.MaxRedirects} redirects", Final: true);
                    url = new Uri(url, location);
                    if (await mayFollow(url).ConfigureAwait(false) is { } rule) return new FetchResult.Disallowed(rule);
                    continue;
                }
                return await AnswerAsync(url, response, both.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FetchResult.Failed(null, $"no whole answer within {timeout.TotalSeconds:0.#} s", Final: false);
        }
        catch (HttpRequestException failure)
        {
            return new FetchResult.Failed(null, Innermost(failure).Message, Final: Innermost(failure) is ForbiddenAddressException);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            return new FetchResult.Failed(null, failure.Message, Final: false);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchResult> AnswerAsync(Uri url, HttpResponseMessage response, CancellationToken cancellation)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotModified:
                return new FetchResult.Unchanged();
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable:
                return new FetchResult.PutOff(response.StatusCode, RetryAfter(response.Headers.RetryAfter));
            case HttpStatusCode.OK:
                return await BodyAsync(response, cancellation).ConfigureAwait(false) is { } body
                    ? new FetchResult.Fetched(url, Headers(response), body)
                    : new FetchResult.Failed(response.StatusCode, $"larger than {options.MaxDecompressedBytes} bytes", Final: true);
            default:
                var final = (int)response.StatusCode is >= 400 and < 500 and not 408 and not 425;
                return new FetchResult.Failed(response.StatusCode, $"status {(int)response.StatusCode}", final);
        }
    }

    private async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > options.MaxBodyBytes) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + read > options.MaxDecompressedBytes) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    /// <summary>Connects to the very address that was checked, so that no second look-up can lead elsewhere.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPEndPoint target;
        if (options.HostAddresses.TryGetValue(host, out var given)) target = given;
        else
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
            var allowed = addresses.FirstOrDefault(address => options.PrivateHostsAllowed.Contains(host) || AddressGuard.IsPublic(address))
                ?? throw new ForbiddenAddressException($"{host} lies on this machine or in a private network and is not asked");
            target = new(allowed, port);
        }
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
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
internal sealed class ForbiddenAddressException(string message) : IOException(message);
