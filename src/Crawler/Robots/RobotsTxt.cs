using System.Text;

namespace NewsMiner.Crawler.Robots;

/// <summary>
/// A robots.txt, read and matched as RFC 9309 says and, where the RFC leaves room, as its reference implementation does
/// (github.com/google/robotstxt): misspelt keys, missing colons, <c>index.html</c> standing for its folder.
/// </summary>
public sealed class RobotsTxt
{
    /// <summary>How much of a robots.txt is read; RFC 9309, 2.5 asks for at least 500 KiB.</summary>
    public const int MaxBytes = 500 * 1024;

    /// <summary>No rules: everything may be fetched.</summary>
    public static readonly RobotsTxt AllowAll = new([], [], []);

    private readonly List<RobotsGroup> groups;
    private readonly List<RobotsPace> paces;

    private RobotsTxt(List<RobotsGroup> groups, List<RobotsPace> paces, List<string> sitemaps)
    {
        this.groups = groups;
        this.paces = paces;
        Sitemaps = sitemaps;
    }

    /// <summary>The sitemaps it names, as written, in order.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>Reads the text of a robots.txt; never fails, whatever it holds.</summary>
    public static RobotsTxt Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Reads the bytes of a robots.txt; never fails, whatever they hold.</summary>
    public static RobotsTxt Parse(ReadOnlySpan<byte> bytes)
    {
        var groups = new List<RobotsGroup>();
        var paces = new List<RobotsPace>();
        var sitemaps = new List<string>();
        RobotsGroup? group = null;
        RobotsPace? pace = null;
        var ruleSeen = false;
        var paceSeen = false;
        foreach (var line in new RobotsLines(bytes))
        {
            switch (line.Key)
            {
                case RobotsKey.UserAgent:
                    if (group is null || ruleSeen) groups.Add(group = new());
                    if (pace is null || paceSeen) paces.Add(pace = new());
                    ruleSeen = paceSeen = false;
                    group.Name(line.Value);
                    pace.Name(line.Value);
                    break;
                case RobotsKey.Allow or RobotsKey.Disallow:
                    paceSeen = true;
                    if (group is not { IsNamed: true }) break;
                    ruleSeen = true;
                    group.Rules.Add(new(line.Key == RobotsKey.Allow, RobotsPattern.Escape(line.Value)));
                    break;
                case RobotsKey.Sitemap:
                    sitemaps.Add(Encoding.UTF8.GetString(line.Value));
                    break;
                case RobotsKey.CrawlDelay:
                    paceSeen = true;
                    pace?.ReadDelay(line.Value);
                    break;
                case RobotsKey.RequestRate:
                    paceSeen = true;
                    pace?.ReadRate(line.Value);
                    break;
                case RobotsKey.VisitTime:
                    paceSeen = true;
                    pace?.ReadHours(line.Value);
                    break;
            }
        }
        return new(groups, paces, sitemaps);
    }

    /// <summary>Whether a crawler may fetch an address: the longest matching rule of its own groups decides, else of those for all (RFC 9309, 2.2.2).</summary>
    /// <param name="userAgent">The crawler's product token, letters, <c>-</c> and <c>_</c> only, such as <c>NewsMiner</c>.</param>
    /// <param name="url">An absolute address, or its path and query, percent-encoded.</param>
    public bool IsAllowed(string userAgent, string url)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        ArgumentNullException.ThrowIfNull(url);
        return Decide(userAgent, RobotsPath.Of(url)).Allowed;
    }

    /// <summary>The pattern that forbids an address, as in the file but percent-encoded, or null where it is allowed.</summary>
    public string? ForbiddenBy(string userAgent, string url)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        ArgumentNullException.ThrowIfNull(url);
        var (allowed, rule) = Decide(userAgent, RobotsPath.Of(url));
        return allowed ? null : "Disallow: " + Encoding.UTF8.GetString(rule);
    }

    /// <summary>The pause asked of a crawler by <c>Crawl-delay</c>, or by <c>Request-rate</c> where that is longer; null where none is. Neither is part of the RFC.</summary>
    public TimeSpan? CrawlDelay(string userAgent)
    {
        var pace = PaceOf(userAgent);
        var rate = pace?.Rate is { } asked ? asked.Period / asked.Requests : (TimeSpan?)null;
        return pace?.Delay is { } delay && (rate is null || delay >= rate) ? delay : rate;
    }

    /// <summary>The rate asked of a crawler by <c>Request-rate</c>, or null.</summary>
    public RequestRate? RequestRate(string userAgent) => PaceOf(userAgent)?.Rate;

    /// <summary>The hours within which a crawler may come by <c>Visit-time</c>, or null for all. Not part of the RFC.</summary>
    public RobotsHours? VisitTime(string userAgent) => PaceOf(userAgent)?.Hours;

    private RobotsPace? PaceOf(string userAgent) =>
        paces.Find(pace => pace.Names(userAgent)) ?? paces.Find(pace => pace.IsForAll && (pace.Delay ?? pace.Rate ?? (object?)pace.Hours) is not null);

    private (bool Allowed, byte[] Rule) Decide(string userAgent, ReadOnlySpan<byte> path)
    {
        var specific = default(Verdict);
        var general = default(Verdict);
        var named = false;
        foreach (var group in groups)
        {
            if (group.Names(userAgent))
            {
                named = true;
                specific.Weigh(group, path);
            }
            else if (group.IsForAll)
            {
                general.Weigh(group, path);
            }
        }
        if (specific.Allow > 0 || specific.Disallow > 0) return (specific.Disallow <= specific.Allow, specific.Rule ?? []);
        if (named) return (true, []);
        return (general.Disallow <= general.Allow, general.Rule ?? []);
    }

    private struct Verdict
    {
        public int Allow;
        public int Disallow;
        public byte[]? Rule;

        public void Weigh(RobotsGroup group, ReadOnlySpan<byte> path)
        {
            foreach (var rule in group.Rules)
            {
                var length = rule.Match(path);
                if (rule.Allow) Allow = Math.Max(Allow, length);
                else if (length > Disallow) (Disallow, Rule) = (length, rule.Pattern);
            }
        }
    }
}
