namespace NewsMiner.Index.Trends;

/// <summary>A question what sets one part of the articles apart from another.</summary>
public sealed record CompareRequest
{
    /// <summary>The first part.</summary>
    public ArticleFilter A { get; init; } = new();

    /// <summary>The second part.</summary>
    public ArticleFilter B { get; init; } = new();

    /// <summary>The most entries of a list.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>A question what came up in the last days.</summary>
public sealed record EmergingRequest
{
    /// <summary>Which articles; its first day begins the window, its last ends it.</summary>
    public ArticleFilter Filter { get; init; } = new();

    /// <summary>The days of the window where the filter names no first day.</summary>
    public int Days { get; init; } = 7;

    /// <summary>The days before it.</summary>
    public int Background { get; init; } = 90;

    /// <summary>The most entries of a list.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>What rose and fell from a to b.</summary>
public sealed record TrendComparison(ComparedSide A, ComparedSide B, Finding Finding, IReadOnlyList<ComparedList> Lists);

/// <summary>One of two parts of the articles.</summary>
/// <param name="LabelFa">What it is, in Persian.</param>
/// <param name="Stories">Its articles with copies as one: what all shares are relative to.</param>
/// <param name="Articles">Its articles.</param>
/// <param name="From">The first day any of them appeared on.</param>
/// <param name="To">The last.</param>
public sealed record ComparedSide(string LabelFa, string LabelEn, int Stories, int Articles, DateOnly? From, DateOnly? To, string? FromJalali, string? ToJalali);

/// <summary>What rose and fell of one kind: <c>terms officials bodies places topics</c>.</summary>
public sealed record ComparedList(string Kind, IReadOnlyList<Keyness> Rose, IReadOnlyList<Keyness> Fell);

/// <summary>How much more often something stands in one part than in the other.</summary>
/// <param name="Name">As most often written.</param>
/// <param name="InA">Stories of a that hold it.</param>
/// <param name="InB">Stories of b that hold it.</param>
/// <param name="ShareA">Over all stories of a.</param>
/// <param name="ShareB">Over all stories of b.</param>
/// <param name="G2">The log-likelihood ratio (Dunning 1993).</param>
/// <param name="G2Williams">The same corrected for small counts (Williams 1976).</param>
/// <param name="P">The chance of such a G² where both hold it equally often.</param>
/// <param name="AdjustedP">The same adjusted for all names and words compared (Benjamini and Hochberg 1995).</param>
/// <param name="Significant">Whether the adjusted p lies below 0.05; what does not may be chance.</param>
/// <param name="LogRatio">The binary logarithm of share b over share a (Hardie 2014).</param>
/// <param name="Jlh">Absolute times relative change of the share, against both parts together.</param>
/// <param name="ChiSquared">Pearson's χ² with Yates' correction (1934).</param>
/// <param name="MutualInformation">What holding it tells of the part a story lies in, in bits.</param>
/// <param name="Outlets">The different outlets that have it in the part where it is more frequent.</param>
public sealed record Keyness(
    string Name, int InA, int InB, double ShareA, double ShareB, double G2, double G2Williams, double P, double AdjustedP, bool Significant, double ChiSquared, double LogRatio, double Jlh, double MutualInformation, int Outlets, string Fa, string En);

/// <summary>What came up in a window of days against the days before it.</summary>
public sealed record EmergingNames(ComparedSide Window, ComparedSide Background, Finding Finding, IReadOnlyList<EmergingList> Lists);

/// <summary>What came up of one kind, by JLH.</summary>
public sealed record EmergingList(string Kind, IReadOnlyList<Keyness> Items);
