using Microsoft.AspNetCore.OpenApi;

namespace NewsMiner.Api.Http;

/// <summary>What the OpenAPI document says of the API as a whole.</summary>
internal static class OpenApiDocument
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "NewsMiner";
        document.Info.Version = "1";
        document.Info.Description =
            "Checkable facts from Iranian provincial welfare news. Days are days in Asia/Tehran; JSON carries ISO Gregorian and Jalali forms side by side. "
            + "Errors are RFC 9457 problem documents. Lists use opaque cursors, with Link: rel=\"next\".";
        return Task.CompletedTask;
    });
}
