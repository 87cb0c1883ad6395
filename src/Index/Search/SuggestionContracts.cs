namespace NewsMiner.Index.Search;

/// <summary>A way to go on with what is being typed.</summary>
/// <param name="Text">The whole query once it is accepted.</param>
/// <param name="Label">The word or name to show.</param>
/// <param name="Kind"><c>word</c>, <c>official</c>, <c>speaker</c>, <c>role</c>, <c>place</c> or <c>outlet</c>.</param>
/// <param name="Count">The number of articles that hold it.</param>
public sealed record Completion(string Text, string Label, string Kind, long Count);

/// <summary>Articles like one article.</summary>
/// <param name="Terms">The words they were found by, weightiest first, as the article writes them.</param>
/// <param name="Hits">The articles, most alike first, without the article itself and its copies.</param>
public sealed record SimilarArticles(IReadOnlyList<string> Terms, IReadOnlyList<SearchHit> Hits);
