namespace NewsMiner.Index.Trends.Statistics;

/// <summary>How often something is found in two collections: of A texts a hold it, of B texts b.</summary>
/// <param name="InA">Texts of the first collection that hold it.</param>
/// <param name="OfA">Texts of the first collection.</param>
/// <param name="InB">Texts of the second that hold it.</param>
/// <param name="OfB">Texts of the second.</param>
internal readonly record struct TwoCounts(double InA, double OfA, double InB, double OfB)
{
    private double Total => OfA + OfB;

    private double With => InA + InB;

    private double Without => Total - With;

    /// <summary>Whether every row and column of the 2 × 2 table holds something; where one does not, nothing can differ.</summary>
    private bool Varies => OfA > 0 && OfB > 0 && With > 0 && Without > 0;

    /// <summary>
    /// The log-likelihood ratio G² of the whole 2 × 2 table (T. Dunning, "Accurate methods for the statistics of surprise and coincidence",
    /// Computational Linguistics 19, 1993): 2·Σ O·ln(O / E), an empty cell adding nothing.
    /// </summary>
    public double G2 => !Varies ? 0 : Math.Max(0, 2 * (
        Part(InA, OfA * With) + Part(OfA - InA, OfA * Without) + Part(InB, OfB * With) + Part(OfB - InB, OfB * Without)));

    /// <summary>G² over the correction for small counts (D. A. Williams, "Improved likelihood ratio tests for complete contingency tables", Biometrika 63, 1976).</summary>
    public double G2Williams => !Varies ? 0 : G2 / (1 + (Total / OfA + Total / OfB - 1) * (Total / With + Total / Without - 1) / (6 * Total));

    /// <summary>Pearson's χ², with F. Yates' correction for continuity where asked (1934); a difference smaller than the correction stays as it is.</summary>
    public double ChiSquared(bool yates)
    {
        if (!Varies) return 0;
        var difference = Math.Abs(InA * (OfB - InB) - InB * (OfA - InA));
        if (yates && difference >= Total / 2) difference -= Total / 2;
        return Total * difference * difference / (OfA * OfB * With * Without);
    }

    /// <summary>The chance of such a G², corrected by Williams, where both collections hold it equally often.</summary>
    public double P => Normal.ChiSquaredTail(G2Williams);

    /// <summary>
    /// The binary logarithm of the second share over the first (A. Hardie, "Log Ratio: an informal introduction", 2014): 1 is twice as often.
    /// A count of 0 is taken for half a text; 0 where a collection is empty.
    /// </summary>
    public double LogRatio => OfA <= 0 || OfB <= 0 || With <= 0 ? 0 : Math.Log2((InB == 0 ? 0.5 : InB) / OfB) - Math.Log2((InA == 0 ? 0.5 : InA) / OfA);

    private double Part(double observed, double margins) => observed <= 0 ? 0 : observed * Math.Log(observed * Total / margins);
}

/// <summary>Scores of how much a subset of texts is about a term, against all texts.</summary>
internal static class SubsetScores
{
    /// <summary>
    /// JLH: absolute times relative change of the share, (f − b)·(f / b); 0 where the share did not rise. As "significant terms" of
    /// Elasticsearch define it; a background of 0 counts as 1.
    /// </summary>
    public static double Jlh(double inSubset, double ofSubset, double inAll, double ofAll)
    {
        if (ofSubset <= 0 || ofAll <= 0) return 0;
        var (share, background) = (inSubset / ofSubset, Math.Max(inAll, 1) / ofAll);
        return share <= background ? 0 : (share - background) * (share / background);
    }

    /// <summary>
    /// Mutual information of holding the term and lying in the subset, in bits (C. D. Manning, P. Raghavan and H. Schütze, "Introduction to
    /// Information Retrieval", 2008, 13.5.1).
    /// </summary>
    public static double MutualInformation(double inSubset, double ofSubset, double inAll, double ofAll)
    {
        if (ofAll <= 0) return 0;
        double Cell(double joint, double term, double subset) => joint <= 0 ? 0 : joint / ofAll * Math.Log2(ofAll * joint / (term * subset));
        var (without, outside) = (ofAll - inAll, ofAll - ofSubset);
        return Cell(inSubset, inAll, ofSubset) + Cell(ofSubset - inSubset, without, ofSubset)
            + Cell(inAll - inSubset, inAll, outside) + Cell(outside - (inAll - inSubset), without, outside);
    }
}
