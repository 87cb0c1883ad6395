using NewsMiner.Extractor;

namespace NewsMiner.Index.Storage;

/// <summary>An article of the store with its place among the copies of its story.</summary>
/// <param name="Article">The article with its facts.</param>
/// <param name="Story">The id of the copy that appeared first; null where there are no copies.</param>
/// <param name="Copies">How many there are, this one among them.</param>
/// <param name="Outlets">Of how many outlets they are.</param>
public sealed record StoredArticle(AnalyzedArticle Article, string? Story, int Copies, int Outlets);
