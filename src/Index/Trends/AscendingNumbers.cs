namespace NewsMiner.Index.Trends;

/// <summary>Sets of article numbers as ascending lists, each number once.</summary>
internal static class AscendingNumbers
{
    /// <summary>The numbers of either list.</summary>
    public static int[] Union(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        var both = new List<int>(one.Count + other.Count);
        var (i, j) = (0, 0);
        while (i < one.Count || j < other.Count)
        {
            var left = i < one.Count ? one[i] : int.MaxValue;
            var right = j < other.Count ? other[j] : int.MaxValue;
            both.Add(Math.Min(left, right));
            if (left <= right) i++;
            if (right <= left) j++;
        }
        return [.. both];
    }
}
