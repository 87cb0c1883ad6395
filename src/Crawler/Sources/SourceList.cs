using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NewsMiner.Crawler.Scheduling;

namespace NewsMiner.Crawler.Sources;

/// <summary>Reads the list of sources and checks every entry; an error names file and line.</summary>
public static partial class SourceList
{
    private static readonly SourceListJson Json = new(new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
    });

    /// <summary>The real outlets that come with the program, none of them tried live.</summary>
    public static IReadOnlyList<CrawlSource> Bundled => Read(Path.Combine(AppContext.BaseDirectory, "sources.json"));

    /// <summary>Reads a file of sources.</summary>
    /// <exception cref="InvalidDataException">An entry is wrong: the message names file, line, entry and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<CrawlSource> Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads the text of a file of sources.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="InvalidDataException">An entry is wrong.</exception>
    public static IReadOnlyList<CrawlSource> Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        CrawlSourceFile? file;
        try
        {
            file = JsonSerializer.Deserialize(json, Json.CrawlSourceFile);
        }
        catch (JsonException bad)
        {
            throw new InvalidDataException($"{name}:{bad.LineNumber + 1}: {bad.Message.Split(" Path:", 2)[0]} ({bad.Path})", bad);
        }
        var sources = file?.Sources ?? throw new InvalidDataException($"{name}:1: an object with a list 'sources' is expected");
        var lines = LinesOfEntries(json);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sources.Count; i++)
        {
            foreach (var error in Errors(sources[i])) throw new InvalidDataException($"{name}:{lines[i]}: source '{sources[i].Id}': {error}");
            if (sources[i].Vocabulary is { } vocabulary && !file.Vocabularies.ContainsKey(vocabulary)) throw new InvalidDataException($"{name}:{lines[i]}: source '{sources[i].Id}': the file has no vocabulary '{vocabulary}'");
            if (!known.TryAdd(sources[i].Id, lines[i])) throw new InvalidDataException($"{name}:{lines[i]}: source '{sources[i].Id}' is listed twice, first in line {known[sources[i].Id]}");
        }
        return [.. sources.Select(source => source.Vocabulary is { } shared ? source with { Keywords = [.. source.Keywords, .. file.Vocabularies[shared]] } : source)];
    }

    /// <summary>What is wrong with an entry, each in a sentence; nothing where it is right.</summary>
    public static IEnumerable<string> Errors(CrawlSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!IdForm().IsMatch(source.Id)) yield return "the id may have lower-case letters, digits and hyphens only";
        if (string.IsNullOrWhiteSpace(source.Outlet)) yield return "the outlet has no name";
        if (!source.Site.IsAbsoluteUri || source.Site.Scheme is not ("http" or "https")) yield return $"site '{source.Site}' is no http or https address";
        else if (source.Feeds.Concat(source.Sitemaps).Concat(source.ListPages).FirstOrDefault(address => !Uri.TryCreate(source.Site, address, out var full) || full.Scheme is not ("http" or "https")) is { } bad)
            yield return $"'{bad}' is no http or https address";
        if (source.Feeds.Count + source.Sitemaps.Count + source.ListPages.Count == 0 && source is { Archive: null, SitemapsOfRobots: false }) yield return "no feed, sitemap, list page or archive is given, so nothing could be found";
        if (source.Articles.Concat(source.Excluded).FirstOrDefault(pattern => pattern is not ['/' or '*', ..]) is { } relative) yield return $"the path pattern '{relative}' must begin with '/' or '*'";
        if (source.Delay is { } delay && (delay < TimeSpan.Zero || delay > TimeSpan.FromMinutes(10))) yield return $"a delay of {delay} is not between 0 and 10 minutes";
        if (source.QuietHours is { } quiet && TehranHours.Parse(quiet) is null) yield return $"quiet hours '{quiet}' are not of the form 08:00-10:00";
        if (!IsCron(source.Schedule)) yield return $"schedule '{source.Schedule}' is no cron expression with seconds, such as '0 0/30 * * * ?'";
    }

    private static bool IsCron(string text)
    {
        try
        {
            return new Quartz.CronExpression(text).CronExpressionString.Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static List<int> LinesOfEntries(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var lines = new List<int>();
        var inSources = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) inSources = reader.ValueTextEquals("sources") || reader.ValueTextEquals("Sources");
            if (inSources && reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2)
                lines.Add(1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
        }
        return lines;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex IdForm();
}
