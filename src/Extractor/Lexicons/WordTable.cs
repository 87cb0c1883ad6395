using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsMiner.Extractor.Lexicons;

/// <summary>
/// A compact table from the letters of a word (no half-space) to what is known of it. Words are held as 32-bit
/// fingerprints of their letters in an open-addressed table, so that the file is the table and loading is reading it.
/// </summary>
/// <remarks>Layout, little-endian: number of slots (int), then the fingerprints (uint each, 0 = empty), then the entries (ulong each).</remarks>
public sealed class WordTable
{
    private readonly uint[] fingerprints;
    private readonly ulong[] entries;

    private WordTable(uint[] fingerprints, ulong[] entries)
    {
        this.fingerprints = fingerprints;
        this.entries = entries;
    }

    /// <summary>The number of slots, full or empty.</summary>
    public int Slots => fingerprints.Length;

    /// <summary>What is known of a word; <c>default</c> where nothing is.</summary>
    public WordEntry Find(ReadOnlySpan<char> letters)
    {
        var hash = Hash(letters);
        var fingerprint = Fingerprint(hash);
        for (var slot = First(hash, fingerprints.Length); fingerprints[slot] != 0; slot = slot + 1 == fingerprints.Length ? 0 : slot + 1)
            if (fingerprints[slot] == fingerprint) return new(entries[slot]);
        return default;
    }

    /// <summary>Reads a table from its file.</summary>
    public static WordTable Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[4];
        stream.ReadExactly(head);
        var slots = BinaryPrimitives.ReadInt32LittleEndian(head);
        var fingerprints = new uint[slots];
        var entries = new ulong[slots];
        stream.ReadExactly(MemoryMarshal.AsBytes(fingerprints.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(entries.AsSpan()));
        return new(fingerprints, entries);
    }

    /// <summary>The table embedded in this assembly.</summary>
    public static WordTable ReadEmbedded()
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream("Lexicons/words.bin")
            ?? throw new InvalidDataException("Lexicons/words.bin: no such table is embedded");
        return Read(stream);
    }

    /// <summary>The file of a table with these words; the order of the words does not matter.</summary>
    public static byte[] Write(IReadOnlyCollection<KeyValuePair<string, WordEntry>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var slots = words.Count * 5 / 4 + 1;
        var fingerprints = new uint[slots];
        var entries = new ulong[slots];
        foreach (var (letters, entry) in words.OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            var hash = Hash(letters);
            var slot = First(hash, slots);
            while (fingerprints[slot] != 0) slot = slot + 1 == slots ? 0 : slot + 1;
            (fingerprints[slot], entries[slot]) = (Fingerprint(hash), entry.Bits);
        }
        var file = new byte[4 + slots * 12];
        BinaryPrimitives.WriteInt32LittleEndian(file, slots);
        MemoryMarshal.AsBytes(fingerprints.AsSpan()).CopyTo(file.AsSpan(4));
        MemoryMarshal.AsBytes(entries.AsSpan()).CopyTo(file.AsSpan(4 + slots * 4));
        return file;
    }

    private static ulong Hash(ReadOnlySpan<char> letters)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var letter in letters) hash = BitOperations.RotateLeft((hash ^ letter) * 0xD6E8FEB86659FD93UL, 29);
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93UL;
        return hash ^ hash >> 29;
    }

    private static uint Fingerprint(ulong hash) => (uint)hash | 1;

    private static int First(ulong hash, int slots) => (int)((hash >> 32) * (ulong)slots >> 32);
}
