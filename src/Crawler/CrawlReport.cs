namespace NewsMiner.Crawler;

/// <summary>What a round of crawling did.</summary>
public sealed record CrawlReport
{
    /// <summary>The sources visited.</summary>
    public int Sources { get; init; }

    /// <summary>All HTTP requests sent, those for robots.txt, feeds and redirects included.</summary>
    public int Requests { get; init; }

    /// <summary>Article pages fetched with a body.</summary>
    public int PagesFetched { get; init; }

    /// <summary>Article pages the server said have not changed (304).</summary>
    public int PagesUnchanged { get; init; }

    /// <summary>Addresses seen for the first time.</summary>
    public int AddressesDiscovered { get; init; }

    /// <summary>Articles the store did not have.</summary>
    public int ArticlesAdded { get; init; }

    /// <summary>Articles whose words or facts changed.</summary>
    public int ArticlesUpdated { get; init; }

    /// <summary>Articles read again and found the same.</summary>
    public int ArticlesUnchanged { get; init; }

    /// <summary>Facts of the articles added or updated, by kind: <c>official statement figure pledge</c>.</summary>
    public IReadOnlyDictionary<string, int> FactsByKind { get; init; } = new Dictionary<string, int>();

    /// <summary>Pages put into quarantine.</summary>
    public int Quarantined { get; init; }

    /// <summary>Addresses not fetched because robots.txt forbids them.</summary>
    public int RobotsDenied { get; init; }

    /// <summary>Fetches that failed, those tried again included.</summary>
    public int Failures { get; init; }

    /// <summary>Addresses left in the frontier for a later round.</summary>
    public long Remaining { get; init; }

    /// <summary>What went wrong with whole sources, hosts or announcements, in sentences.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Two reports as one.</summary>
    public static CrawlReport operator +(CrawlReport left, CrawlReport right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            Sources = left.Sources + right.Sources,
            Requests = left.Requests + right.Requests,
            PagesFetched = left.PagesFetched + right.PagesFetched,
            PagesUnchanged = left.PagesUnchanged + right.PagesUnchanged,
            AddressesDiscovered = left.AddressesDiscovered + right.AddressesDiscovered,
            ArticlesAdded = left.ArticlesAdded + right.ArticlesAdded,
            ArticlesUpdated = left.ArticlesUpdated + right.ArticlesUpdated,
            ArticlesUnchanged = left.ArticlesUnchanged + right.ArticlesUnchanged,
            FactsByKind = left.FactsByKind.Concat(right.FactsByKind).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)),
            Quarantined = left.Quarantined + right.Quarantined,
            RobotsDenied = left.RobotsDenied + right.RobotsDenied,
            Failures = left.Failures + right.Failures,
            Remaining = left.Remaining + right.Remaining,
            Problems = [.. left.Problems, .. right.Problems],
        };
    }

    /// <summary>The same as the operator, by name.</summary>
    public CrawlReport Add(CrawlReport other) => this + other;
}
