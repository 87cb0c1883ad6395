using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsMiner.Extractor.Lexicons;

/// <summary>
/// A compact table from the letters of a word (no half-space) to what is known of it. Words are held as 32-bit
/// fingerprints of their letters in an open-addressed table, so that the file is the table and loading is reading it.
/// </summary>
/// <remarks>
/// Layout, little-endian: number of slots (int), then the slots, each a fingerprint (uint, 0 = empty) and the entry (ulong),
/// side by side so that one look touches one place of memory.
/// </remarks>
public sealed unsafe class WordTable
{
    private const int SlotSize = 12;

    private readonly Slot* slots;

    /// <summary>Keeps the slots where they are: the array that holds them, or null where they are part of the program's file.</summary>
    private readonly Slot[]? own;

    private WordTable(Slot* slots, int length, Slot[]? own)
    {
        this.slots = slots;
        Slots = length;
        this.own = own;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Slot(uint Fingerprint, ulong Entry);

    /// <summary>The number of slots, full or empty.</summary>
    public int Slots { get; }

    /// <summary>What is known of a word; <c>default</c> where nothing is.</summary>
    public WordEntry Find(ReadOnlySpan<char> letters) => Find(Hash(letters));

    /// <summary>What is known of the word with this <see cref="Hash"/>.</summary>
    internal WordEntry Find(ulong hash)
    {
        var fingerprint = Fingerprint(hash);
        var slot = First(hash, Slots);
        while (true)
        {
            ref readonly var found = ref slots[slot];
            if (found.Fingerprint == fingerprint) return new(found.Entry);
            if (found.Fingerprint == 0) return default;
            if (++slot == Slots) slot = 0;
        }
    }

    /// <summary>Reads a table from its file.</summary>
    public static WordTable Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[4];
        stream.ReadExactly(head);
        var slots = GC.AllocateUninitializedArray<Slot>(BinaryPrimitives.ReadInt32LittleEndian(head), pinned: true);
        stream.ReadExactly(MemoryMarshal.AsBytes(slots.AsSpan()));
        return new((Slot*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(slots)), slots.Length, slots);
    }

    /// <summary>The table embedded in this assembly; it is looked up where it lies in the program's file, which is mapped into memory for good.</summary>
    public static WordTable ReadEmbedded()
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream("Lexicons/words.bin")
            ?? throw new InvalidDataException("Lexicons/words.bin: no such table is embedded");
        if (stream is not UnmanagedMemoryStream mapped) return Read(stream);
        var length = BinaryPrimitives.ReadInt32LittleEndian(new ReadOnlySpan<byte>(mapped.PositionPointer, sizeof(int)));
        return length * (long)SlotSize == mapped.Length - sizeof(int)
            ? new((Slot*)(mapped.PositionPointer + sizeof(int)), length, null)
            : throw new InvalidDataException($"Lexicons/words.bin: {length} slots do not fill {mapped.Length} bytes");
    }

    /// <summary>The file of a table with these words; the order of the words does not matter.</summary>
    public static byte[] Write(IReadOnlyCollection<KeyValuePair<string, WordEntry>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var slots = new Slot[words.Count * 3 / 2 + 1];
        foreach (var (letters, entry) in words.OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            var hash = Hash(letters);
            var slot = First(hash, slots.Length);
            while (slots[slot].Fingerprint != 0) slot = slot + 1 == slots.Length ? 0 : slot + 1;
            slots[slot] = new(Fingerprint(hash), entry.Bits);
        }
        var file = new byte[4 + slots.Length * SlotSize];
        BinaryPrimitives.WriteInt32LittleEndian(file, slots.Length);
        MemoryMarshal.AsBytes(slots.AsSpan()).CopyTo(file.AsSpan(4));
        return file;
    }

    /// <summary>A number that two words share as good as never: four letters at a time are multiplied in.</summary>
    internal static ulong Hash(ReadOnlySpan<char> letters)
    {
        var hash = 0x9E3779B97F4A7C15UL * (uint)(letters.Length + 1);
        for (; letters.Length >= 4; letters = letters[4..]) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(letters)));
        var rest = 0UL;
        foreach (var letter in letters) rest = rest << 16 | letter;
        return Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0xD6E8FEB86659FD93UL, out var low);
        return high ^ low;
    }

    private static uint Fingerprint(ulong hash) => (uint)hash | 1;

    private static int First(ulong hash, int slots) => (int)((hash >> 32) * (ulong)slots >> 32);
}
