using NewsMiner.Extractor.Addresses;

namespace NewsMiner.Crawler.Discovery;

/// <summary>Reads sitemaps, sitemap indexes, news sitemaps (sitemaps.org 0.9) and plain lists of addresses.</summary>
internal static class SitemapReader
{
    /// <summary>The articles and further sitemaps a sitemap names.</summary>
    public static Announcement Read(string text, Uri address)
    {
        if (!text.AsSpan().TrimStart().StartsWith("<")) return new([.. text.Split('\n').Select(line => CanonicalAddress.Of(line)).OfType<Uri>().Select(url => new DiscoveredAddress(url))], []);
        var scanner = new MarkupScanner(text);
        var found = new List<DiscoveredAddress>();
        var further = new List<Uri>();
        string field = "", location = "", changed = "", title = "";
        while (scanner.Read())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Start when scanner.Name is "url" or "sitemap":
                    location = changed = title = "";
                    break;
                case MarkupKind.Start:
                    field = scanner.Name;
                    break;
                case MarkupKind.Text when scanner.Content.Trim() is { Length: > 0 } content:
                    if (field == "loc") location = content;
                    else if (field == "lastmod") changed = content;
                    else if (field == "news:publication_date" && changed.Length == 0) changed = content;
                    else if (field == "news:title") title = content;
                    break;
                case MarkupKind.End when scanner.Name is "url" or "sitemap":
                    if (CanonicalAddress.Of(location, address) is not { } url) break;
                    if (scanner.Name == "sitemap") further.Add(new Uri(address, location.Trim()));
                    else found.Add(new(url, title.Length > 0 ? title : null, changed.Length > 0 ? changed : null));
                    location = "";
                    break;
                case MarkupKind.End:
                    field = "";
                    break;
            }
        }
        return new(found, further);
    }
}
