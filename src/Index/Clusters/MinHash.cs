using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsMiner.Index.Clusters;

/// <summary>
/// A signature by which texts that resemble each other are found without comparing all with all: one hash of each shingle, the least of each of
/// <see cref="Length"/> bins (one permutation hashing, Li, Owen and Zhang 2012; empty bins filled from the next, Shrivastava and Li 2014).
/// </summary>
internal sealed class MinHash
{
    /// <summary>The bins of a signature.</summary>
    public const int Length = 128;

    /// <summary>The bins of a band: texts with one whole band in common are compared. A resemblance of a quarter is missed once in sixty.</summary>
    public const int Rows = 2;

    private readonly uint[] least;

    private MinHash(uint[] least) => this.least = least;

    /// <summary>The signature of a text that has shingles.</summary>
    public static MinHash Of(Shingles shingles)
    {
        var least = new uint[Length];
        Array.Fill(least, uint.MaxValue);
        foreach (var hash in shingles.Hashes)
        {
            ref var bin = ref least[hash & (Length - 1)];
            bin = Math.Min(bin, (uint)(hash >> 32) & 0xFFFFFFFE);
        }
        var filled = new uint[Length];
        for (var i = 0; i < Length; i++)
        {
            var from = i;
            uint away = 0;
            while (least[from] == uint.MaxValue && away < Length)
            {
                from = (from + 1) % Length;
                away++;
            }
            filled[i] = unchecked(least[from] + (away * 0x9E3779B1));
        }
        return new(filled);
    }

    public static MinHash Read(byte[] bytes) => new(MemoryMarshal.Cast<byte, uint>(bytes).ToArray());

    public byte[] Write() => MemoryMarshal.AsBytes(least.AsSpan()).ToArray();

    /// <summary>The estimated Jaccard resemblance.</summary>
    public double Resemblance(MinHash other)
    {
        // Equal bins are all ones, which is minus one.
        var mine = MemoryMarshal.Cast<uint, Vector<int>>(least);
        var others = MemoryMarshal.Cast<uint, Vector<int>>(other.least);
        var same = Vector<int>.Zero;
        for (var i = 0; i < mine.Length; i++) same -= Vector.Equals(mine[i], others[i]);
        return Vector.Sum(same) / (double)Length;
    }

    /// <summary>A key for each band; equal keys mean, but for chance, equal bands.</summary>
    public IEnumerable<long> Bands()
    {
        for (var band = 0; band < Length / Rows; band++)
        {
            var key = (ulong)band * 0x9E3779B97F4A7C15;
            for (var row = 0; row < Rows; row++) key = (key ^ least[(band * Rows) + row]) * 0xD6E8FEB86659FD93;
            yield return (long)(key ^ (key >> 32));
        }
    }
}
