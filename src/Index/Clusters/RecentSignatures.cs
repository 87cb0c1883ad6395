namespace NewsMiner.Index.Clusters;

/// <summary>The signatures of the texts written last, with which most new ones are compared.</summary>
internal sealed class RecentSignatures
{
    /// <summary>The signatures remembered: two megabytes of them.</summary>
    private const int Most = 4096;

    private readonly Dictionary<long, (MinHash Signature, int Pairs)> known = [];
    private readonly Queue<long> order = new(Most);

    /// <summary>Remembers the signature of a text and the number of its word pairs.</summary>
    public void Add(long number, MinHash signature, int pairs)
    {
        if (order.Count == Most) known.Remove(order.Dequeue());
        order.Enqueue(number);
        known[number] = (signature, pairs);
    }

    /// <summary>The signature of a text, or null where it is not remembered.</summary>
    public (MinHash Signature, int Pairs)? Find(long number) => known.TryGetValue(number, out var found) ? found : null;

    /// <summary>Forgets a text whose signature is no longer that.</summary>
    public void Remove(long number) => known.Remove(number);

    public void Clear()
    {
        known.Clear();
        order.Clear();
    }
}
