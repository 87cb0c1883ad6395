using NewsMiner.Extractor;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>What a round has done so far; fetching and committing count into it at the same time.</summary>
internal sealed class RoundTally(string sourceId, IProgress<CrawlEvent>? progress)
{
    private readonly Lock counting = new();
    private readonly Dictionary<string, int> facts = [];
    private readonly List<string> problems = [];
    private CrawlReport report = new() { Sources = 1 };

    /// <summary>The last problem, or null.</summary>
    public string? LastProblem
    {
        get
        {
            lock (counting) return problems.LastOrDefault();
        }
    }

    /// <summary>The report of the round as it stands.</summary>
    public CrawlReport Report
    {
        get
        {
            lock (counting) return report with { FactsByKind = new Dictionary<string, int>(facts), Problems = [.. problems] };
        }
    }

    /// <summary>Tells whoever watches.</summary>
    public void Tell(CrawlEvent happened) => progress?.Report(happened);

    /// <summary>Changes the counts.</summary>
    public void Count(Func<CrawlReport, CrawlReport> change)
    {
        lock (counting) report = change(report);
    }

    /// <summary>Notes what went wrong with a whole source, host or announcement.</summary>
    public void Problem(string problem)
    {
        lock (counting)
        {
            if (!problems.Contains(problem)) problems.Add(problem);
        }
    }

    /// <summary>Counts and tells a denial by robots.txt; obeyed, it is no fault of the crawl.</summary>
    public void Denied(Uri url, string rule)
    {
        Count(report => report with { RobotsDenied = report.RobotsDenied + 1 });
        Tell(new CrawlEvent.Denied(sourceId, url, rule));
    }

    /// <summary>Counts and tells a page in quarantine.</summary>
    public void Quarantined(Uri url, string kind, string reason)
    {
        Count(report => report with { Quarantined = report.Quarantined + 1 });
        CrawlMeters.Quarantined(sourceId, kind);
        Tell(new CrawlEvent.Quarantined(sourceId, url, kind, reason));
    }

    /// <summary>Counts and tells an article committed.</summary>
    public void Committed(Uri url, AnalyzedArticle analyzed, CommitOutcome outcome)
    {
        lock (counting)
        {
            report = outcome switch
            {
                CommitOutcome.Added => report with { ArticlesAdded = report.ArticlesAdded + 1 },
                CommitOutcome.Updated => report with { ArticlesUpdated = report.ArticlesUpdated + 1 },
                _ => report with { ArticlesUnchanged = report.ArticlesUnchanged + 1 },
            };
            if (outcome != CommitOutcome.Unchanged)
            {
                foreach (var (kind, count) in new[] { ("official", analyzed.Officials.Count), ("statement", analyzed.Statements.Count), ("figure", analyzed.Figures.Count), ("pledge", analyzed.Pledges.Count) })
                    facts[kind] = facts.GetValueOrDefault(kind) + count;
            }
        }
        CrawlMeters.Committed(sourceId, outcome);
        Tell(new CrawlEvent.ArticleCommitted(sourceId, url, analyzed.Article.Title, outcome));
    }
}
