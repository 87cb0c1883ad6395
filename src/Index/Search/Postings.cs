namespace NewsMiner.Index.Search;

/// <summary>Where a part of a query was found: numbers of articles or facts in ascending order, each with its weighted number of occurrences.</summary>
/// <param name="Numbers">Ascending, each once; only the first <paramref name="Count"/> count.</param>
/// <param name="Weights">Occurrences, each weighing as much as its field.</param>
/// <param name="Count">How many.</param>
internal sealed record Postings(int[] Numbers, float[] Weights, int Count)
{
    public Postings(int[] numbers, float[] weights) : this(numbers, weights, numbers.Length) { }

    public static Postings Empty { get; } = new([], []);

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<int> Found => Numbers.AsSpan(0, Count);

    /// <summary>Both as one: numbers of either, weights added.</summary>
    public static Postings Merge(Postings first, Postings second)
    {
        if (first.Count == 0) return second;
        if (second.Count == 0) return first;
        if (first.Numbers[first.Count - 1] < second.Numbers[0])
            return new([.. first.Found, .. second.Found], [.. first.Weights.AsSpan(0, first.Count), .. second.Weights.AsSpan(0, second.Count)]);
        var numbers = new int[first.Count + second.Count];
        var weights = new float[numbers.Length];
        var (i, j, count) = (0, 0, 0);
        while (i < first.Count || j < second.Count)
        {
            var left = i < first.Count ? first.Numbers[i] : int.MaxValue;
            var right = j < second.Count ? second.Numbers[j] : int.MaxValue;
            numbers[count] = Math.Min(left, right);
            weights[count++] = (left <= right ? first.Weights[i] : 0) + (right <= left ? second.Weights[j] : 0);
            if (left <= right) i++;
            if (right <= left) j++;
        }
        Array.Resize(ref numbers, count);
        Array.Resize(ref weights, count);
        return new(numbers, weights);
    }

    /// <summary>These without changed articles, which come in the order of their numbers.</summary>
    public Postings Without(ReadOnlySpan<Change> changed)
    {
        var gone = new List<int>();
        foreach (var (_, article) in changed)
        {
            if (Count > 0 && article <= Numbers[Count - 1] && Array.BinarySearch(Numbers, 0, Count, article) is var index && index >= 0) gone.Add(index);
        }
        if (gone.Count == 0) return this;
        var numbers = new int[Count - gone.Count];
        var weights = new float[numbers.Length];
        var from = 0;
        for (var i = 0; i <= gone.Count; i++)
        {
            var to = i < gone.Count ? gone[i] : Count;
            Array.Copy(Numbers, from, numbers, from - i, to - from);
            Array.Copy(Weights, from, weights, from - i, to - from);
            from = to + 1;
        }
        return new(numbers, weights);
    }
}
