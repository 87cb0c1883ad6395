using System.Text;
using System.Text.Json;
using NewsMiner.Api.Output;

namespace NewsMiner.Api.Exports;

/// <summary>What a column of a table is called and holds.</summary>
internal sealed record ExportField(string Name, ColumnType Type, string Title);

/// <summary>A table that can be written in any format; rows are read once, as they are written.</summary>
internal abstract class ExportTable
{
    /// <summary>Its columns.</summary>
    public abstract IReadOnlyList<ExportField> Fields { get; }

    /// <summary>Writes CSV; returns the number of rows.</summary>
    public abstract long WriteCsv(Stream target, bool bom);

    /// <summary>Writes one JSON object a line, with all the fields of the API; returns the number of rows.</summary>
    public abstract long WriteLines(Stream target);

    /// <summary>Writes a workbook; returns the number of rows.</summary>
    public abstract long WriteWorkbook(Stream target, ExportRequest request);
}

/// <summary>Rows with their columns.</summary>
/// <param name="columns">The columns.</param>
/// <param name="rows">The rows, read as they are asked for.</param>
/// <param name="line">What stands on a line of JSON for a row.</param>
internal sealed class ExportTable<T>(IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows, Func<T, object> line) : ExportTable
{
    private const int Buffer = 1 << 16;

    public override IReadOnlyList<ExportField> Fields { get; } = [.. columns.Select(column => new ExportField(column.Name, column.Type, column.Title ?? column.Name))];

    public override long WriteCsv(Stream target, bool bom)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(bom), Buffer, leaveOpen: true);
        return CsvExport.Write(writer, columns, rows);
    }

    public override long WriteLines(Stream target)
    {
        using var buffered = new BufferedStream(target, Buffer);
        var written = 0L;
        foreach (var row in rows)
        {
            var json = line(row);
            JsonSerializer.Serialize(buffered, json, json.GetType(), Json.Line);
            buffered.WriteByte((byte)'\n');
            written++;
        }
        buffered.Flush();
        return written;
    }

    public override long WriteWorkbook(Stream target, ExportRequest request) => XlsxExport.Write(target, columns, rows, request);
}
