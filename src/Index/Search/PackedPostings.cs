using System.Buffers.Binary;

namespace NewsMiner.Index.Search;

/// <summary>
/// Postings in a quarter of the room and less: of each number the distance from the one before, in bytes of seven bits (Williams and
/// Zobel, "Compressing Integers for Fast File Access", 1999), its lowest bit telling whether a code of the weight follows; a weight of 1, by far the most frequent, has none.
/// </summary>
internal sealed class PackedPostings
{
    /// <summary>The most bytes a posting takes: a distance of 33 bits, a code and a weight without one.</summary>
    private const int Longest = 5 + 1 + sizeof(float);

    /// <summary>The bytes most postings take.</summary>
    private const int Usual = 2;

    private readonly byte[] bytes;
    private readonly int length;
    private readonly Room room;

    private PackedPostings(byte[] bytes, int length, int count, int last, Room room) => (this.bytes, this.length, Count, Last, this.room) = (bytes, length, count, last, room);

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>The highest number, or 0.</summary>
    public int Last { get; }

    /// <summary>The bytes they take in memory.</summary>
    public int Size => bytes.Length;

    /// <param name="postings">What is packed.</param>
    /// <param name="arrays">Where that is done.</param>
    public static PackedPostings Of(Postings postings, MatchArrays arrays)
    {
        var bytes = Packed(postings, 0, arrays).ToArray();
        return new(bytes, bytes.Length, postings.Count, LastOf(postings, 0), new(bytes.Length));
    }

    /// <summary>
    /// These and others whose numbers are all higher. Where there is room behind these, the others are written there and nothing is copied: who
    /// holds these does not look so far.
    /// </summary>
    public PackedPostings Append(Postings later, MatchArrays arrays)
    {
        if (later.Count == 0) return this;
        var more = Packed(later, Last, arrays);
        var (count, last) = (Count + later.Count, LastOf(later, Last));
        lock (room)
        {
            if (room.Used == length && length + more.Length <= bytes.Length)
            {
                more.CopyTo(bytes.AsSpan(length));
                room.Used += more.Length;
                return new(bytes, room.Used, count, last, room);
            }
        }
        var used = length + more.Length;
        var larger = new byte[used + (used / 8) + 16];
        bytes.AsSpan(0, length).CopyTo(larger);
        more.CopyTo(larger.AsSpan(length));
        return new(larger, used, count, last, new(used));
    }

    /// <summary>The postings, in arrays of a search.</summary>
    public Postings Unpack(MatchArrays arrays) => Unpack(arrays.Take<int>(Count), arrays.Take<float>(Count));

    /// <summary>The postings, in arrays of their own.</summary>
    public Postings Unpack() => Unpack(new int[Count], new float[Count]);

    private Postings Unpack(int[] numbers, float[] weights)
    {
        var packed = bytes.AsSpan(0, length);
        var codes = WeightCodes.Weights;
        var (at, number) = (0, 0u);
        for (var i = 0; i < Count; i++)
        {
            ulong value = packed[at++];
            if (value >= 0x80)
            {
                value &= 0x7F;
                for (var shift = 7; ; shift += 7)
                {
                    var next = packed[at++];
                    value |= (ulong)(next & 0x7F) << shift;
                    if (next < 0x80) break;
                }
            }
            number += (uint)(value >> 1);
            numbers[i] = (int)number;
            if ((value & 1) == 0)
            {
                weights[i] = 1;
                continue;
            }
            var code = packed[at++];
            if (code == WeightCodes.None)
            {
                weights[i] = BinaryPrimitives.ReadSingleLittleEndian(packed[at..]);
                at += sizeof(float);
            }
            else weights[i] = codes[code];
        }
        return new(numbers, weights, Count);
    }

    private static int LastOf(Postings postings, int before) => postings.Count > 0 ? postings.Numbers[postings.Count - 1] : before;

    /// <summary>The bytes of postings behind a number.</summary>
    private static ReadOnlySpan<byte> Packed(Postings postings, int before, MatchArrays arrays)
    {
        var packed = arrays.Take<byte>((postings.Count * Usual) + Longest);
        var size = 0;
        for (var i = 0; i < postings.Count; i++)
        {
            if (packed.Length - size < Longest) arrays.Enlarge(ref packed, packed.Length * 2);
            size += Write(postings.Numbers[i] - before, postings.Weights[i], packed.AsSpan(size));
            before = postings.Numbers[i];
        }
        return packed.AsSpan(0, size);
    }

    private static int Write(int distance, float weight, Span<byte> target)
    {
        var value = ((ulong)(uint)distance << 1) | (weight == 1 ? 0u : 1u);
        var length = 0;
        for (; value >= 0x80; value >>= 7) target[length++] = (byte)(value | 0x80);
        target[length++] = (byte)value;
        if (weight == 1) return length;
        target[length++] = WeightCodes.Of(weight);
        if (target[length - 1] != WeightCodes.None) return length;
        BinaryPrimitives.WriteSingleLittleEndian(target[length..], weight);
        return length + sizeof(float);
    }

    /// <summary>How much of the bytes is taken, by all postings that share them.</summary>
    private sealed class Room(int used)
    {
        public int Used { get; set; } = used;
    }
}

/// <summary>A byte for each of the first 255 weights that occur: a few sums of field weights are nearly all there are.</summary>
internal static class WeightCodes
{
    /// <summary>The code of weights that have none.</summary>
    public const byte None = 255;

    private static readonly Lock Gate = new();
    private static readonly float[] Known = new float[None];
    private static int count;

    /// <summary>The weight of each code given so far.</summary>
    public static ReadOnlySpan<float> Weights => Known;

    public static byte Of(float weight)
    {
        var known = Volatile.Read(ref count);
        if (Known.AsSpan(0, known).IndexOf(weight) is var code && code >= 0) return (byte)code;
        lock (Gate)
        {
            if (Known.AsSpan(0, count).IndexOf(weight) is var given && given >= 0) return (byte)given;
            if (count == None) return None;
            Known[count] = weight;
            Volatile.Write(ref count, count + 1);
            return (byte)(count - 1);
        }
    }
}
