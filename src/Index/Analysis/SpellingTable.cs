namespace NewsMiner.Index.Analysis;

/// <summary>
/// Words by the spelling a text has, open addressing. Any number of threads look words up, without a lock, while one adds; what a reader
/// misses meanwhile it finds under the lock. Beyond <paramref name="most"/> words the table starts anew.
/// </summary>
/// <param name="most">The words kept.</param>
/// <param name="make">Works out the word of a spelling, always the same.</param>
internal sealed class SpellingTable(int most, Func<string, Word> make)
{
    private const int Smallest = 1024;

    private readonly Lock adding = new();
    private Slot[] table = new Slot[Smallest];
    private int count;

    /// <summary>The hash of a spelling.</summary>
    public static uint Hash(ReadOnlySpan<char> spelling)
    {
        var hash = 0u;
        foreach (var c in spelling) hash = Hash(hash, c);
        return hash;
    }

    /// <summary>The hash of a spelling with one more character (FNV-1a by UTF-16 units, Knuth's multiplier).</summary>
    public static uint Hash(uint hash, char next) => (hash ^ next) * 0x9E3779B1;

    /// <summary>The word of a spelling with that hash.</summary>
    public Word Of(ReadOnlySpan<char> spelling, uint hash) => Find(Volatile.Read(ref table), spelling, hash) ?? Add(spelling, hash);

    /// <summary>The first word a search for this hash looks at.</summary>
    public Word? First(uint hash)
    {
        var slots = Volatile.Read(ref table);
        return Volatile.Read(ref slots[First(hash, slots.Length)].Word);
    }

    private static Word? Find(Slot[] slots, ReadOnlySpan<char> spelling, uint hash)
    {
        for (var at = First(hash, slots.Length); Volatile.Read(ref slots[at].Word) is { } word; at = (at + 1) & (slots.Length - 1))
        {
            if (slots[at].Hash == hash && spelling.SequenceEqual(word.Spelling)) return word;
        }
        return null;
    }

    private Word Add(ReadOnlySpan<char> spelling, uint hash)
    {
        var word = make(spelling.ToString());
        lock (adding)
        {
            if (Find(table, spelling, hash) is { } known) return known;
            if (count == most) (table, count) = (new Slot[Smallest], 0);
            // At most half full, so that a search meets an empty slot soon.
            if (++count * 2 > table.Length) Volatile.Write(ref table, Grown(table));
            Put(table, word, hash);
        }
        return word;
    }

    private static Slot[] Grown(Slot[] slots)
    {
        var grown = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.Word is { } word) Put(grown, word, slot.Hash);
        }
        return grown;
    }

    private static void Put(Slot[] slots, Word word, uint hash)
    {
        var at = First(hash, slots.Length);
        while (slots[at].Word is not null) at = (at + 1) & (slots.Length - 1);
        slots[at].Hash = hash;
        Volatile.Write(ref slots[at].Word, word);
    }

    /// <summary>The high half of the hash is mixed best.</summary>
    private static int First(uint hash, int slots) => (int)(hash ^ (hash >> 15)) & (slots - 1);

    private struct Slot
    {
        public uint Hash;
        public Word? Word;
    }
}
