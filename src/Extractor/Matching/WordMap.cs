using System.Numerics;

namespace NewsMiner.Extractor.Matching;

/// <summary>
/// A large table from folded words to what is known of them, in little memory and with one look at it a word: words are held as
/// fingerprints (<see cref="WordHash"/>) in an open-addressed table, their values beside them.
/// </summary>
internal sealed class WordMap<T>
{
    /// <summary>Bits of the sieve for each word: one word in so many that is not in the table passes it.</summary>
    private const int SieveBits = 16;

    private readonly Slot[] slots;

    /// <summary>A bit for each remainder that a fingerprint of the table has: most words that are not in it are told by this little memory.</summary>
    private readonly ulong[] sieve;

    /// <summary>Makes a table; each word stands in it once.</summary>
    /// <exception cref="ArgumentException">A word stands in it twice.</exception>
    public WordMap(IReadOnlyCollection<KeyValuePair<string, T>> words)
    {
        // Half the slots stay empty, so that a word that is not in the table meets an empty one at once.
        slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)words.Count * 2 + 1)];
        sieve = new ulong[Math.Max(1, BitOperations.RoundUpToPowerOf2((uint)words.Count) * SieveBits / 64)];
        foreach (var (word, value) in words)
        {
            var fingerprint = WordHash.Of(word);
            var at = First(fingerprint);
            for (; slots[at].Fingerprint != 0; at = Next(at))
            {
                if (slots[at].Fingerprint == fingerprint) throw new ArgumentException($"'{word}' is listed twice", nameof(words));
            }
            slots[at] = new(fingerprint, value);
            sieve[Cell(fingerprint)] |= Bit(fingerprint);
        }
        Count = words.Count;
    }

    /// <summary>The number of words.</summary>
    public int Count { get; }

    /// <summary>True for a word of the table.</summary>
    public bool Contains(ReadOnlySpan<char> word) => TryGet(word, out _);

    /// <summary>What is known of a word; false where it is not in the table.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out T? value) => TryGet(WordHash.Of(word), out value);

    /// <summary>What is known of the word with this fingerprint; false where it is not in the table.</summary>
    public bool TryGet(ulong fingerprint, out T? value)
    {
        if ((sieve[Cell(fingerprint)] & Bit(fingerprint)) != 0)
        {
            for (var at = First(fingerprint); slots[at].Fingerprint != 0; at = Next(at))
            {
                if (slots[at].Fingerprint != fingerprint) continue;
                value = slots[at].Value;
                return true;
            }
        }
        value = default;
        return false;
    }

    private int First(ulong fingerprint) => (int)(fingerprint >> 32) & slots.Length - 1;

    private int Next(int at) => at + 1 & slots.Length - 1;

    // The lowest bit is set in every fingerprint.
    private int Cell(ulong fingerprint) => (int)(fingerprint >> 7) & sieve.Length - 1;

    private static ulong Bit(ulong fingerprint) => 1UL << (int)(fingerprint >> 1);

    private readonly record struct Slot(ulong Fingerprint, T Value);
}
