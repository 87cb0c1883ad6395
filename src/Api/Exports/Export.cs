using System.Text.Json;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Exports;

/// <summary>Everything the store can hand out in rows.</summary>
internal static class Export
{
    /// <summary>The kinds of rows.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["articles", "officials", "statements", "figures", "pledges"];

    /// <summary>The formats.</summary>
    public static readonly IReadOnlyList<string> Formats = ["csv", "jsonl"];

    /// <summary>Writes all rows of a kind that the filter means; streams, and never cuts. Returns how many rows it wrote.</summary>
    public static long Write(TextWriter writer, string kind, string format, ArticleFilter filter, NewsStore store, NewsIndex index) => kind switch
    {
        "articles" when format == "jsonl" => WriteLines(writer, store.Articles(filter).Select(ArticleOutput.From)),
        "articles" => CsvExport.Write(writer, ExportColumns.Articles, store.Articles(filter)),
        "officials" => WriteFacts(writer, format, ExportColumns.Officials, index, filter),
        "statements" => WriteFacts(writer, format, ExportColumns.Statements, index, filter),
        "figures" => WriteFacts(writer, format, ExportColumns.Figures, index, filter),
        "pledges" => WriteFacts(writer, format, ExportColumns.Pledges, index, filter),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "one of " + string.Join(", ", Kinds)),
    };

    private static long WriteFacts<T>(TextWriter writer, string format, IReadOnlyList<ExportColumn<T>> columns, NewsIndex index, ArticleFilter filter)
        where T : Fact
    {
        var facts = index.AllFacts<T>(new() { Filter = filter }).Select(stored => stored.Fact);
        return format == "jsonl" ? WriteLines(writer, facts) : CsvExport.Write(writer, columns, facts);
    }

    private static long WriteLines<T>(TextWriter writer, IEnumerable<T> rows)
    {
        var written = 0L;
        foreach (var row in rows)
        {
            writer.Write(JsonSerializer.Serialize(row, Json.Line));
            writer.Write('\n');
            written++;
        }
        return written;
    }
}
