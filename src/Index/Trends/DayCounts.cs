namespace NewsMiner.Index.Trends;

/// <summary>What a measure counts on each day of a range, within a part of the articles.</summary>
/// <param name="First">The first day, as days since 0001-01-01.</param>
/// <param name="Counts">One for each day.</param>
/// <param name="Total">All of them together; of outlets, the different ones.</param>
internal sealed record DayCounts(int First, long[] Counts, long Total);

/// <summary>Counts a measure over sets of articles: on each day, and over periods.</summary>
internal sealed class MeasuredArticles
{
    private readonly MatchingArticles articles;
    private readonly TrendMeasure measure;
    private readonly IReadOnlyList<int> output;
    private readonly Dictionary<int, int> storyDays = [];
    private readonly bool[]? isOutlet;

    /// <param name="articles">The state that is read.</param>
    /// <param name="measure">What is counted.</param>
    /// <param name="output">All articles of the same sources.</param>
    public MeasuredArticles(MatchingArticles articles, TrendMeasure measure, IReadOnlyList<int> output)
    {
        (this.articles, this.measure, this.output) = (articles, measure, output);
        foreach (var article in output)
        {
            var day = articles.DayOf(article);
            if (day == Search.Entry.NoDay) continue;
            (FirstDay, LastDay) = FirstDay is null ? (day, day) : (Math.Min(FirstDay.Value, day), Math.Max(LastDay!.Value, day));
        }
        if (measure == TrendMeasure.Clusters) FindStoryDays();
        if (measure == TrendMeasure.Outlets) isOutlet = [.. Enumerable.Range(0, articles.Columns.Values.Capacity).Select(id => articles.Columns.Values[id]?.Facet == "outlet")];
    }

    /// <summary>The first day with any output, or null.</summary>
    public int? FirstDay { get; private set; }

    /// <summary>The last.</summary>
    public int? LastDay { get; private set; }

    /// <summary>The counts of a part of the output; <paramref name="perArticle"/> gives how often an article counts where facts are measured.</summary>
    public DayCounts On(IReadOnlyList<int> part, Func<int, int>? perArticle) => Over(part, perArticle, days: null, 0);

    /// <summary>The same over periods: <paramref name="periodOfDay"/> gives the period of each day from the first.</summary>
    public long[] Over(IReadOnlyList<int> part, Func<int, int>? perArticle, int[] periodOfDay, int periods, out long total)
    {
        var counts = Over(part, perArticle, periodOfDay, periods);
        total = counts.Total;
        return counts.Counts;
    }

    private DayCounts Over(IReadOnlyList<int> part, Func<int, int>? perArticle, int[]? days, int periods)
    {
        var first = FirstDay!.Value;
        var counts = new long[days is null ? LastDay!.Value - first + 1 : periods];
        var seen = new HashSet<long>();
        var different = new HashSet<int>();
        var total = 0L;
        for (var i = 0; i < part.Count; i++)
        {
            var article = part[i];
            var (chunk, row) = articles.At(article);
            var day = chunk.Day[row];
            if (day == Search.Entry.NoDay) continue;
            var add = perArticle?.Invoke(article) ?? 1;
            var key = 0;
            if (measure == TrendMeasure.Clusters)
            {
                key = articles.StoryOf(article);
                if (!different.Add(key)) continue;
                day = storyDays[key];
            }
            var place = days is null ? day - first : days[day - first];
            if (measure == TrendMeasure.Outlets)
            {
                key = OutletOf(chunk.FacetsOf(row));
                if (key < 0 || !seen.Add(((long)place << 32) | (uint)key)) continue;
                if (!different.Add(key)) total--;
            }
            counts[place] += add;
            total += add;
        }
        return new(first, counts, total);
    }

    /// <summary>A story's day is that on which the first of its copies among the output appeared.</summary>
    private void FindStoryDays()
    {
        foreach (var article in output)
        {
            var day = articles.DayOf(article);
            if (day == Search.Entry.NoDay) continue;
            var story = articles.StoryOf(article);
            if (!storyDays.TryGetValue(story, out var known) || day < known) storyDays[story] = day;
        }
    }

    private int OutletOf(ReadOnlySpan<int> facets)
    {
        foreach (var id in facets)
        {
            if (isOutlet![id]) return id;
        }
        return -1;
    }
}
