using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>
/// A word with one letter mistaken for another of the same shape whose key is next to it, «مددجوبان» for «مددجویان», or with two
/// letters in the wrong order, «بیتشرین» for «بیشترین». Told only of an unknown, long word where a frequent one stands behind
/// exactly one such mistake.
/// </summary>
internal static class MistypedWord
{
    /// <summary>The number of letters below which another word is too easily hit.</summary>
    private const int Shortest = 7;

    /// <summary>The frequency (binary logarithm) from which on a word is sure to be the one meant.</summary>
    private const int Sure = 20;

    /// <summary>Neighbours on the Persian keyboard (ISIRI 9147) that differ in their dots alone.</summary>
    private static readonly string[] Neighbours = ["یب", "تن", "سش", "خحجچ", "عغ", "فق", "ضص", "طظ", "رز", "ذد", "کگ"];

    /// <summary>For each letter of the Arabic block those next to it.</summary>
    private static readonly string[] Others = [.. Enumerable.Range('\u0600', 256).Select(letter => Neighbours.FirstOrDefault(row => row.Contains((char)letter)) is { } row ? Beside(row, row.IndexOf((char)letter)) : "")];

    /// <summary>Puts an unknown word right in place; false where nothing is sure.</summary>
    public static bool PutRight(Span<char> word)
    {
        if (word.Length is < Shortest or > WordRepair.LongestWord) return false;
        Span<char> tried = stackalloc char[word.Length];
        Span<char> right = stackalloc char[word.Length];
        word.CopyTo(tried);
        var found = 0;
        for (var at = 0; at < word.Length; at++)
        {
            foreach (var other in OthersAt(word, at))
            {
                tried[at] = other;
                Try(tried, right, ref found);
            }
            tried[at] = word[at];
            if (at + 1 == word.Length || word[at] == word[at + 1]) continue;
            (tried[at], tried[at + 1]) = (word[at + 1], word[at]);
            Try(tried, right, ref found);
            (tried[at], tried[at + 1]) = (word[at], word[at + 1]);
        }
        if (found == 1) right.CopyTo(word);
        return found == 1;
    }

    private static void Try(ReadOnlySpan<char> tried, Span<char> right, ref int found)
    {
        if (WordRepair.Words.Find(tried).Frequency < Sure) return;
        tried.CopyTo(right);
        found++;
    }

    /// <summary>At the end of a word «ی» and «ن» have shapes of their own.</summary>
    private static string OthersAt(ReadOnlySpan<char> word, int at) =>
        at == word.Length - 1 && word[at] is ('ی' or 'ب' or 'ت' or 'ن') ? "" : word[at] is >= '\u0600' and <= '\u06ff' ? Others[word[at] - '\u0600'] : "";

    private static string Beside(string row, int at) => string.Concat(row.Where((_, other) => Math.Abs(other - at) == 1));
}
