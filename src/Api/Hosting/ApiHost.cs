using Microsoft.AspNetCore.Diagnostics;
using NewsMiner.Api.Http;
using NewsMiner.Api.Output;
using NewsMiner.Crawler;
using NewsMiner.Index;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Hosting;

/// <summary>The web server: API and page over one store.</summary>
internal static class ApiHost
{
    /// <summary>Builds the server on <paramref name="urls"/>; the caller starts it and owns <paramref name="database"/>.</summary>
    public static WebApplication Build(NewsDatabase database, string urls, TimeProvider time, Action<IServiceCollection>? more = null)
    {
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
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(time).AddSingleton(database).AddSingleton<NewsStore>().AddSingleton<NewsIndex>().AddSingleton<CrawlHub>().AddSingleton<MetricsText>();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.AddProblemDetails();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddOpenApi("v1", OpenApiDocument.Describe);
        more?.Invoke(builder.Services);

        var app = builder.Build();
        app.Services.GetRequiredService<MetricsText>();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = Status, ExceptionHandler = Problem });
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        app.UseEntityTags();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapStatus();
        app.MapCrawl();
        app.MapSearch();
        app.MapArticles();
        app.MapFacts();
        app.MapTrends();
        app.MapExports();
        app.MapFallback("/api/{**rest}", () => Problems.NotFound("این مسیر", "route"));
        app.MapPage();
        return app;
    }

    private static int Status(Exception exception) =>
        exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private static async Task Problem(HttpContext http)
    {
        var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        await TypedResults.Problem(
            statusCode: http.Response.StatusCode,
            title: failure is BadHttpRequestException ? "درخواست خوانده نشد" : "خطای درونی",
            detail: (failure as BadHttpRequestException)?.Message).ExecuteAsync(http);
    }
}
