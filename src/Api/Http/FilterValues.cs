namespace NewsMiner.Api.Http;

/// <summary>The values that the filter word <c>kind</c> may have, by what is asked for.</summary>
internal static class FilterValues
{
    /// <summary>Kinds of statements.</summary>
    public static readonly IReadOnlyList<string> Statements = ["report", "opinion", "demand", "pledge"];

    /// <summary>Kinds of figures.</summary>
    public static readonly IReadOnlyList<string> Figures = ["count", "money", "percent", "rank", "measure", "ratio"];

    /// <summary>Strengths of pledges.</summary>
    public static readonly IReadOnlyList<string> Pledges = ["firm", "soft"];

    /// <summary>All of them, where any fact may be meant.</summary>
    public static readonly IReadOnlyList<string> Any = [.. Statements, .. Figures, .. Pledges];

    /// <summary>The kinds of a list or export; officials have none.</summary>
    public static IReadOnlyList<string> Of(string kind) => kind switch
    {
        "officials" => [],
        "statements" => Statements,
        "figures" => Figures,
        "pledges" => Pledges,
        _ => Any,
    };
}
