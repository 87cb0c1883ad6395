using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Output;
using NewsMiner.Crawler.Fetching;
using NewsMiner.Index.Alerts;
using Polly;
using Polly.Retry;

namespace NewsMiner.Api.Alerts;

/// <summary>
/// Posts matches to webhooks. Each call carries the id of its delivery, which stays the same when it is repeated, and a signature:
/// <c>X-NewsMiner-Signature: sha256=HEX</c>, the HMAC-SHA256 (RFC 2104) of <c>X-NewsMiner-Timestamp</c>, a dot and the body under the alert's secret.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    private readonly ServerOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public WebhookSender(ServerOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxResponseHeadersLength = 16,
            ConnectTimeout = CallTimeout,
            ConnectCallback = (context, cancellation) => GuardedSocket.ConnectAsync(
                context.DnsEndPoint.Host, context.DnsEndPoint.Port, options.PrivateWebhookHosts.Contains(context.DnsEndPoint.Host), cancellation),
        }, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "NewsMiner-Webhook/1");
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.WebhookRetryDelay,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(response => !IsFinal(response.StatusCode) && !response.IsSuccessStatusCode)
                    .Handle<HttpRequestException>(failure => !IsForbidden(failure)).Handle<Polly.Timeout.TimeoutRejectedException>(),
            })
            .AddTimeout(CallTimeout)
            .Build();
    }

    /// <summary>Posts a match, twice more where the receiver is out of order for a moment.</summary>
    public async Task<DeliveryResult> SendAsync(AlertDelivery delivery, CancellationToken cancellation)
    {
        var alert = delivery.Alert;
        var body = JsonSerializer.Serialize(new
        {
            Delivery = DeliveryId(delivery),
            Alert = new { alert.Id, alert.Draft.Name, alert.Draft.About },
            Match = AlertMatchAnswer.From(delivery.Match),
            Page = PageLink.To(options.PublicUrl ?? "", delivery.Match.Finding),
        }, Json.Line);
        try
        {
            using var response = await pipeline.ExecuteAsync(async (request, stop) => await PostAsync(request.alert, request.body, DeliveryId(request.delivery), stop), (alert, body, delivery), cancellation);
            return response.IsSuccessStatusCode ? new DeliveryResult.Taken()
                : new DeliveryResult.Refused(string.Create(CultureInfo.InvariantCulture, $"status {(int)response.StatusCode}"), IsFinal(response.StatusCode));
        }
        catch (HttpRequestException failure)
        {
            return new DeliveryResult.Refused(failure.InnerException?.Message ?? failure.Message, IsForbidden(failure));
        }
        catch (Polly.Timeout.TimeoutRejectedException)
        {
            return new DeliveryResult.Refused($"no answer within {CallTimeout.TotalSeconds:0} s", Final: false);
        }
    }

    public void Dispose() => client.Dispose();

    private async ValueTask<HttpResponseMessage> PostAsync(Alert alert, string body, string delivery, CancellationToken stop)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, alert.Draft.Webhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-NewsMiner-Delivery", delivery);
        request.Headers.Add("X-NewsMiner-Timestamp", timestamp);
        request.Headers.Add("X-NewsMiner-Signature", Sign(alert.Secret, timestamp, body));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    /// <summary>The signature of a call.</summary>
    internal static string Sign(string secret, string timestamp, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    private static string DeliveryId(AlertDelivery delivery) => string.Create(CultureInfo.InvariantCulture, $"{delivery.Alert.Id}-{delivery.Match.Id}");

    /// <summary>A receiver that is gone, or says that it will never take such a call.</summary>
    private static bool IsFinal(HttpStatusCode status) => status is HttpStatusCode.Gone or HttpStatusCode.NotImplemented or HttpStatusCode.UnsupportedMediaType;

    private static bool IsForbidden(HttpRequestException failure) => failure.InnerException is ForbiddenAddressException || failure.InnerException?.InnerException is ForbiddenAddressException;
}
