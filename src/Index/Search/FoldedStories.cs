using System.Runtime.InteropServices;

namespace NewsMiner.Index.Search;

/// <summary>Matches with near-duplicates folded into the best of their cluster.</summary>
internal sealed class FoldedStories
{
    /// <summary>Matches whose clusters are read together.</summary>
    private const int Block = 512;

    private readonly Dictionary<int, Story> told = [];

    /// <param name="searched">What is searched.</param>
    /// <param name="found">All matches, ascending.</param>
    /// <param name="comes">Whether the first of two matches, by index, comes before the second.</param>
    public FoldedStories(Searched searched, Matches found, Func<int, int, bool> comes)
    {
        // A cluster has the number of one of its articles: where none of another number was found, nothing is folded.
        Span<int> clusters = stackalloc int[Block];
        for (var from = 0; from < found.Count; from += Block)
        {
            var block = found.Found[from..Math.Min(found.Count, from + Block)];
            searched.Clusters(block, clusters);
            for (var i = 0; i < block.Length; i++)
            {
                if (clusters[i] != 0 && clusters[i] != block[i]) told[clusters[i]] = default;
            }
        }
        Matches = told.Count == 0 ? found : Folded(searched, found, comes);
    }

    /// <summary>The best of each cluster and what stands alone, ascending.</summary>
    public Matches Matches { get; }

    /// <summary>How many copies of a match were found, itself included.</summary>
    public int Copies(int cluster) => told.TryGetValue(cluster, out var story) ? story.Copies : 1;

    private Matches Folded(Searched searched, Matches found, Func<int, int, bool> comes)
    {
        var clusters = searched.Arrays.Take<int>(found.Count);
        searched.Clusters(found.Found, clusters);
        for (var i = 0; i < found.Count; i++)
        {
            ref var story = ref CollectionsMarshal.GetValueRefOrNullRef(told, clusters[i]);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref story)) continue;
            story = new(story.Copies == 0 || comes(i, story.Best) ? i : story.Best, story.Copies + 1);
        }
        var folded = new MatchList(searched.Arrays);
        for (var i = 0; i < found.Count; i++)
        {
            if (!told.TryGetValue(clusters[i], out var story) || story.Best == i) folded.Add(found.Numbers[i], found.Scores[i]);
        }
        return folded.ToMatches();
    }

    /// <summary>A story found more than once: the index of its best match, and how many there are.</summary>
    private readonly record struct Story(int Best, int Copies);
}
