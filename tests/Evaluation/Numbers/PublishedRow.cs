using System.Text.Json;

namespace NewsMiner.Evaluation.Numbers;

/// <summary>A row of a published test table: what a tool is called with and what it must answer.</summary>
internal sealed record PublishedRow(string Table, int Line, string Source, string Call, JsonElement[] Args, string Operator, JsonElement Expected)
{
    /// <summary>The first argument as text; null where there is none or it is no text.</summary>
    public string? Text => Args is [{ ValueKind: JsonValueKind.String } first, ..] ? first.GetString() : null;

    /// <summary>The arguments as they stand in the table.</summary>
    public string Shown => string.Join(", ", Args.Select(arg => arg.ValueKind == JsonValueKind.String ? arg.GetString() : arg.GetRawText()));

    /// <summary>The value of an option of the last argument, or null.</summary>
    public string? Option(string name) =>
        Args is [.., { ValueKind: JsonValueKind.Object } options] && options.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>The rows of <c>../shared/tables/{table}.jsonl</c> in order.</summary>
    public static IEnumerable<PublishedRow> Read(string table)
    {
        var line = 0;
        foreach (var text in File.ReadLines(SharedFiles.Path($"tables/{table}.jsonl")))
        {
            line++;
            var row = JsonDocument.Parse(text).RootElement;
            yield return new(table, line, row.GetProperty("source").GetString()!, row.GetProperty("call").GetString()!,
                [.. row.GetProperty("args").EnumerateArray()], row.GetProperty("op").GetString()!, row.GetProperty("expected"));
        }
    }
}
