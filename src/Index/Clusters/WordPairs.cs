namespace NewsMiner.Index.Clusters;

/// <summary>The hashed word pairs of a text, half of each hash: enough to tell the pairs of two texts apart, in half the memory.</summary>
internal sealed class WordPairs
{
    private readonly uint[] pairs;

    private WordPairs(uint[] pairs) => this.pairs = pairs;

    public int Count => pairs.Length;

    /// <summary>The pairs of hashes in ascending order.</summary>
    public static WordPairs Of(ReadOnlySpan<ulong> hashes)
    {
        var pairs = new uint[hashes.Length];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (uint)(hashes[i] >> 32);
        return new(pairs);
    }

    /// <summary>The share of the smaller text's pairs that the other has too.</summary>
    public double Containment(WordPairs other) => Common(other) / (double)Math.Max(1, Math.Min(Count, other.Count));

    /// <summary>The share of this text's pairs that the other has too.</summary>
    public double In(WordPairs other) => Common(other) / (double)Math.Max(1, Count);

    private int Common(WordPairs other)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < pairs.Length && j < other.pairs.Length)
        {
            var (mine, others) = (pairs[i], other.pairs[j]);
            if (mine == others)
            {
                common++;
                i++;
                j++;
            }
            else if (mine < others) i++;
            else j++;
        }
        return common;
    }
}
