using System.Text.Json;

namespace NewsMiner.Api.Demo;

/// <summary>A bundled outlet: a folder of pages as its content management system would send them.</summary>
/// <param name="Id">The folder's name, and the first label of the host <c>ID.localhost</c>.</param>
/// <param name="Name">The outlet's name.</param>
/// <param name="Province">The province it writes about, or null for several.</param>
/// <param name="Family">The CMS family whose markup it bears.</param>
/// <param name="Folder">Where its files lie.</param>
internal sealed record DemoOutlet(string Id, string Name, string? Province, string? Family, string Folder)
{
    /// <summary>The outlets that come with the program.</summary>
    public static IReadOnlyList<DemoOutlet> All(string root)
    {
        if (!Directory.Exists(root)) return [];
        return [.. Directory.EnumerateDirectories(root).Where(folder => File.Exists(Path.Combine(folder, "outlet.json"))).Order(StringComparer.Ordinal).Select(Read)];
    }

    private static DemoOutlet Read(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "outlet.json")));
        var root = json.RootElement;
        return new(
            Path.GetFileName(folder), root.GetProperty("name").GetString() ?? Path.GetFileName(folder),
            Text(root, "province"), Text(root, "family"), folder);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
