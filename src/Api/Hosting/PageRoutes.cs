namespace NewsMiner.Api.Hosting;

/// <summary>The page: one document whose address says what it shows.</summary>
internal static class PageRoutes
{
    public static void MapPage(this WebApplication app)
    {
        var document = Path.Combine(app.Environment.WebRootPath, "index.html");
        app.MapFallback("{**path:nonfile}", () => File.Exists(document)
            ? Results.File(document, "text/html; charset=utf-8")
            : Results.Text("The page was not built: install Node.js 20 or newer and build again (dotnet build src/Api). The API answers under /api.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable))
            .ExcludeFromDescription();
    }
}
