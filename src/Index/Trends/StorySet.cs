namespace NewsMiner.Index.Trends;

/// <summary>Articles of a filter as stories: copies of one are one.</summary>
internal sealed class StorySet
{
    private readonly int[] storyOf;
    private readonly int[] counted;
    private int count;

    public StorySet(MatchingArticles articles, int[] found)
    {
        Articles = found;
        storyOf = new int[articles.Columns.Capacity];
        Array.Fill(storyOf, -1);
        var numbers = new int[articles.Columns.Capacity];
        var first = new List<int>();
        foreach (var article in found)
        {
            ref var number = ref numbers[articles.StoryOf(article)];
            if (number == 0)
            {
                first.Add(article);
                number = first.Count;
            }
            storyOf[article] = number - 1;
        }
        First = first;
        counted = new int[first.Count];
    }

    /// <summary>The articles, ascending.</summary>
    public int[] Articles { get; }

    /// <summary>One article of each story.</summary>
    public IReadOnlyList<int> First { get; }

    /// <summary>The number of stories.</summary>
    public int Count => First.Count;

    /// <summary>The number of an article's story in this set, or −1 where it is not in it.</summary>
    public int StoryOf(int article) => article < storyOf.Length ? storyOf[article] : -1;

    /// <summary>How many different stories of the set are among some articles.</summary>
    public int CountAmong(ReadOnlySpan<int> some)
    {
        // A mark of this count, so that nothing must be cleared before the next.
        count++;
        var different = 0;
        foreach (var article in some)
        {
            if (StoryOf(article) is not -1 and var story && counted[story] != count)
            {
                counted[story] = count;
                different++;
            }
        }
        return different;
    }
}
