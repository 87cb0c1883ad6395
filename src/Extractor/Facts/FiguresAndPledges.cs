using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>What an article measures and what it promises.</summary>
public sealed record FiguresAndPledges(IReadOnlyList<Figure> Figures, IReadOnlyList<Pledge> Pledges)
{
    /// <summary>The numbers that measure nothing, with what they are instead, in text order.</summary>
    public IReadOnlyList<RejectedNumber> Rejections { get; init; } = [];

    /// <summary>Finds figures, then pledges, both with the speakers that <paramref name="reported"/> gives.</summary>
    internal static FiguresAndPledges Find(Article article, MarkedText marked, OfficialsAndStatements reported)
    {
        var figures = FigureFinder.Read(marked);
        var pledges = new List<Pledge>();
        foreach (var clause in PledgeFinder.Find(marked, article.Published?.Day))
        {
            if (!figures.IsBoilerplate(clause.First)) pledges.Add(PledgeDetails.Read(marked, clause, reported, figures.Figures));
        }
        var found = figures.Figures.Select(figure => figure.Figure with { Speaker = Speakers.At(reported, figure.Figure.Span) }).ToList();
        return new(found, PledgeRepeats.Drop(pledges)) { Rejections = figures.Rejections };
    }
}
