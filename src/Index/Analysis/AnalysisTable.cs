using System.Collections.Frozen;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Analysis;

/// <summary>Reads the index's embedded tables; a bad row stops the program, naming file and line.</summary>
internal static class AnalysisTable
{
    /// <summary>Rows of tab-separated cells, the first being the folded key.</summary>
    public static FrozenDictionary<string, T> Read<T>(string name, Func<string[], T> parseRow)
    {
        var rows = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (line, text) in Numbered(name))
        {
            var cells = text.Split('\t');
            try
            {
                if (cells.Length < 2 || !rows.TryAdd(Fold.Key(cells[0]), parseRow(cells))) throw new FormatException($"'{cells[0]}' has one cell only or is listed twice");
            }
            catch (FormatException bad)
            {
                throw new InvalidDataException($"{name}:{line}: {bad.Message}", bad);
            }
        }
        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The lines of a table with one column.</summary>
    public static IEnumerable<string> Lines(string name) => Numbered(name).Select(line => line.Text);

    private static IEnumerable<(int Line, string Text)> Numbered(string name)
    {
        using var stream = typeof(AnalysisTable).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name}: the table is not embedded");
        using var reader = new StreamReader(stream);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length > 0 && text[0] != '#') yield return (line, text);
        }
    }
}
