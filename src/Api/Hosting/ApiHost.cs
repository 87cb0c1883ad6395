using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using NewsMiner.Api.Access;
using NewsMiner.Api.Alerts;
using NewsMiner.Api.Http;
using NewsMiner.Api.Output;
using NewsMiner.Crawler;
using NewsMiner.Index;
using NewsMiner.Index.Alerts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Keys;
using NewsMiner.Index.Reviews;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Hosting;

/// <summary>The web server: API and page over one store.</summary>
internal static class ApiHost
{
    /// <summary>Builds the server on <paramref name="urls"/>; the caller starts it and owns <paramref name="database"/>.</summary>
    public static WebApplication Build(NewsDatabase database, string urls, TimeProvider time, ServerOptions? options = null, Action<IServiceCollection>? more = null)
    {
        options ??= new();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = 16 << 10;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // A start that failed is told by the command, in one line.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton(time).AddSingleton(database).AddSingleton<NewsStore>().AddSingleton<NewsIndex>().AddSingleton<CrawlHub>().AddSingleton<CrawlDesk>().AddSingleton<MetricsText>()
            .AddSingleton(options).AddSingleton<KeyBook>().AddSingleton<KeyGate>().AddSingleton<QueryWords>().AddSingleton<ReviewBook>().AddSingleton<OfficialRegister>()
            .AddSingleton<AlertBook>().AddSingleton<WebhookSender>().AddSingleton<AlertRun>().AddHostedService<AlertWorker>().AddHostedService<IndexWarmth>();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.AddProblemDetails(details => details.CustomizeProblemDetails = Problems.Complete);
        // What cannot be bound comes to the exception handler, which names the parameter.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddRateLimits(options);
        builder.Services.AddResponseCompression(Compress);
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = options.RequestTimeout, WriteTimeoutResponse = TooLong });
        builder.Services.AddOpenApi("v1", OpenApiDocument.Describe);
        more?.Invoke(builder.Services);

        var app = builder.Build();
        app.Services.GetRequiredService<MetricsText>();
        app.UseRequestMeters();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = Status, ExceptionHandler = Problem, SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException });
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        app.UseHeadRequests();
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Cache });
        app.UseRouting();
        app.UseRequestTimeouts();
        app.Use((http, next) => app.Services.GetRequiredService<KeyGate>().PassAsync(http, next));
        app.UseRateLimiter();
        app.Use((http, next) => app.Services.GetRequiredService<QueryWords>().PassAsync(http, next));
        app.UseEntityTags();
        app.UsePage();
        app.MapOpenApi("/openapi/v1.json");
        app.MapStatus();
        app.MapCrawl();
        app.MapSchedule();
        app.MapSearch();
        app.MapArticles();
        app.MapFacts();
        app.MapOfficials();
        app.MapReviews();
        app.MapAlerts();
        app.MapQuality();
        app.MapSession();
        app.MapTrends();
        app.MapExports();
        return app;
    }

    private static void Compress(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/atom+xml", "application/x-ndjson", "text/csv", "image/svg+xml", "application/manifest+json"];
    }

    /// <summary>Files whose names carry their hash never change; all others are asked for anew.</summary>
    private static void Cache(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    private static Task TooLong(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "30";
        return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
    }

    private static int Status(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        OperationCanceledException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task Problem(HttpContext http)
    {
        var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
        var problem = failure is not null && Problems.Unbound(failure) is { } invalid ? invalid : TypedResults.Problem(statusCode: http.Response.StatusCode, detail: failure?.Message);
        await problem.ExecuteAsync(http);
    }
}
