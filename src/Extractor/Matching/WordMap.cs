using System.Numerics;

namespace NewsMiner.Extractor.Matching;

/// <summary>
/// A large table from folded words to what is known of them, in little memory and with one look at it a word: words are held as 64-bit
/// fingerprints in an open-addressed table, their values beside them. Of the words of a whole language no two have one fingerprint.
/// </summary>
internal sealed class WordMap<T>
{
    private readonly Slot[] slots;

    /// <summary>Makes a table; each word stands in it once.</summary>
    /// <exception cref="ArgumentException">A word stands in it twice.</exception>
    public WordMap(IReadOnlyCollection<KeyValuePair<string, T>> words)
    {
        // Half the slots stay empty, so that a word that is not in the table meets an empty one at once.
        slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)words.Count * 2 + 1)];
        foreach (var (word, value) in words)
        {
            var fingerprint = Fingerprint(word);
            var at = First(fingerprint);
            for (; slots[at].Fingerprint != 0; at = Next(at))
            {
                if (slots[at].Fingerprint == fingerprint) throw new ArgumentException($"'{word}' is listed twice", nameof(words));
            }
            slots[at] = new(fingerprint, value);
        }
        Count = words.Count;
    }

    /// <summary>The number of words.</summary>
    public int Count { get; }

    /// <summary>True for a word of the table.</summary>
    public bool Contains(ReadOnlySpan<char> word) => TryGet(word, out _);

    /// <summary>What is known of a word; false where it is not in the table.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out T? value)
    {
        var fingerprint = Fingerprint(word);
        for (var at = First(fingerprint); slots[at].Fingerprint != 0; at = Next(at))
        {
            if (slots[at].Fingerprint != fingerprint) continue;
            value = slots[at].Value;
            return true;
        }
        value = default;
        return false;
    }

    private int First(ulong fingerprint) => (int)(fingerprint >> 32) & slots.Length - 1;

    private int Next(int at) => at + 1 & slots.Length - 1;

    private static ulong Fingerprint(ReadOnlySpan<char> word)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var letter in word) hash = BitOperations.RotateLeft((hash ^ letter) * 0xD6E8FEB86659FD93UL, 29);
        hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93UL;
        return hash ^ hash >> 29 | 1;
    }

    private readonly record struct Slot(ulong Fingerprint, T Value);
}
