using NewsMiner.Extractor.Addresses;
using NewsMiner.Crawler.Sources;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Crawler.Discovery;

/// <summary>Which announced addresses are articles this source wants.</summary>
internal sealed class SourceScope
{
    private static readonly string[] Documents = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".css", ".js", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".rar", ".mp3", ".mp4", ".xml", ".rss"];

    private readonly CrawlSource source;
    private readonly string site;
    private readonly string[] keywords;

    public SourceScope(CrawlSource source)
    {
        this.source = source;
        site = CanonicalAddress.Site(source.Site);
        keywords = [.. source.Keywords.Select(word => Fold.Key(word))];
    }

    /// <summary>Whether an address is of the source's own site or a part of it.</summary>
    public bool IsOfSite(Uri url) => CanonicalAddress.Site(url) is var other && (other == site || other.EndsWith("." + site, StringComparison.Ordinal));

    /// <summary>Whether an announced address is to be fetched as an article.</summary>
    /// <param name="announced">The address.</param>
    /// <param name="bare">True where the announcement lists links of all kinds, as a web page does.</param>
    public bool Takes(DiscoveredAddress announced, bool bare)
    {
        if (!IsOfSite(announced.Url)) return false;
        var path = Uri.UnescapeDataString(announced.Url.PathAndQuery);
        if (path == "/" || Documents.Any(ending => announced.Url.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) return false;
        if (source.Excluded.Any(pattern => Matches(pattern, path))) return false;
        if (source.Articles.Count > 0 ? !source.Articles.Any(pattern => Matches(pattern, path)) : bare && !LooksLikeArticle(announced.Url)) return false;
        return keywords.Length == 0 || announced.Title is not { } title || Fold.Key(title) is var folded && keywords.Any(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>An article's path carries a number of four digits or more, or a title of four words.</summary>
    private static bool LooksLikeArticle(Uri url)
    {
        var text = Uri.UnescapeDataString(url.PathAndQuery);
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits >= 4) return true;
        }
        return url.Segments[^1].Count(c => c == '-') >= 3;
    }

    /// <summary>Whether a path is of a pattern in which <c>*</c> stands for any run of characters.</summary>
    internal static bool Matches(string pattern, string path) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: true);
}
