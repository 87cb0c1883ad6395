using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsMiner.LexiconBuilder;

/// <summary>
/// Makes the tables in <c>Counts</c> from sources too large to be kept: how often an encyclopaedia writes each word
/// (<c>encyclopaedia/vocab.txt</c>), and how often texts that keep their half-spaces write two words with a space and with a half-space between
/// them (<c>fars/*.json</c>, <c>pquad/*.json</c>, <c>tweets/train.txt</c>). NOTICE says where they come from.
/// </summary>
internal static partial class CountsFiles
{
    /// <summary>A word without half-spaces that is seen less often says nothing.</summary>
    private const int Rare = 10;

    /// <summary>A question or heading is too short to show whether its text keeps its half-spaces.</summary>
    private const int ShortText = 150;

    private static readonly string[] Lists = ["hazm-lexicon/words.dat", "shekar-lexicon/vocab.csv", "shekar-lexicon/compound_words.csv", "snowball-persian/voc.txt"];

    /// <summary>Writes both tables.</summary>
    /// <param name="sources">The folder of the sources.</param>
    /// <param name="lists">The folder of the word lists, whose compounds are looked for.</param>
    /// <param name="target">The folder of the tables.</param>
    public static void Write(string sources, string lists, string target)
    {
        var words = Words(sources);
        WriteTable(target, "encyclopaedia.tsv", words.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => $"{word.Key}\t{word.Value.ToString(CultureInfo.InvariantCulture)}"));
        (string Source, Dictionary<(string First, string Second), (int Apart, int Together)> Counts)[] pairs =
        [
            ("fars", SpacedPairs.Count(News(sources).Where(text => KeepsHalfSpaces(text, 3)))),
            ("pquad", SpacedPairs.Count(Articles(sources).Where(text => KeepsHalfSpaces(text, 1)))),
            ("tweets", SpacedPairs.Count(Tweets(sources))),
        ];
        var together = words.Keys.Concat(Listed(lists)).SelectMany(SpacedPairs.PairsOf).Concat(pairs.SelectMany(source => source.Counts.Where(pair => pair.Value.Together > 0).Select(pair => pair.Key))).ToHashSet();
        var rows = together.Where(pair => Array.Exists(pairs, source => source.Counts.ContainsKey(pair)))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal).ThenBy(pair => pair.Item2, StringComparer.Ordinal)
            .Select(pair => string.Join('\t', [pair.Item1, pair.Item2, .. pairs.Select(source => source.Counts.TryGetValue(pair, out var count) ? string.Create(CultureInfo.InvariantCulture, $"{count.Apart}/{count.Together}") : "")]));
        WriteTable(target, "pairs.tsv", rows.Prepend(string.Join('\t', pairs.Select(source => source.Source))));
    }

    private static Dictionary<string, long> Words(string sources)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in Tables.Lines(sources, "encyclopaedia/vocab.txt"))
        {
            if (line.Split(' ') is not [var written, var count] || !Word().IsMatch(written)) continue;
            var word = Tables.Spelling(written).Trim('\u200c');
            if (word.Length > 0) counts[word] = counts.GetValueOrDefault(word) + long.Parse(count, CultureInfo.InvariantCulture);
        }
        return counts.Where(word => word.Value >= Rare || word.Key.Contains('\u200c', StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The words with half-spaces of the lists that the table of words is made from.</summary>
    private static IEnumerable<string> Listed(string lists) =>
        Lists.SelectMany(list => Tables.Lines(lists, list)).Where(line => line.Contains('\u200c', StringComparison.Ordinal)).Select(line => Tables.Spelling(line.Split('\t', ',')[0]).Trim('\u200c'));

    private static IEnumerable<string> News(string sources) =>
        Json(sources, "fars").SelectMany(file => file.EnumerateArray())
            .Select(article => Tables.Spelling(string.Join('\n', article.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()))));

    private static IEnumerable<string> Articles(string sources) =>
        Json(sources, "pquad").SelectMany(file => file.GetProperty("data").EnumerateArray()).SelectMany(article => article.GetProperty("paragraphs").EnumerateArray())
            .Select(paragraph => Tables.Spelling(paragraph.GetProperty("context").GetString()!)).Where(text => text.Length > ShortText);

    /// <summary>Tweets, a word and its tag a line, an empty line behind each; all keep their half-spaces.</summary>
    private static IEnumerable<string> Tweets(string sources) =>
        File.ReadAllText(Path.Combine(sources, "tweets", "train.txt")).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(tweet => Tables.Spelling(string.Join(' ', tweet.Split('\n').Select(line => line.Split('\t')[0]))));

    private static IEnumerable<JsonElement> Json(string sources, string folder) =>
        Directory.GetFiles(Path.Combine(sources, folder), "*.json").Order(StringComparer.Ordinal).Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement);

    /// <summary>True for a text in which so many verbs have their half-spaces, and hardly a verb or plural a space.</summary>
    private static bool KeepsHalfSpaces(string text, int verbs) => Kept().Count(text) >= verbs && Spaced().Count(text) * 20 <= text.AsSpan().Count('\u200c');

    private static void WriteTable(string target, string name, IEnumerable<string> rows)
    {
        var path = Path.Combine(target, name);
        File.WriteAllText(path, string.Join('\n', rows.Prepend("# Made by tools/LexiconBuilder; NOTICE says of what.")) + "\n", new UTF8Encoding(false));
        Console.WriteLine($"{path}: {new FileInfo(path).Length} bytes");
    }

    [GeneratedRegex("^[\\u0621-\\u06cc\\u200c]+$")]
    private static partial Regex Word();

    [GeneratedRegex("(?<![\\u0621-\\u06cc])ن?می\\u200c")]
    private static partial Regex Kept();

    [GeneratedRegex("(?<![\\u0621-\\u06cc\\u200c])(ن?می|ها|های) ")]
    private static partial Regex Spaced();
}
