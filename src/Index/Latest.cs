using System.Diagnostics.CodeAnalysis;

namespace NewsMiner.Index;

/// <summary>Values by key; only so many are kept, those added last.</summary>
/// <param name="most">How many.</param>
internal sealed class Latest<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> known = [];
    private readonly Queue<TKey> order = [];

    /// <summary>Adds a value; false, and nothing changes, where the key has one.</summary>
    public bool TryAdd(TKey key, TValue value)
    {
        if (!known.TryAdd(key, value)) return false;
        order.Enqueue(key);
        if (order.Count > most) known.Remove(order.Dequeue());
        return true;
    }

    /// <summary>The value of a key that is still kept.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => known.TryGetValue(key, out value);

    /// <summary>Forgets a key. Its place among the latest stays taken until its turn comes.</summary>
    public void Remove(TKey key) => known.Remove(key);

    public void Clear()
    {
        known.Clear();
        order.Clear();
    }
}
