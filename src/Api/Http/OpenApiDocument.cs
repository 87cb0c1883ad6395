using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsMiner.Api.Access;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Http;

/// <summary>What the OpenAPI document says beyond the routes themselves: who may call, which errors there are, and an example of everything (<c>openapi-examples.json</c>).</summary>
internal static class OpenApiDocument
{
    private const string ProblemType = "application/problem+json";

    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        var examples = Examples();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "NewsMiner";
            document.Info.Version = "1";
            document.Info.Description =
                "Checkable facts from Iranian provincial welfare news. Days are days in Asia/Tehran; JSON carries ISO Gregorian and Jalali forms side by side. "
                + "Errors are RFC 9457 problem documents with titleEn and detailEn beside the Persian. Lists use opaque cursors, with Link: rel=\"next\". "
                + "Reads carry a strong ETag and answer 304 to If-None-Match.";
            // The address a server answers under is whoever asks' own business.
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-API-Key", Description = "A key made by newsminer keys add" },
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The same key as a bearer token" },
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(OpenApiSchemas.CompleteAsync);
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context, examples);
            return Task.CompletedTask;
        });
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, JsonNode examples)
    {
        operation.Responses ??= [];
        var isApi = context.Description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        var needed = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().LastOrDefault();
        if (isApi)
        {
            Add(operation, context, 401);
            if (needed is { Open: false, Scope: > KeyScope.Read }) Add(operation, context, 403);
            Add(operation, context, 429);
            Add(operation, context, 503);
            if (operation.RequestBody is not null)
            {
                Add(operation, context, 413);
                Add(operation, context, 415);
            }
            if (needed is not { Open: true }) operation.Security = [Requirement("key", context), Requirement("bearer", context)];
        }
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (Names(operation, parameter).Select(name => examples["parameters"]![name]).FirstOrDefault(example => example is not null) is { } value) parameter.Example = value.DeepClone();
        }
        if (operation.RequestBody?.Content is { } body && examples["requests"]![operation.OperationId!] is { } sent)
        {
            foreach (var media in body.Values) media.Example = sent.DeepClone();
        }
        foreach (var (status, response) in operation.Responses)
        {
            foreach (var (type, media) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                var example = type == ProblemType ? examples["problems"]![status] : examples["responses"]![operation.OperationId!];
                if (example is not null) media.Example = example.DeepClone();
            }
        }
    }

    /// <summary>The names an example of a parameter may stand under, the narrowest first.</summary>
    private static IEnumerable<string> Names(OpenApiOperation operation, OpenApiParameter parameter) =>
        [$"{operation.OperationId}.{parameter.In.ToString()!.ToLowerInvariant()}.{parameter.Name}", $"{operation.OperationId}.{parameter.Name}", parameter.Name!];

    private static void Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, int status)
    {
        var key = status.ToString(CultureInfo.InvariantCulture);
        operation.Responses!.TryAdd(key, new OpenApiResponse
        {
            Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", context.Document) } },
            Headers = status == 429 ? new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader { Description = "Seconds to wait", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer }, Example = JsonValue.Create(1) },
            } : null,
        });
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiOperationTransformerContext context) => new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };

    private static JsonNode Examples()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi-examples.json") ?? throw new InvalidDataException("openapi-examples.json is not embedded");
        return JsonNode.Parse(stream) ?? throw new InvalidDataException("openapi-examples.json is empty");
    }
}
