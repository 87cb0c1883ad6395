namespace NewsMiner.Index.Search;

/// <summary>What a search goes through, articles or facts, each under its number, as of one committed state.</summary>
internal abstract class Searched : IDisposable
{
    /// <summary>The arrays this search works in.</summary>
    public MatchArrays Arrays { get; } = new();

    /// <summary>Numbers lie below this.</summary>
    public abstract int Capacity { get; }

    /// <summary>How many there are.</summary>
    public abstract long Count { get; }

    /// <summary>The average of <see cref="Length"/>, at least 1.</summary>
    public abstract float AverageLength { get; }

    /// <summary>The last day any article was published on.</summary>
    public abstract int NewestDay { get; }

    /// <summary>Whether any has a cluster of near-duplicates.</summary>
    public abstract bool HasClusters { get; }

    public abstract bool Exists(int number);

    /// <summary>The number of words of each of some ascending numbers.</summary>
    public abstract void Lengths(ReadOnlySpan<int> numbers, Span<ushort> lengths);

    /// <summary>The day of publication, or <see cref="Entry.NoDay"/>.</summary>
    public abstract int Day(int number);

    /// <summary>The cluster of near-duplicates of each of some ascending numbers, or 0.</summary>
    public abstract void Clusters(ReadOnlySpan<int> numbers, Span<int> clusters);

    /// <summary>What decides which of a cluster is shown, the least first; null where that is its place in the order of hits.</summary>
    public virtual int? Published(int number) => null;

    /// <summary>Where a word, phrase, prefix or near-condition stands.</summary>
    public abstract Postings Find(QueryNode node);

    /// <summary>Whether a field, day or figure condition holds.</summary>
    public abstract Predicate<int> Test(QueryNode node);

    /// <inheritdoc/>
    public void Dispose() => Arrays.Dispose();
}
