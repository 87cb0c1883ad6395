using System.Text.Json;
using AngleSharp.Dom;

namespace NewsMiner.Extractor.Articles;

/// <summary>What a page says of itself in metas and JSON-LD.</summary>
internal sealed class PageMeta
{
    private static readonly string[] ArticleTypes = ["NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "WebPage"];

    private readonly ILookup<string, string> metas;
    private readonly Dictionary<string, string> linked;

    public PageMeta(IDocument document)
    {
        metas = document.QuerySelectorAll("meta[content]")
            .Select(meta => (Name: meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop"), Content: meta.GetAttribute("content")!))
            .Where(meta => meta.Name is not null && meta.Content.Length > 0)
            .ToLookup(meta => meta.Name!.ToUpperInvariant(), meta => meta.Content.Trim());
        linked = document.QuerySelectorAll("script[type='application/ld+json']").Select(script => Read(script.TextContent)).FirstOrDefault(read => read.Count > 0) ?? [];
        // A page that draws a list may carry an article type of one of its entries; its own metas come first.
    }

    /// <summary>The first of the metas that is there, with its name.</summary>
    public (string Place, string Value)? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var value in metas[name.ToUpperInvariant()]) return ($"meta[{name}]", value);
        }
        return null;
    }

    /// <summary>A field of the page's JSON-LD article.</summary>
    public (string Place, string Value)? Linked(string name) => linked.TryGetValue(name, out var value) ? ($"json-ld {name}", value) : null;

    private static Dictionary<string, string> Read(string script)
    {
        try
        {
            using var json = JsonDocument.Parse(script, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            return Articles(json.RootElement).Select(Fields).FirstOrDefault() ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<JsonElement> Articles(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Articles),
        JsonValueKind.Object when json.TryGetProperty("@graph", out var graph) => Articles(graph),
        JsonValueKind.Object when json.TryGetProperty("@type", out var type) && IsArticle(type) => [json],
        _ => [],
    };

    private static bool IsArticle(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(IsArticle)
        : type.ValueKind == JsonValueKind.String && ArticleTypes.Contains(type.GetString());

    private static Dictionary<string, string> Fields(JsonElement article)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in article.EnumerateObject())
        {
            var value = field.Value.ValueKind == JsonValueKind.Object && field.Value.TryGetProperty("name", out var name) ? name : field.Value;
            if (value.ValueKind == JsonValueKind.String) fields.TryAdd(field.Name, value.GetString()!);
        }
        return fields;
    }
}
