using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsMiner.Api.Http;

/// <summary>What the server counts for whoever listens to the meter <c>NewsMiner.Api</c>.</summary>
internal static class ApiMeters
{
    /// <summary>The meter's name.</summary>
    public const string Name = "NewsMiner.Api";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("newsminer_http_request_seconds", "s", "From the first byte of a request to the last of its answer, by route, method and status");

    private static readonly UpDownCounter<long> Listeners = Meter.CreateUpDownCounter<long>("newsminer_event_listeners", description: "Clients that listen to crawl events");

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("newsminer_export_rows_total", description: "Rows exported by kind and format");

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("newsminer_alert_deliveries_total", description: "Webhook deliveries of alerts by outcome");

    static ApiMeters()
    {
        Meter.CreateObservableGauge("newsminer_process_memory_bytes", () => Environment.WorkingSet, "By", "Memory of the process that is resident");
        Meter.CreateObservableGauge("newsminer_heap_bytes", () => GC.GetTotalMemory(forceFullCollection: false), "By", "Managed memory in use");
    }

    /// <summary>Times every request under the template of its route, so that no address makes a series of its own.</summary>
    public static void UseRequestMeters(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "file";
            Durations.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new("route", route), new("method", Method(http.Request.Method)), new("status", http.Response.StatusCode));
        }
    });

    /// <summary>Counts a listener until it is disposed.</summary>
    public static IDisposable Listen()
    {
        Listeners.Add(1);
        return new Listening();
    }

    public static void Exported(string kind, string format, long rows) => Rows.Add(rows, new("kind", kind), new("format", format));

    public static void Delivered(string outcome) => Deliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    private static string Method(string method) =>
        HttpMethods.IsGet(method) ? "GET" : HttpMethods.IsPost(method) ? "POST" : HttpMethods.IsDelete(method) ? "DELETE" : HttpMethods.IsHead(method) ? "HEAD" : "other";

    private sealed class Listening : IDisposable
    {
        public void Dispose() => Listeners.Add(-1);
    }
}
