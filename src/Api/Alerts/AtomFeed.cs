using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NewsMiner.Index.Alerts;

namespace NewsMiner.Api.Alerts;

/// <summary>What an alert found as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed of the newest matches.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="matches">Its matches, newest first.</param>
    /// <param name="site">The address of the page, without a slash at its end.</param>
    public static string Write(Alert alert, IReadOnlyList<AlertMatch> matches, string site)
    {
        var feed = new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", "fa"),
            new XElement(Atom + "id", "urn:newsminer:alert:" + alert.Id),
            new XElement(Atom + "title", Clean(alert.Draft.Name)),
            new XElement(Atom + "updated", Instant(matches.Count > 0 ? matches[0].At : alert.CreatedAt)),
            new XElement(Atom + "author", new XElement(Atom + "name", "NewsMiner")),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/atom+xml"), new XAttribute("href", $"{site}/api/alerts/{alert.Id}/feed.atom")),
            matches.Select(match => new XElement(Atom + "entry",
                new XElement(Atom + "id", string.Create(CultureInfo.InvariantCulture, $"urn:newsminer:alert:{alert.Id}:{match.Id}")),
                new XElement(Atom + "title", Clean(match.Finding.Title)),
                new XElement(Atom + "updated", Instant(match.At)),
                new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", PageLink.To(site, match.Finding))),
                Uri.IsWellFormedUriString(match.Finding.Url, UriKind.Absolute) ? new XElement(Atom + "link", new XAttribute("rel", "via"), new XAttribute("href", match.Finding.Url)) : null,
                new XElement(Atom + "content", new XAttribute("type", "text"), Clean(match.Finding.Text)))));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed;
    }

    /// <summary>Text without what XML cannot hold.</summary>
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        return string.Concat(text.Where((c, i) => XmlConvert.IsXmlChar(c)
            || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]))));
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

/// <summary>Addresses of the page that show a finding.</summary>
internal static class PageLink
{
    /// <summary>The article with the fact marked.</summary>
    public static string To(string site, AlertFinding found) =>
        $"{site}/articles/{Uri.EscapeDataString(found.ArticleId)}{(found.FactId is { } fact ? "?fact=" + Uri.EscapeDataString(fact) : "")}";
}
