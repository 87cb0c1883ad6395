using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsMiner.Api.Tests;

/// <summary>An outlet on a free loopback port.</summary>
internal static class LoopbackSite
{
    /// <summary>Starts a site that answers a path with a content type and a body.</summary>
    public static async Task<WebApplication> StartAsync(Func<string, (string ContentType, byte[] Body)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async http =>
        {
            (http.Response.ContentType, var body) = answer(http.Request.Path.Value!);
            await http.Response.Body.WriteAsync(body);
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>The sitemap of articles <c>/news/10001</c>, <c>/news/10002</c> …, so many.</summary>
    public static (string ContentType, byte[] Body) Sitemap(int articles) =>
        Text("application/xml", "<urlset>" + string.Concat(Enumerable.Range(1, articles).Select(i => $"<url><loc>/news/{10000 + i}</loc></url>")) + "</urlset>");

    /// <summary>A text as an answer.</summary>
    public static (string ContentType, byte[] Body) Text(string type, string text) => (type, System.Text.Encoding.UTF8.GetBytes(text));
}
