namespace NewsMiner.Api.Hosting;

/// <summary>The page: one document whose address says what it shows.</summary>
internal static class PageRoutes
{
    private static readonly string[] Others = ["/api", "/openapi", "/health", "/metrics"];

    /// <summary>Answers with the document wherever no route, file or part of the API is asked for. No route of its own, lest it hide that a method or body is refused.</summary>
    public static void UsePage(this WebApplication app)
    {
        var document = Path.Combine(app.Environment.WebRootPath, "index.html");
        app.Use(async (http, next) =>
        {
            if (http.GetEndpoint() is not null || !IsView(http.Request)) await next(http);
            else if (File.Exists(document)) await Results.File(document, "text/html; charset=utf-8").ExecuteAsync(http);
            else await Results.Text("The page was not built: install Node.js 20 or newer and build again (dotnet build src/Api). The API answers under /api.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
        });
    }

    private static bool IsView(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !Path.HasExtension(request.Path)
        && !Others.Any(part => request.Path.StartsWithSegments(part, StringComparison.OrdinalIgnoreCase));
}
