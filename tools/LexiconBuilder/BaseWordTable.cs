using System.Globalization;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>Words that stand for themselves and lose no ending by accident, as folded keys: nouns, adjectives, adverbs in the singular.</summary>
internal static class BaseWordTable
{
    /// <summary>Occurrences in the counted texts of the source; rarer entries are often misspelt.</summary>
    private const long MinCount = 300;

    /// <summary>Word, count and word classes of each line; <c>0</c> is a line without a class, <c>PL</c> a plural.</summary>
    public static IEnumerable<string> Rows(string folder) =>
        from line in File.ReadLines(Path.Combine(folder, "hazm-lexicon", "words.dat"))
        let cells = line.Split('\t')
        where cells.Length == 3 && cells[2] != "0" && long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= MinCount
        where !cells[2].Split(',').Contains("PL")
        let key = Fold.Key(cells[0])
        where key.Length >= 3 && key.All(c => c is >= '\u0620' and <= '\u06FF')
        select key;
}
