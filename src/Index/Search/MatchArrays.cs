namespace NewsMiner.Index.Search;

/// <summary>
/// The arrays one search works in, given back when it ends: a frequent word has its hundred thousand hits, and arrays of that size made anew for
/// each search would have all memory collected every few searches.
/// </summary>
internal sealed class MatchArrays : IDisposable
{
    private readonly Dictionary<Array, Action<Array>> taken = [];

    /// <summary>An array of at least that length, holding anything.</summary>
    public T[] Take<T>(int length)
        where T : unmanaged
    {
        var array = IdleArrays<T>.Take(length);
        taken.Add(array, static array => IdleArrays<T>.Return((T[])array));
        return array;
    }

    /// <summary>An array of at least that length, its first <paramref name="length"/> cells empty.</summary>
    public T[] TakeEmpty<T>(int length)
        where T : unmanaged
    {
        var array = Take<T>(length);
        Array.Clear(array, 0, length);
        return array;
    }

    /// <summary>Puts an array taken from here into one of at least that length, and gives it back.</summary>
    public void Enlarge<T>(ref T[] array, int length)
        where T : unmanaged
    {
        var larger = Take<T>(Math.Max(length, array.Length));
        array.CopyTo(larger, 0);
        taken.Remove(array);
        IdleArrays<T>.Return(array);
        array = larger;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (array, giveBack) in taken) giveBack(array);
        taken.Clear();
    }
}
