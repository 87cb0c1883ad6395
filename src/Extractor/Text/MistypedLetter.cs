using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>
/// A word with one letter mistaken for another of the same shape whose key is next to it, «مددجوبان» for «مددجویان». Told only
/// where the word is unknown, long, and a frequent word stands behind exactly one such mistake.
/// </summary>
internal static class MistypedLetter
{
    /// <summary>The number of letters below which another word is too easily hit.</summary>
    public const int ShortestWord = 7;

    /// <summary>The frequency (binary logarithm) from which on a word is sure to be the one meant.</summary>
    private const int Sure = 20;

    /// <summary>Neighbours on the Persian keyboard (ISIRI 9147) that differ in their dots alone.</summary>
    private static readonly string[] Neighbours = ["یب", "تن", "سش", "خحجچ", "عغ", "فق", "ضص", "طظ", "رز", "ذد", "کگ"];

    private static readonly Dictionary<char, string> Others = Neighbours.SelectMany(row => row.Select((letter, at) =>
        (letter, others: new string([.. row.Where((_, other) => Math.Abs(other - at) == 1)])))).ToDictionary(pair => pair.letter, pair => pair.others);

    /// <summary>Where the mistake stands and the letter meant; null where there is none that is sure.</summary>
    public static (int Position, char Letter)? In(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord or > WordRepair.LongestWord) return null;
        Span<char> tried = stackalloc char[word.Length];
        word.CopyTo(tried);
        (int, char)? found = null;
        for (var at = 0; at < word.Length; at++)
        {
            // At the end of a word «ی» and «ن» have shapes of their own.
            if (!Others.TryGetValue(word[at], out var others) || at == word.Length - 1 && word[at] is 'ی' or 'ب' or 'ت' or 'ن') continue;
            foreach (var other in others)
            {
                tried[at] = other;
                if (WordRepair.Words.Find(tried).Frequency < Sure) continue;
                if (found is not null) return null;
                found = (at, other);
            }
            tried[at] = word[at];
        }
        return found;
    }
}
