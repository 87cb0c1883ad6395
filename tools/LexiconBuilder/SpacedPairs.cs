using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsMiner.LexiconBuilder;

/// <summary>How often texts that keep their half-spaces write two words with a space between them, and how often with a half-space.</summary>
internal static partial class SpacedPairs
{
    /// <summary>Counts the pairs of <c>fars-news/articles.jsonl</c> and <c>parstwiner/train.txt</c> for which <paramref name="wanted"/> holds.</summary>
    public static Dictionary<(string First, string Second), (int Apart, int Together)> Count(string folder, Func<string, string, bool> wanted)
    {
        var counts = new Dictionary<(string, string), (int Apart, int Together)>();
        foreach (var text in News(folder).Concat(Tweets(folder)))
        {
            for (var pair = Pair().Match(text); pair.Success; pair = Pair().Match(text, pair.Groups[3].Index))
            {
                var key = (pair.Groups[1].Value, pair.Groups[3].Value);
                if (!wanted(key.Item1, key.Item2)) continue;
                var count = counts.GetValueOrDefault(key);
                counts[key] = pair.Groups[2].Value == " " ? (count.Apart + 1, count.Together) : (count.Apart, count.Together + 1);
            }
        }
        return counts;
    }

    private static IEnumerable<string> News(string folder) =>
        File.ReadLines(Path.Combine(folder, "fars-news", "articles.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("paragraphs").EnumerateArray())
            .Select(paragraphs => Tables.Spelling(string.Join('\n', paragraphs.Select(paragraph => paragraph.GetString()))))
            .Where(KeepsHalfSpaces);

    /// <summary>Tweets, a word and its tag a line, an empty line behind each; all keep their half-spaces.</summary>
    private static IEnumerable<string> Tweets(string folder) =>
        File.ReadAllText(Path.Combine(folder, "parstwiner", "train.txt")).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(tweet => Tables.Spelling(string.Join(' ', tweet.Split('\n').Select(line => line.Split('\t')[0]))));

    /// <summary>True for a text whose verbs and plurals have their half-spaces, none a space.</summary>
    private static bool KeepsHalfSpaces(string text) => Kept().Count(text) >= 3 && Spaced().Count(text) * 20 <= text.AsSpan().Count('\u200c');

    [GeneratedRegex("(?<![\\u0621-\\u06cc])ن?می\\u200c")]
    private static partial Regex Kept();

    [GeneratedRegex("(?<![\\u0621-\\u06cc\\u200c])(ن?می|ها|های) ")]
    private static partial Regex Spaced();

    [GeneratedRegex("(?<![\\u0621-\\u06cc\\u200c])([\\u0621-\\u06cc]+)([ \\u200c])([\\u0621-\\u06cc]+)(?![\\u0621-\\u06cc])")]
    private static partial Regex Pair();
}
