using System.Globalization;

namespace NewsMiner.LexiconBuilder;

/// <summary>How often the texts of one source write two words with a space between them, and how often with a half-space.</summary>
internal readonly record struct PairSighting(string First, string Second, string Source, int Apart, int Together)
{
    /// <summary>The rows of <c>Counts/pairs.tsv</c>.</summary>
    public static IEnumerable<PairSighting> Read()
    {
        string[] sources = [];
        foreach (var line in Tables.Embedded("pairs.tsv"))
        {
            if (sources.Length == 0) { sources = line.Split('\t'); continue; }
            var cells = line.Split('\t');
            for (var i = 0; i < sources.Length; i++)
                if (cells[i + 2].Split('/') is [var apart, var together])
                    yield return new(cells[0], cells[1], sources[i], int.Parse(apart, CultureInfo.InvariantCulture), int.Parse(together, CultureInfo.InvariantCulture));
        }
    }
}
