namespace NewsMiner.Index;

/// <summary>Which articles or facts are meant: the same words in search, fact lists, trends, exports and alerts. Null means any.</summary>
public sealed record ArticleFilter
{
    /// <summary>A query in the search language, or null for all.</summary>
    public string? Query { get; init; }

    /// <summary>The outlet's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The province's name, with or without «استان».</summary>
    public string? Province { get; init; }

    /// <summary>A county or city.</summary>
    public string? Place { get; init; }

    /// <summary>A topic's id.</summary>
    public string? Topic { get; init; }

    /// <summary>An official's name, or the end of it.</summary>
    public string? Official { get; init; }

    /// <summary>A speaker's name, or the end of it.</summary>
    public string? Speaker { get; init; }

    /// <summary>The kind of a fact, such as <c>money</c> for figures, <c>demand</c> for statements, <c>firm</c> for pledges.</summary>
    public string? Kind { get; init; }

    /// <summary>The first Tehran day of publication.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last Tehran day of publication, inclusive.</summary>
    public DateOnly? To { get; init; }
}
