namespace NewsMiner.Index.Facts;

/// <summary>Which facts are meant by what people ruled about them.</summary>
public enum VerdictFilter
{
    /// <summary>All but those ruled wrong.</summary>
    Accepted,

    /// <summary>All.</summary>
    Any,

    /// <summary>Those ruled right.</summary>
    Right,

    /// <summary>Those ruled wrong.</summary>
    Wrong,

    /// <summary>Those nobody has ruled about.</summary>
    None,
}

/// <summary>The order of a list of facts.</summary>
public enum FactOrder
{
    /// <summary>Newest article first, then text order.</summary>
    Newest,

    /// <summary>Earliest due day first, undated last; for pledges.</summary>
    Due,
}

/// <summary>Which facts are meant and in which order.</summary>
public sealed record FactSelection
{
    /// <summary>The filter words; speaker, official, kind and place are the fact's own, the rest its article's.</summary>
    public ArticleFilter Filter { get; init; } = new();

    /// <summary>Which by what people ruled.</summary>
    public VerdictFilter Verdict { get; init; }

    /// <summary>The first due day of pledges.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>The last due day of pledges, inclusive.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>Only pledges without a due day.</summary>
    public bool Undated { get; init; }

    /// <summary>Whether a fact that copies of one story share is meant once, as the first publisher of those that match has it.</summary>
    public bool FoldCopies { get; init; } = true;

    /// <summary>The order of a page; an export is always newest first.</summary>
    public FactOrder Order { get; init; }
}
