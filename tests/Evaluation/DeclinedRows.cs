namespace NewsMiner.Evaluation;

/// <summary>Rows of published tables whose convention is not ours: file, line or function, reason.</summary>
internal static class DeclinedRows
{
    /// <summary>The declined lines and functions of one file with their reasons.</summary>
    public static IReadOnlyDictionary<string, string> Of(string table, string file)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, table)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            if (cells is not [_, _, { Length: > 0 }]) throw new InvalidDataException($"{table}: '{line}': file, line or function, and reason are expected");
            if (cells[0] == file) rows.Add(cells[1], cells[2]);
        }
        return rows;
    }
}
