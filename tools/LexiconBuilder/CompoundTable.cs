using System.Globalization;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>Words of two or three parts that are written with half-spaces, with spaces or together; the parts as folded keys.</summary>
internal static class CompoundTable
{
    private const long MinCount = 300;

    /// <summary>Where one of these is a part, two words that stand side by side by chance look the same as a compound.</summary>
    private static readonly string[] LoneParts = ["به", "در", "از", "بر", "با", "که", "و", "تا", "هر", "آن", "این", "ها", "های", "می", "نمی", "تر", "ترین", "ای", "است", "یک", "دو", "سه", "هم", "بی", "نا", "را", "چه", "همه", "نه"];

    public static IEnumerable<string> Rows(string folder)
    {
        var lone = LoneParts.Select(part => Fold.Key(part)).ToHashSet(StringComparer.Ordinal);
        return Spellings(folder).Where(word => word.Contains('\u200c', StringComparison.Ordinal))
            .Select(word => word.Split('\u200c', StringSplitOptions.RemoveEmptyEntries).Select(part => Fold.Key(part)).ToArray())
            .Where(parts => parts.Length is 2 or 3 && Array.TrueForAll(parts, part => part.Length > 1 && !lone.Contains(part) && part.All(c => c is >= '\u0620' and <= '\u06FF')))
            .Select(parts => string.Join(' ', parts));
    }

    private static IEnumerable<string> Spellings(string folder) =>
        File.ReadLines(Path.Combine(folder, "hazm-lexicon", "words.dat")).Select(line => line.Split('\t'))
            .Where(cells => cells.Length == 3 && cells[2] != "0" && long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= MinCount)
            .Select(cells => cells[0])
            .Concat(File.ReadLines(Path.Combine(folder, "shekar-lexicon", "compound_words.csv")).Select(line => line.Trim('\uFEFF', ' ')));
}
