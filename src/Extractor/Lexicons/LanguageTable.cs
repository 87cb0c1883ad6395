using System.Globalization;

namespace NewsMiner.Extractor.Lexicons;

/// <summary>A row of a language table: its cells, and where it stands, for whoever finds it bad.</summary>
internal readonly record struct TableRow(string Table, int Line, string[] Cells)
{
    /// <summary>The cell at <paramref name="column"/>, or "" where the row ends before it.</summary>
    public string this[int column] => column < Cells.Length ? Cells[column] : "";

    /// <summary>The cell as a whole number.</summary>
    public int Int(int column) => int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Bad($"'{this[column]}' in column {column + 1} is not a whole number");

    /// <summary>The cell as a decimal number.</summary>
    public decimal Decimal(int column) => decimal.TryParse(this[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Bad($"'{this[column]}' in column {column + 1} is not a number");

    /// <summary>The cell as a member of an enumeration, whatever its case.</summary>
    public T Name<T>(int column) where T : struct, Enum => Enum.TryParse<T>(this[column], ignoreCase: true, out var value) && Enum.IsDefined(value)
        ? value
        : throw Bad($"'{this[column]}' in column {column + 1} is none of {string.Join(", ", Enum.GetNames<T>())}");

    /// <summary>The error that stops the program over this row.</summary>
    public InvalidDataException Bad(string why) => new($"{Table}:{Line}: {why}");
}

/// <summary>Reads the tab-separated tables embedded beside the code; <c>#</c> begins a comment line.</summary>
internal static class LanguageTable
{
    /// <summary>The rows of the embedded table, such as <c>Text/characters.tsv</c>.</summary>
    public static IEnumerable<TableRow> Read(string table)
    {
        using var stream = typeof(LanguageTable).Assembly.GetManifestResourceStream(table)
            ?? throw new InvalidDataException($"{table}: no such table is embedded");
        using var reader = new StreamReader(stream);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '#') continue;
            yield return new(table, line, text.Split('\t'));
        }
    }
}
