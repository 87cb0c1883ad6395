using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace NewsMiner.Crawler;

/// <summary>How the crawler behaves on the web. Checked at start.</summary>
public sealed class CrawlerOptions
{
    /// <summary>The name robots.txt knows us by.</summary>
    [RegularExpression("^[A-Za-z_-]+$")]
    public string ProductToken { get; set; } = "NewsMiner";

    /// <summary>Where an outlet can read who crawls and how to reach them; part of the User-Agent header.</summary>
    [Required]
    public string Contact { get; set; } = "+https://newsminer.invalid/crawler";

    /// <summary>The pause between two requests to one host. robots.txt may lengthen it, never shorten it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan HostDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause granted to <c>Crawl-delay</c>; a host that asks for more gets this much, and a warning says so.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestCrawlDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A slow host is left alone at least this many times as long as it took to answer.</summary>
    [Range(0, 100)]
    public double LatencyFactor { get; set; } = 1;

    /// <summary>The longest time for one answer, from the first byte sent to the last received.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for robots.txt, whose silence would hold up everything else.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan RobotsTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a robots.txt is trusted (RFC 9309, 2.4: at most a day).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RobotsLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The largest body of a page as sent, in bytes.</summary>
    [Range(1024, 1 << 30)]
    public int MaxBodyBytes { get; set; } = 8 << 20;

    /// <summary>The largest body after decompression, in bytes.</summary>
    [Range(1024, 1 << 30)]
    public int MaxDecompressedBytes { get; set; } = 32 << 20;

    /// <summary>The redirects followed for one address.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>How often an address is tried before it is given up.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>The pause after a first failure; doubled for each further one, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan FirstRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest time a host may put us off by Retry-After.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>The longest a round waits for a host or a retry; what is due later stays in the frontier for the next round.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The requests to one host in one Tehran day.</summary>
    [Range(1, 10_000_000)]
    public int DailyRequestsPerHost { get; set; } = 20_000;

    /// <summary>The failures in a row after which a host is left alone for <see cref="CircuitBreak"/>.</summary>
    [Range(2, 1000)]
    public int CircuitFailures { get; set; } = 5;

    /// <summary>How long a host whose circuit is open is left alone.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "1.00:00:00")]
    public TimeSpan CircuitBreak { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The sources crawled at the same time.</summary>
    [Range(1, 256)]
    public int ParallelSources { get; set; } = 8;

    /// <summary>The list pages, and the sitemaps of an index, read of one source in one round.</summary>
    [Range(1, 100_000)]
    public int MaxAnnouncementPages { get; set; } = 50;

    /// <summary>After how long without a commit an address in flight is taken for lost.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Within this time a round that was cut off is taken up where it stopped, without reading its announcements again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ResumeWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>An article whose announcement never tells of changes is looked at again after this long, at most <see cref="MaxRevisits"/> times.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan RevisitAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often an article is looked at again of our own accord; the pause doubles each time.</summary>
    [Range(0, 20)]
    public int MaxRevisits { get; set; } = 3;

    /// <summary>Hosts that may lie on this machine or in a private network, such as <c>127.0.0.1</c> or <c>localhost</c>; for demo and tests only.</summary>
    public ISet<string> PrivateHostsAllowed { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where a host is reached instead of through DNS, for demo and tests; such a host may lie on this machine.</summary>
    public IDictionary<string, IPEndPoint> HostAddresses { get; } = new Dictionary<string, IPEndPoint>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The User-Agent header: name, version and contact.</summary>
    public string UserAgent => $"{ProductToken}/1.0 ({Contact})";

    /// <summary>Checks all bounds.</summary>
    /// <exception cref="ValidationException">An option is out of its bounds.</exception>
    public CrawlerOptions Checked()
    {
        var checkedOptions = new CrawlerOptionsValidator().Validate(null, this);
        return checkedOptions.Failed ? throw new ValidationException(checkedOptions.FailureMessage) : this;
    }
}

/// <summary>The checks that the options' attributes ask for, written out when the program is built.</summary>
[OptionsValidator]
internal sealed partial class CrawlerOptionsValidator : IValidateOptions<CrawlerOptions>;
