using System.Text.RegularExpressions;

namespace NewsMiner.LexiconBuilder;

/// <summary>Two words that stand side by side, with a space or a half-space between them.</summary>
internal static partial class SpacedPairs
{
    /// <summary>How often the texts write each two words with a space between them, and how often with a half-space.</summary>
    public static Dictionary<(string First, string Second), (int Apart, int Together)> Count(IEnumerable<string> texts)
    {
        var counts = new Dictionary<(string, string), (int Apart, int Together)>();
        foreach (var text in texts)
        {
            for (var pair = Pair().Match(text); pair.Success; pair = Pair().Match(text, pair.Groups[3].Index))
            {
                var key = (pair.Groups[1].Value, pair.Groups[3].Value);
                var count = counts.GetValueOrDefault(key);
                counts[key] = pair.Groups[2].Value == " " ? (count.Apart + 1, count.Together) : (count.Apart, count.Together + 1);
            }
        }
        return counts;
    }

    /// <summary>What stands before and behind each half-space of a word, without half-spaces itself.</summary>
    public static IEnumerable<(string First, string Second)> PairsOf(string written)
    {
        for (var at = written.IndexOf('\u200c', StringComparison.Ordinal); at >= 0; at = written.IndexOf('\u200c', at + 1))
            yield return (written[..at].Replace("\u200c", "", StringComparison.Ordinal), written[(at + 1)..].Replace("\u200c", "", StringComparison.Ordinal));
    }

    [GeneratedRegex("(?<![\\u0621-\\u06cc\\u200c])([\\u0621-\\u06cc]+)([ \\u200c])([\\u0621-\\u06cc]+)(?![\\u0621-\\u06cc])")]
    private static partial Regex Pair();
}
