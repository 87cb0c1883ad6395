using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>What an article measures and what it promises.</summary>
public sealed record FiguresAndPledges(IReadOnlyList<Figure> Figures, IReadOnlyList<Pledge> Pledges)
{
    /// <summary>The numbers that measure nothing, with what they are instead, in text order.</summary>
    public IReadOnlyList<RejectedNumber> Rejections { get; init; } = [];

    /// <summary>Finds figures, then pledges, both with the speakers that <paramref name="reported"/> gives.</summary>
    internal static FiguresAndPledges Find(Article article, MarkedText marked, OfficialsAndStatements reported) =>
        Find(article, marked, reported, (_, _) => true, isWide: false);

    /// <summary>The same with another judge of what promises; it chooses among more clauses where <paramref name="isWide"/>.</summary>
    internal static FiguresAndPledges Find(Article article, MarkedText marked, OfficialsAndStatements reported, Func<MarkedText, PledgeClause, bool> promises, bool isWide)
    {
        var figures = FigureFinder.Read(marked);
        var pledges = new List<Pledge>();
        foreach (var clause in PledgeFinder.Find(marked, article.Published?.Day, isWide))
        {
            if (!figures.IsBoilerplate(clause.First) && promises(marked, clause)) pledges.Add(PledgeDetails.Read(marked, clause, reported, figures.Figures));
        }
        var found = figures.Figures.Select(figure => figure.Figure with { Speaker = Speakers.At(reported, figure.Figure.Span) }).ToList();
        return new(found, PledgeRepeats.Drop(pledges, article.Title.Length)) { Rejections = figures.Rejections };
    }
}
