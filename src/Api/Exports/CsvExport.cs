using System.Globalization;
using CsvHelper;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Api.Exports;

/// <summary>Writes rows as CSV by RFC 4180, safe to open in a spreadsheet: text never begins a formula, numbers stay numbers.</summary>
internal static class CsvExport
{
    /// <summary>Writes the header and every row as it comes; holds one row in memory. Returns how many rows it wrote.</summary>
    public static long Write<T>(TextWriter writer, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows)
    {
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column.Name);
        csv.EndRecord();
        var written = 0L;
        foreach (var row in rows)
        {
            foreach (var column in columns) csv.WriteField(Cell(column.Value(row)));
            csv.EndRecord();
            written++;
        }
        return written;
    }

    private static string? Cell(object? value) => value switch
    {
        null => null,
        string text => WithoutFormula(text),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        PublicationTime published => published.ToString(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => WithoutFormula(value.ToString() ?? ""),
    };

    /// <summary>A leading apostrophe keeps a spreadsheet from reading text as a formula (OWASP, CSV Injection).</summary>
    internal static string WithoutFormula(string text) =>
        text.Length > 0 && text.TrimStart(' ', '\u200c', '\u200f', '\u200e') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
}
