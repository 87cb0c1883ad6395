using System.Text.Json.Serialization;

namespace NewsMiner.Crawler.Sources;

/// <summary>An outlet's place on the web, where its new articles are announced, and how politely to ask. Addresses may be relative to <see cref="Site"/>.</summary>
public sealed record CrawlSource
{
    /// <summary>Unique: lower-case ASCII letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The outlet's name, given to its articles where the page names none.</summary>
    public required string Outlet { get; init; }

    /// <summary>The root address, http or https; only articles of this site are taken.</summary>
    public required Uri Site { get; init; }

    /// <summary>The province it writes about, without «استان», or null for several.</summary>
    public string? Province { get; init; }

    /// <summary>The CMS family, such as <c>nastooh</c>, or null.</summary>
    public string? Family { get; init; }

    /// <summary>RSS or Atom feeds.</summary>
    public IReadOnlyList<string> Feeds { get; set; } = [];

    /// <summary>Sitemaps or sitemap indexes, plain or gzip.</summary>
    public IReadOnlyList<string> Sitemaps { get; set; } = [];

    /// <summary>Whether the sitemaps that robots.txt names are read too.</summary>
    public bool SitemapsOfRobots { get; init; }

    /// <summary>Pages that list articles, newest first; their next pages are followed.</summary>
    public IReadOnlyList<string> ListPages { get; set; } = [];

    /// <summary>The archive of a span of days: an address with <c>{from}</c> and <c>{to}</c> or <c>{year}</c>, <c>{month}</c>, <c>{day}</c> (all Jalali; <c>{month2}</c>, <c>{day2}</c> with two digits), and <c>{page}</c> from 1; or null.</summary>
    public string? Archive { get; init; }

    /// <summary>Paths of articles, <c>*</c> for any run of characters, such as <c>/news/*</c>. Where none is given, a path that looks like an article's.</summary>
    public IReadOnlyList<string> Articles { get; set; } = [];

    /// <summary>Paths never fetched, by the same pattern.</summary>
    public IReadOnlyList<string> Excluded { get; set; } = [];

    /// <summary>Words of which one must stand in an announced title; where the announcement has no title, the article is taken. Empty: all are taken.</summary>
    public IReadOnlyList<string> Keywords { get; set; } = [];

    /// <summary>The name of a list of keywords of the file, used beside <see cref="Keywords"/>; or null.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>When to look for news: a Quartz cron expression (seconds first) in Tehran time.</summary>
    public string Schedule { get; set; } = "0 0/30 * * * ?";

    /// <summary>The pause between two requests; null for the crawler's own.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The hours of the Tehran day without requests, such as <c>08:00-10:00</c>, or null.</summary>
    public string? QuietHours { get; init; }

    /// <summary>False where the source is listed but not to be crawled.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether a person has seen a crawl of this source succeed.</summary>
    public bool TriedLive { get; init; }

    /// <summary>What is known or not known about the entry, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Makes an address of the source absolute.</summary>
    public Uri Resolve(string address) => new(Site, address);
}

/// <summary>The file of sources: <c>{"vocabularies": {…}, "sources": […]}</c>.</summary>
internal sealed record CrawlSourceFile([property: JsonRequired] IReadOnlyList<CrawlSource> Sources)
{
    /// <summary>The JSON schema the file is written by, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Lists of keywords that several sources share, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Vocabularies { get; set; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>How the file of sources is read, worked out when the program is built. What an entry leaves out keeps its default only where the property has a setter.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CrawlSourceFile))]
internal sealed partial class SourceListJson : JsonSerializerContext;
