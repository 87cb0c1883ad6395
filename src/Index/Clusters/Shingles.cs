using System.Runtime.InteropServices;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Clusters;

/// <summary>The pairs of neighbouring words of a text, folded and hashed: what two copies of a story share, however they are spelt.</summary>
internal sealed class Shingles
{
    /// <summary>Fewer pairs than this say nothing about who copied whom.</summary>
    public const int Least = 12;

    private readonly ulong[] pairs;

    private Shingles(ulong[] pairs) => this.pairs = pairs;

    public int Count => pairs.Length;

    /// <summary>Each pair once, in ascending order.</summary>
    public ReadOnlySpan<ulong> Hashes => pairs;

    /// <summary>The pairs of an article's title and paragraphs; no pair crosses from one paragraph to the next.</summary>
    public static Shingles Of(Article article)
    {
        var pairs = new List<ulong>();
        Add(pairs, article.Title);
        foreach (var paragraph in article.Paragraphs) Add(pairs, paragraph);
        pairs.Sort();
        var count = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (count == 0 || pairs[i] != pairs[count - 1]) pairs[count++] = pairs[i];
        }
        return new([.. CollectionsMarshal.AsSpan(pairs)[..count]]);
    }

    /// <summary>The pairs as two texts are compared by them.</summary>
    public WordPairs Pairs() => WordPairs.Of(pairs);

    private static void Add(List<ulong> pairs, string text)
    {
        const ulong Basis = 14695981039346656037, Prime = 1099511628211;
        var (before, word, inWord) = (0UL, Basis, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var folded = i < text.Length ? Fold.Character(text[i]) : ' ';
            if (folded == '\0') continue;
            if (char.IsLetterOrDigit(folded))
            {
                word = (word ^ folded) * Prime;
                inWord = true;
                continue;
            }
            if (!inWord) continue;
            if (before != 0) pairs.Add(Mix((before * 31) + word));
            (before, word, inWord) = (word, Basis, false);
        }
    }

    /// <summary>Spreads a hash over all its bits (the finaliser of SplitMix64).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
