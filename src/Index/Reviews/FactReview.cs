namespace NewsMiner.Index.Reviews;

/// <summary>What a reader says of a fact.</summary>
public enum Verdict
{
    /// <summary>The article states it.</summary>
    Right,

    /// <summary>The article does not state it, or not so.</summary>
    Wrong,
}

/// <summary>What became of a ruling.</summary>
public enum ReviewStatus
{
    /// <summary>Waits for somebody who may decide.</summary>
    Queued,

    /// <summary>Holds: the fact is shown as right, or left out as wrong.</summary>
    Effective,

    /// <summary>Was refused or taken back.</summary>
    Dismissed,

    /// <summary>Held until a later ruling about the same fact took its place.</summary>
    Superseded,
}

/// <summary>A ruling about a fact, as it is made.</summary>
/// <param name="Verdict">Right or wrong.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="By">Who says so: the name of a key, or null for a reader without one.</param>
/// <param name="Effective">Whether it holds at once; else it is queued.</param>
public sealed record FactRuling(Verdict Verdict, string? Note, string? By, bool Effective);

/// <summary>A ruling about a fact, as it is kept.</summary>
/// <param name="Id">Its number.</param>
/// <param name="FactId">The fact's id.</param>
/// <param name="FactKind"><c>official</c>, <c>statement</c>, <c>figure</c> or <c>pledge</c>.</param>
/// <param name="ArticleId">The article the fact stands in.</param>
/// <param name="Verdict">Right or wrong.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="By">The name of the key it came with, or null.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Votes">How often the same was said while it was queued.</param>
public sealed record FactReview(
    long Id, string FactId, string FactKind, string ArticleId, Verdict Verdict, string? Note, string? By, DateTimeOffset At, ReviewStatus Status, long Votes);

/// <summary>How many facts of a kind were ruled right and wrong.</summary>
public sealed record VerdictCount(string Kind, long Right, long Wrong);
