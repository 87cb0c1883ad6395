using System.Globalization;

namespace NewsMiner.Evaluation.Robots;

/// <summary>Rows of published tables whose convention is not ours: file, line, reason.</summary>
internal static class DeclinedRows
{
    /// <summary>The declined lines of one file with their reasons.</summary>
    public static IReadOnlyDictionary<int, string> Of(string table, string file)
    {
        var rows = new Dictionary<int, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, table)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            if (cells is not [_, _, { Length: > 0 }]) throw new InvalidDataException($"{table}: '{line}': file, line and reason are expected");
            if (cells[0] == file) rows.Add(int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]);
        }
        return rows;
    }
}
