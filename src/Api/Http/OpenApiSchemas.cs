using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsMiner.Api.Alerts;
using NewsMiner.Api.Output;

namespace NewsMiner.Api.Http;

/// <summary>Schemas as the answers really are: numbers are numbers, and every property of an answer is there, null where it has no value.</summary>
internal static class OpenApiSchemas
{
    /// <summary>What callers send, with what they may not leave out.</summary>
    private static readonly Dictionary<Type, string[]> Sent = new() { [typeof(FlagBody)] = ["verdict"], [typeof(AlertBody)] = ["about"], [typeof(AlertFilter)] = [] };

    public static async Task CompleteAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal))
        {
            schema.Type = Nullable.GetUnderlyingType(type) is null ? JsonSchemaType.Number : JsonSchemaType.Number | JsonSchemaType.Null;
            schema.Pattern = null;
        }
        if (schema.Type is { } kind && schema.Pattern is not null && kind.HasFlag(JsonSchemaType.String) && (kind & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
        {
            // Numbers in strings may be read, but are never written.
            schema.Type = kind & ~JsonSchemaType.String;
            schema.Pattern = null;
        }
        if (type.Assembly != typeof(OpenApiSchemas).Assembly && type.Namespace?.StartsWith("NewsMiner", StringComparison.Ordinal) != true) return;
        foreach (var flattened in type.GetProperties().Where(property => property.IsDefined(typeof(FlattenAttribute))))
        {
            var inner = await context.GetOrCreateSchemaAsync(flattened.PropertyType, null, cancellation);
            foreach (var (name, property) in inner.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                if (schema.Properties?.ContainsKey(name) == true) schema.Properties[name] = property;
            }
        }
        if (schema.Properties is not { Count: > 0 }) return;
        schema.Required = Sent.TryGetValue(type, out var needed) ? needed.ToHashSet() : schema.Properties.Keys.Except(context.JsonTypeInfo.Properties.Where(IsSometimesLeftOut).Select(property => property.Name)).ToHashSet();
    }

    private static bool IsSometimesLeftOut(System.Text.Json.Serialization.Metadata.JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).OfType<JsonIgnoreAttribute>().Any(ignored => ignored.Condition != JsonIgnoreCondition.Never) == true;
}
