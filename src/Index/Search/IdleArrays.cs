using System.Numerics;

namespace NewsMiner.Index.Search;

/// <summary>
/// Arrays that no search works in at the moment, for the next one. Together they take no more than <see cref="MaxBytes"/>, which
/// <see cref="System.Buffers.ArrayPool{T}"/> does not promise: it keeps dozens of each size.
/// </summary>
internal static class IdleArrays<T>
    where T : unmanaged
{
    /// <summary>What is kept of one type: what two searches for frequent words over a million articles work in.</summary>
    public const long MaxBytes = 16L * 1024 * 1024;

    /// <summary>The length of the smallest, a power of two.</summary>
    private const int Shortest = 1024;

    /// <summary>Lengths between one power of two and the next: what is asked for is at most a quarter less than what is given.</summary>
    private const int Steps = 4;

    /// <summary>An array up to so many lengths longer serves as well.</summary>
    private const int Longer = Steps;

    private static readonly Lock Gate = new();
    private static readonly Stack<T[]>?[] ByLength = new Stack<T[]>?[(32 - 10) * Steps];
    private static long bytes;

    /// <summary>What all of them take now.</summary>
    public static long Bytes => Volatile.Read(ref bytes);

    /// <summary>An array of at least that length, holding anything.</summary>
    public static T[] Take(int length)
    {
        var first = LengthClass(length);
        lock (Gate)
        {
            for (var index = first; index < Math.Min(first + Longer, ByLength.Length); index++)
            {
                if (ByLength[index] is not { } stack || !stack.TryPop(out var array)) continue;
                bytes -= BytesOf(array);
                return array;
            }
        }
        return GC.AllocateUninitializedArray<T>(LengthOf(first));
    }

    /// <summary>Gives an array back, which nobody may use any more.</summary>
    public static void Return(T[] array)
    {
        lock (Gate)
        {
            if (bytes + BytesOf(array) > MaxBytes) return;
            bytes += BytesOf(array);
            (ByLength[LengthClass(array.Length)] ??= new()).Push(array);
        }
    }

    private static unsafe long BytesOf(T[] array) => (long)array.Length * sizeof(T);

    /// <summary>The least class whose <see cref="LengthOf"/> is no less.</summary>
    private static int LengthClass(int length)
    {
        if (length <= Shortest) return 0;
        var power = BitOperations.Log2((uint)(length - 1));
        var step = (length - 1 - (1 << power)) / ((1 << power) / Steps);
        return ((power - 10) * Steps) + step + 1;
    }

    private static int LengthOf(int index)
    {
        var power = Shortest << (index / Steps);
        return power + (index % Steps * (power / Steps));
    }
}
