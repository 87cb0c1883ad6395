using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Who speaks in an article, in which post, and what is said by whom.</summary>
public sealed record OfficialsAndStatements(IReadOnlyList<Official> Officials, IReadOnlyList<Statement> Statements)
{
    /// <summary>Finds persons with posts first, then who is quoted with what.</summary>
    internal static OfficialsAndStatements Find(Article article, TokenizedText text) => new([], []);
}
