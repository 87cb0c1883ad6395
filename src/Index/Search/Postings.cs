namespace NewsMiner.Index.Search;

/// <summary>Where a part of a query was found: articles in ascending order, each with its weighted number of occurrences.</summary>
/// <param name="Articles">Article numbers, ascending, each once.</param>
/// <param name="Weights">Occurrences, each weighing as much as its field.</param>
internal sealed record Postings(int[] Articles, float[] Weights)
{
    public static Postings Empty { get; } = new([], []);

    public int Count => Articles.Length;

    /// <summary>Both as one: articles of either, weights added.</summary>
    public static Postings Merge(Postings first, Postings second)
    {
        if (first.Count == 0) return second;
        if (second.Count == 0) return first;
        var articles = new int[first.Count + second.Count];
        var weights = new float[articles.Length];
        var (i, j, count) = (0, 0, 0);
        while (i < first.Count || j < second.Count)
        {
            var left = i < first.Count ? first.Articles[i] : int.MaxValue;
            var right = j < second.Count ? second.Articles[j] : int.MaxValue;
            articles[count] = Math.Min(left, right);
            weights[count++] = (left <= right ? first.Weights[i] : 0) + (right <= left ? second.Weights[j] : 0);
            if (left <= right) i++;
            if (right <= left) j++;
        }
        Array.Resize(ref articles, count);
        Array.Resize(ref weights, count);
        return new(articles, weights);
    }

    /// <summary>These without the articles of a sorted list.</summary>
    public Postings Without(int[] sorted)
    {
        var articles = new List<int>(Count);
        var weights = new List<float>(Count);
        for (var i = 0; i < Count; i++)
        {
            if (Array.BinarySearch(sorted, Articles[i]) >= 0) continue;
            articles.Add(Articles[i]);
            weights.Add(Weights[i]);
        }
        return articles.Count == Count ? this : new([.. articles], [.. weights]);
    }
}
