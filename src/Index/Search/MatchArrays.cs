using System.Buffers;

namespace NewsMiner.Index.Search;

/// <summary>
/// The arrays one search works in, given back when it ends: a frequent word has its hundred thousand hits, and arrays of that size made anew for
/// each search would have all memory collected every few searches.
/// </summary>
internal sealed class MatchArrays : IDisposable
{
    private readonly List<Action> back = [];

    /// <summary>An array of at least that length, holding anything.</summary>
    public T[] Take<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        back.Add(() => ArrayPool<T>.Shared.Return(array));
        return array;
    }

    /// <summary>An array of at least that length, its first <paramref name="length"/> cells empty.</summary>
    public T[] TakeEmpty<T>(int length)
    {
        var array = Take<T>(length);
        Array.Clear(array, 0, length);
        return array;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var giveBack in back) giveBack();
        back.Clear();
    }
}
