using System.Globalization;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>Words too frequent to be taken for a family name on weak evidence, as folded keys.</summary>
internal static class CommonWordTable
{
    /// <summary>Occurrences in the counted web text of the source; about the ten thousand most frequent words.</summary>
    private const long MinCount = 4_000_000;

    public static IEnumerable<string> Rows(string folder)
    {
        var names = GivenNameTable.Faker(Path.Combine(folder, "persian-given-names"), "last").ToHashSet();
        return File.ReadLines(Path.Combine(folder, "shekar-lexicon", "vocab.csv")).Select(line => line.Split(','))
            .Where(cells => cells.Length == 2 && long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= MinCount)
            .Select(cells => Fold.Key(cells[0])).Where(key => key.Length > 2 && !names.Contains(key));
    }
}
