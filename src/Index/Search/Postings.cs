namespace NewsMiner.Index.Search;

/// <summary>Where a part of a query was found: numbers of articles or facts in ascending order, each with its weighted number of occurrences.</summary>
/// <param name="Numbers">Ascending, each once.</param>
/// <param name="Weights">Occurrences, each weighing as much as its field.</param>
internal sealed record Postings(int[] Numbers, float[] Weights)
{
    public static Postings Empty { get; } = new([], []);

    public int Count => Numbers.Length;

    /// <summary>Both as one: numbers of either, weights added.</summary>
    public static Postings Merge(Postings first, Postings second)
    {
        if (first.Count == 0) return second;
        if (second.Count == 0) return first;
        if (first.Numbers[^1] < second.Numbers[0]) return new([.. first.Numbers, .. second.Numbers], [.. first.Weights, .. second.Weights]);
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

    /// <summary>These without the numbers of a sorted list.</summary>
    public Postings Without(int[] sorted)
    {
        var gone = sorted.Select(number => Array.BinarySearch(Numbers, number)).Where(index => index >= 0).ToArray();
        if (gone.Length == 0) return this;
        var numbers = new int[Count - gone.Length];
        var weights = new float[numbers.Length];
        var from = 0;
        for (var i = 0; i <= gone.Length; i++)
        {
            var to = i < gone.Length ? gone[i] : Count;
            Array.Copy(Numbers, from, numbers, from - i, to - from);
            Array.Copy(Weights, from, weights, from - i, to - from);
            from = to + 1;
        }
        return new(numbers, weights);
    }
}
