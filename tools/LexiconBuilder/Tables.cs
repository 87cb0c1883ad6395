using System.Text;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>Writes and reads tables of text.</summary>
internal static class Tables
{
    /// <summary>Writes rows in a fixed order under a comment that says what they are.</summary>
    public static void Write(string path, IEnumerable<string> rows, string comment, string header)
    {
        string[] sorted = [.. rows.Distinct().Order(StringComparer.Ordinal)];
        File.WriteAllText(path, $"# {comment}\n# {header}\n{string.Join('\n', sorted)}\n", new UTF8Encoding(false));
        Console.WriteLine($"{path}: {sorted.Length} rows");
    }

    /// <summary>The rows of a CSV file by column name; fields hold no line breaks.</summary>
    public static IEnumerable<Dictionary<string, string>> Csv(string path)
    {
        string[] names = [];
        foreach (var line in File.ReadLines(path))
        {
            string[] cells = [.. line.Split(',').Select(cell => cell.Trim('"', ' ', '\uFEFF'))];
            if (names.Length == 0) names = cells;
            else if (cells.Length == names.Length) yield return names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    /// <summary>The lines of a source, without the mark some begin with.</summary>
    public static IEnumerable<string> Lines(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Select(line => line.Trim('\uFEFF', ' '));

    /// <summary>The rows of a table that this program carries.</summary>
    public static IEnumerable<string> Embedded(string name)
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name}: no such table is embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line;
    }

    /// <summary>Persian letters for Arabic ones; spaces and half-spaces as they are.</summary>
    public static string Spelling(string text) => Normalizer.Letters(text).Trim();
}
