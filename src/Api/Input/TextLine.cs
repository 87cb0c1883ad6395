using System.Text.Json;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.Api.Input;

/// <summary>A line of text to work on: a plain one, or the <c>text</c> of a JSON object with the <c>id</c> and <c>reference</c> beside it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Id">The object's id, or null.</param>
/// <param name="Reference">The day its relative dates count from, or null.</param>
internal sealed record TextLine(string Text, string? Id = null, DateOnly? Reference = null)
{
    /// <summary>Reads an object such as <c>{"id":"7","text":"…","reference":"1402-05-10"}</c>; <paramref name="why"/> says what is wrong with it.</summary>
    public static TextLine? FromJson(string line, out string why)
    {
        why = "";
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            {
                why = "is no JSON object with a \"text\"";
                return null;
            }
            var id = json.RootElement.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.String or JsonValueKind.Number ? given.ToString() : null;
            if (!json.RootElement.TryGetProperty("reference", out var reference) || reference.ValueKind == JsonValueKind.Null) return new(text.GetString()!, id);
            if (reference.ValueKind == JsonValueKind.String && DayText.TryParse(reference.GetString()!, last: false, out var day)) return new(text.GetString()!, id, day);
            why = $"has a \"reference\" that is no day: {reference} (write 1402-05-10 or 2023-08-01)";
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            why = $"is no JSON: {bad.Message}";
        }
        return null;
    }
}
