using System.Text.Json.Nodes;
using Json.Schema;

namespace NewsMiner.Api.Tests.Contract;

/// <summary>The server's own OpenAPI document, asked for what it promises.</summary>
internal sealed class OpenApiContract
{
    private readonly JsonNode document;
    private readonly JsonObject definitions;

    public OpenApiContract(string json)
    {
        document = JsonNode.Parse(json)!;
        // As definitions of one schema (JSON Schema 2020-12) any part of the document can be judged by a validator that knows nothing of OpenAPI.
        definitions = JsonNode.Parse(document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!.AsObject();
    }

    /// <summary>Every operation with its path and method.</summary>
    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => (path.Key, method.Key, method.Value!.AsObject())));

    public JsonObject Operation(string id) => Operations.Single(operation => (string?)operation.Operation["operationId"] == id).Operation;

    /// <summary>What is promised for a status, by media type.</summary>
    public static JsonObject? Content(JsonObject operation, string status) => operation["responses"]![status]?["content"]?.AsObject();

    /// <summary>Where a value breaks a schema of the document; empty where it keeps it.</summary>
    public IReadOnlyList<string> Breaches(JsonNode schema, JsonNode? value)
    {
        var whole = JsonNode.Parse(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!.AsObject();
        whole["$defs"] = definitions.DeepClone();
        var result = JsonSchema.FromText(whole.ToJsonString()).Evaluate(value, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. result.Details.Where(detail => detail.HasErrors).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}"))];
    }
}
