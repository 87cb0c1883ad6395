namespace NewsMiner.Extractor.Tests.Numerals;

/// <summary>Case tables: text, tab, what is expected; # begins a comment.</summary>
internal static class CaseTable
{
    public static TheoryData<string, string> Read(string path)
    {
        var cases = new TheoryData<string, string>();
        foreach (var cells in Rows(path)) cases.Add(cells[0], cells.Length > 1 ? cells[1] : "");
        return cases;
    }

    public static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, path)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
