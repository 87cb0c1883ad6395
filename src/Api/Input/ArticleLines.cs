using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Api.Input;

/// <summary>Reads articles already taken from their pages: <c>{id, title, published, paragraphs}</c> and, where given, outlet, province and url.</summary>
internal static class ArticleLines
{
    /// <summary>The articles of a JSON Lines file, one a line, read as a stream.</summary>
    public static IEnumerable<InputItem> Read(string path)
    {
        StreamReader reader;
        try
        {
            reader = new(path, new UTF8Encoding(false, throwOnInvalidBytes: false));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [new InputItem.Unreadable(path, InputFile.Refusal(path, refused))];
        }
        return Read(path, reader);
    }

    /// <summary>The articles of a JSON file: one object, an array of them, or one object a line.</summary>
    public static IEnumerable<InputItem> ReadDocument(string path, byte[] bytes)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(WithoutBom(bytes));
        }
        catch (JsonException)
        {
            return Read(path, new StreamReader(new MemoryStream(bytes), Encoding.UTF8));
        }
        using (document)
        {
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select((element, index) => ReadElement(path, $"{path}[{index}]", element))]
                : [ReadElement(path, path, document.RootElement)];
        }
    }

    private static IEnumerable<InputItem> Read(string path, StreamReader reader)
    {
        using (reader)
        {
            var line = 0;
            while (reader.ReadLine() is { } text)
            {
                line++;
                if (string.IsNullOrWhiteSpace(text)) continue;
                yield return ReadLine(path, $"{path}:{line}", text);
            }
            if (line == 0) yield return new InputItem.Unreadable(path, "the file is empty");
        }
    }

    private static InputItem ReadLine(string path, string where, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return ReadElement(path, where, document.RootElement);
        }
        catch (JsonException broken)
        {
            return new InputItem.Unreadable(where, $"not valid JSON at character {(broken.BytePositionInLine ?? 0) + 1}; each line must be one article object");
        }
    }

    private static InputItem ReadElement(string path, string where, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return new InputItem.Unreadable(where, "an article is a JSON object {id, title, published, paragraphs}");
        if (!TryText(json, "title", out var title)) return new InputItem.Unreadable(where, "\"title\" must be a text, or null where there is none");
        title ??= "";
        if (!json.TryGetProperty("paragraphs", out var list) || list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            return new InputItem.Unreadable(where, "\"paragraphs\" is missing or not a list of texts");
        if (!TryText(json, "published", out var published) || (published is not null && PublicationTime.Parse(published) is null))
            return new InputItem.Unreadable(where, "\"published\" must be a day (2024-12-31) or an ISO 8601 instant, or null");
        if (!TryText(json, "id", out var id) || !TryText(json, "outlet", out var outlet) || !TryText(json, "province", out var province) || !TryText(json, "url", out var url))
            return new InputItem.Unreadable(where, "\"id\", \"outlet\", \"province\" and \"url\" must be texts where they are given");
        string[] paragraphs = [.. list.EnumerateArray().Select(item => Line(item.GetString()!)).Where(text => text.Length > 0)];
        return new InputItem.Found(new()
        {
            Id = string.IsNullOrWhiteSpace(id) ? ContentId(title, paragraphs) : id,
            Source = TryText(json, "source", out var source) && source is not null ? source : path,
            Title = Line(title),
            Paragraphs = paragraphs,
            Published = PublicationTime.Parse(published),
            Outlet = outlet,
            Province = province,
            CanonicalUrl = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null,
        });
    }

    private static bool TryText(JsonElement json, string name, out string? text)
    {
        text = null;
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind == JsonValueKind.Number && name == "id") text = value.GetRawText();
        if (value.ValueKind == JsonValueKind.String) text = value.GetString();
        return text is not null;
    }

    /// <summary>A line feed parts paragraphs of the clean text, so none may stand inside one.</summary>
    private static string Line(string text) => text.AsSpan().IndexOfAny('\n', '\r') < 0 ? text : text.ReplaceLineEndings(" ");

    private static string ContentId(string title, string[] paragraphs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', paragraphs.Prepend(title)))).AsSpan(0, 8));

    private static ReadOnlyMemory<byte> WithoutBom(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes;
}
