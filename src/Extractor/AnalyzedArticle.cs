using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Extractor;

/// <summary>An article with all the facts taken from it. Every span points into <see cref="Article.Text"/>.</summary>
public sealed record AnalyzedArticle
{
    /// <summary>The article, as the page gave it.</summary>
    public required Article Article { get; init; }

    /// <summary>The subjects the article is about, most certain first; names of <c>topics.tsv</c>.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Persons with their posts, one entry a person, in order of first appearance.</summary>
    public IReadOnlyList<Official> Officials { get; init; } = [];

    /// <summary>Attributed stretches of text, in text order.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Numbers that measure something, in text order.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The numbers that measure nothing, each with what it is instead, in text order; no fact, kept for explaining.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<RejectedNumber> RejectedNumbers { get; init; } = [];

    /// <summary>Commitments, in text order, each once.</summary>
    public IReadOnlyList<Pledge> Pledges { get; init; } = [];
}
