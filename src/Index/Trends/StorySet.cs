namespace NewsMiner.Index.Trends;

/// <summary>Articles of a filter as stories: copies of one are one.</summary>
internal sealed class StorySet
{
    private readonly int[] storyOf;
    private readonly int[] counted;
    private int count;

    public StorySet(MatchingArticles articles, IReadOnlyList<int> found)
    {
        Articles = found;
        storyOf = new int[articles.Columns.Capacity];
        Array.Fill(storyOf, -1);
        var numbers = new Dictionary<int, int>();
        var first = new List<int>();
        foreach (var article in found)
        {
            var story = articles.StoryOf(article);
            if (!numbers.TryGetValue(story, out var number))
            {
                number = numbers[story] = numbers.Count;
                first.Add(article);
            }
            storyOf[article] = number;
        }
        First = first;
        counted = new int[first.Count];
    }

    /// <summary>The articles, ascending.</summary>
    public IReadOnlyList<int> Articles { get; }

    /// <summary>One article of each story.</summary>
    public IReadOnlyList<int> First { get; }

    /// <summary>The number of stories.</summary>
    public int Count => First.Count;

    /// <summary>The number of an article's story in this set, or −1 where it is not in it.</summary>
    public int StoryOf(int article) => article < storyOf.Length ? storyOf[article] : -1;

    /// <summary>How many different stories of the set are among some articles.</summary>
    public int CountAmong(IReadOnlyList<int> some)
    {
        // A mark of this count, so that nothing must be cleared before the next.
        count++;
        var different = 0;
        for (var i = 0; i < some.Count; i++)
        {
            if (StoryOf(some[i]) is not -1 and var story && counted[story] != count)
            {
                counted[story] = count;
                different++;
            }
        }
        return different;
    }
}
