using System.Text.Json;
using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles;

/// <summary>What a page says of itself in metas and JSON-LD.</summary>
internal sealed class PageMeta
{
    private static readonly string[] ArticleTypes = ["NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting", "SocialMediaPosting"];

    private readonly ILookup<string, string> metas;
    private readonly Dictionary<string, string> linked = [];

    /// <summary>Reads the head, and the metas and scripts wherever they stand.</summary>
    public PageMeta(PageTree tree)
    {
        metas = tree.Tagged("meta")
            .Select(place => (Name: tree.Attribute(place, "property") ?? tree.Attribute(place, "name") ?? tree.Attribute(place, "itemprop"), Also: tree.Attribute(place, "itemprop"), Content: tree.Attribute(place, "content")?.Trim()))
            .Where(meta => meta.Content is { Length: > 0 } && meta.Name is not null)
            .SelectMany(meta => meta.Also is null || meta.Also == meta.Name ? new[] { (Name: meta.Name!, meta.Content) } : [(meta.Name!, meta.Content), (meta.Also, meta.Content)])
            .ToLookup(meta => meta.Name.ToUpperInvariant(), meta => meta.Content!);
        foreach (var place in tree.Tagged("script"))
        {
            if (tree.Attribute(place, "type") is not { } type || !type.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase)) continue;
            linked = Read(tree[place].Element!.TextContent);
            if (linked.Count > 0) break;
        }
    }

    /// <summary>Whether the page calls itself an article.</summary>
    public bool IsArticle => linked.Count > 0 || Meta("og:type")?.Value.StartsWith("article", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The first of the metas that is there, with its name.</summary>
    public (string Place, string Value)? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var value in metas[name.ToUpperInvariant()]) return ($"meta[{name}]", value);
        }
        return null;
    }

    /// <summary>The first value of each of the metas that are there.</summary>
    public IEnumerable<(string Place, string Value)> All(params string[] names) =>
        names.SelectMany(name => metas[name.ToUpperInvariant()].Take(1).Select(value => ($"meta[{name}]", value)));

    /// <summary>Every value of a meta that may stand several times.</summary>
    public IEnumerable<string> Each(string name) => metas[name.ToUpperInvariant()];

    /// <summary>A field of the page's JSON-LD article; its name is written as it may be, <c>headLine</c> too.</summary>
    public (string Place, string Value)? Linked(string name) => linked.TryGetValue(name, out var value) ? ($"json-ld {name}", value) : null;

    private static Dictionary<string, string> Read(string script)
    {
        try
        {
            // Line feeds inside strings are against JSON and common all the same.
            using var json = JsonDocument.Parse(script.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
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
        JsonValueKind.Object when json.TryGetProperty("@type", out var type) && IsArticleType(type) => [json],
        JsonValueKind.Object when json.TryGetProperty("mainEntity", out var main) => Articles(main),
        _ => [],
    };

    private static bool IsArticleType(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(IsArticleType)
        : type.ValueKind == JsonValueKind.String && ArticleTypes.Contains(type.GetString());

    private static Dictionary<string, string> Fields(JsonElement article)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in article.EnumerateObject())
        {
            if (Text(field.Value) is { Length: > 0 } value) fields.TryAdd(field.Name, value);
        }
        return fields;
    }

    /// <summary>A text, the name or address of a thing, or the first of several.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Text(name),
        JsonValueKind.Object when value.TryGetProperty("url", out var url) => Text(url),
        JsonValueKind.Array => value.EnumerateArray().Select(Text).FirstOrDefault(text => text is not null),
        _ => null,
    };
}
