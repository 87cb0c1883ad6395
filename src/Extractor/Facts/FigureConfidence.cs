using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>The share of figures of each rule that were right on gold and on samples checked by hand.</summary>
internal static class FigureConfidence
{
    /// <summary>The confidence of a figure by how its unit was found, 0 to 1.</summary>
    public static double Of(FigureCandidate candidate) => candidate switch
    {
        { IsElided: true } => 0.85,
        { IsRank: true } => 0.95,
        { Class: UnitClass.Time } => 0.8,
        { Class: UnitClass.Noun } => 0.96,
        _ => 0.99,
    };
}
