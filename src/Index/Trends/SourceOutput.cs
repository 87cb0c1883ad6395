using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NewsMiner.Index.Search;

namespace NewsMiner.Index.Trends;

/// <summary>All that some sources published, as one state has it, and how a measure counts parts of it.</summary>
/// <remarks>Columns never change once published, so what was counted over them is kept beside them.</remarks>
internal sealed class SourceOutput
{
    /// <summary>The outputs kept for one state.</summary>
    private const int MostKept = 16;

    private static readonly ConditionalWeakTable<EntryColumns, ConcurrentDictionary<(ArticleFilter, TrendMeasure), SourceOutput>> Kept = [];

    private readonly TrendMeasure measure;
    private readonly Dictionary<int, int> storyDays = [];

    private SourceOutput(MatchingArticles articles, ArticleFilter sources, TrendMeasure measure)
    {
        this.measure = measure;
        Articles = articles.Find(sources);
        foreach (var article in Articles)
        {
            var day = articles.DayOf(article);
            if (day == Entry.NoDay) continue;
            (FirstDay, LastDay) = FirstDay is null ? (day, day) : (Math.Min(FirstDay.Value, day), Math.Max(LastDay!.Value, day));
            if (measure != TrendMeasure.Clusters) continue;
            // A story's day is that on which the first of its copies appeared.
            var story = articles.StoryOf(article);
            if (!storyDays.TryGetValue(story, out var known) || day < known) storyDays[story] = day;
        }
        Days = FirstDay is null ? new(0, [], 0) : CountDays(articles, Articles, FactCounts.Of(articles, measure, new())?.Among(Articles));
    }

    /// <summary>The articles, ascending.</summary>
    public IReadOnlyList<int> Articles { get; }

    /// <summary>The first day with any output, or null.</summary>
    public int? FirstDay { get; }

    /// <summary>The last.</summary>
    public int? LastDay { get; }

    /// <summary>The whole output by days.</summary>
    public DayCounts Days { get; }

    /// <summary>The output of the sources as the columns of this state have it.</summary>
    public static SourceOutput Of(MatchingArticles articles, ArticleFilter sources, TrendMeasure measure)
    {
        var known = Kept.GetOrCreateValue(articles.Columns);
        if (known.TryGetValue((sources, measure), out var output)) return output;
        output = new(articles, sources, measure);
        if (known.Count < MostKept) known[(sources, measure)] = output;
        return output;
    }

    /// <summary>A part of the output by days; <paramref name="perArticle"/> holds, by article, how often it counts where facts are measured.</summary>
    public DayCounts CountDays(MatchingArticles articles, IReadOnlyList<int> part, int[]? perArticle)
    {
        if (measure == TrendMeasure.Outlets) return CountOutlets(articles, part, [.. Enumerable.Range(0, LastDay!.Value - FirstDay!.Value + 1)]);
        var first = FirstDay!.Value;
        var counts = new long[LastDay!.Value - first + 1];
        var total = 0L;
        var stories = new HashSet<int>();
        for (var i = 0; i < part.Count; i++)
        {
            var article = part[i];
            var day = articles.DayOf(article);
            if (day == Entry.NoDay) continue;
            if (measure == TrendMeasure.Clusters)
            {
                var story = articles.StoryOf(article);
                if (!stories.Add(story)) continue;
                day = storyDays[story];
            }
            var add = perArticle?[article] ?? 1;
            counts[day - first] += add;
            total += add;
        }
        return new(first, counts, total);
    }

    /// <summary>The different outlets of a part of the output in each period; they do not add up from days.</summary>
    public DayCounts CountOutlets(MatchingArticles articles, IReadOnlyList<int> part, int[] periodOfDay)
    {
        var outlets = FacetSet.Of(articles.Columns, "outlet");
        var inPeriod = new HashSet<(int, int)>();
        var different = new HashSet<int>();
        var counts = new long[periodOfDay[^1] + 1];
        for (var i = 0; i < part.Count; i++)
        {
            var (chunk, row) = articles.At(part[i]);
            var outlet = outlets.First(chunk.FacetsOf(row));
            if (outlet < 0 || chunk.Day[row] == Entry.NoDay) continue;
            var period = periodOfDay[chunk.Day[row] - FirstDay!.Value];
            different.Add(outlet);
            if (inPeriod.Add((period, outlet))) counts[period]++;
        }
        return new(FirstDay!.Value, counts, different.Count);
    }
}
