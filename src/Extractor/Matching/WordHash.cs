using System.Numerics;

namespace NewsMiner.Extractor.Matching;

/// <summary>
/// The 64-bit fingerprint of a word, taken letter by letter, so that a name of several parts has one without being written out. Of the
/// words of a whole language no two have the same.
/// </summary>
internal struct WordHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15UL, Factor = 0xD6E8FEB86659FD93UL;

    private ulong state;

    /// <summary>A fingerprint of no letters yet.</summary>
    public WordHash() => state = Seed;

    /// <summary>The fingerprint of the letters taken so far; never 0.</summary>
    public readonly ulong Fingerprint
    {
        get
        {
            var mixed = (state ^ state >> 32) * Factor;
            return mixed ^ mixed >> 29 | 1;
        }
    }

    /// <summary>The fingerprint of a whole word.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = new WordHash();
        hash.Append(word);
        return hash.Fingerprint;
    }

    /// <summary>Takes more letters.</summary>
    public void Append(ReadOnlySpan<char> letters)
    {
        var taken = state;
        foreach (var letter in letters) taken = BitOperations.RotateLeft((taken ^ letter) * Factor, 29);
        state = taken;
    }
}
