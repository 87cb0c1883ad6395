namespace NewsMiner.Index.Storage;

/// <summary>A page as it came over the wire, kept so that every later step can be run again.</summary>
/// <param name="Url">The canonical address.</param>
/// <param name="FetchedAt">When its last byte arrived, UTC.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The answer's headers, names in lower case.</param>
/// <param name="Body">The body, decompressed, otherwise as received.</param>
/// <param name="SourceId">The id of the source in the source list, or <c>import</c>.</param>
public sealed record KeptPage(Uri Url, DateTimeOffset FetchedAt, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, string SourceId);

/// <summary>What a commit changed.</summary>
public enum CommitOutcome
{
    /// <summary>The article is new.</summary>
    Added,

    /// <summary>The article was there with other words or facts; the older state is kept as a version.</summary>
    Updated,

    /// <summary>Nothing differs from what was there.</summary>
    Unchanged,
}

/// <summary>Input that could not become an article, with its reason; shown to the operator until it is retried or dismissed.</summary>
/// <param name="Url">The address or path.</param>
/// <param name="SourceId">The source that led to it.</param>
/// <param name="Kind">One word: the kind of <c>NotAnArticle</c>, or <c>failed</c>.</param>
/// <param name="Reason">What was found, in a sentence.</param>
/// <param name="At">When, UTC.</param>
public sealed record QuarantineEntry(string Url, string SourceId, string Kind, string Reason, DateTimeOffset At);

/// <summary>How much the store holds. Facts are counted as lists count them: once where copies of a story share them, those ruled wrong left out.</summary>
public sealed record StoreCounts(long Outlets, long Pages, long Articles, long Officials, long Statements, long Figures, long Pledges, long Quarantined);
