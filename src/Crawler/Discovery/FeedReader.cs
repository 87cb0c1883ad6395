using NewsMiner.Extractor.Addresses;

namespace NewsMiner.Crawler.Discovery;

/// <summary>Reads RSS 0.9x, 1.0, 2.0 and Atom, well-formed or not.</summary>
internal static class FeedReader
{
    /// <summary>The articles a feed announces, in its order; links are relative to <paramref name="address"/>.</summary>
    public static Announcement Read(string text, Uri address)
    {
        var scanner = new MarkupScanner(text);
        var found = new List<DiscoveredAddress>();
        var further = new List<Uri>();
        Entry? entry = null;
        var field = "";
        while (scanner.Read())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Start when scanner.Name is "item" or "entry":
                    Take(entry, address, found);
                    entry = new() { Link = scanner.Attribute("rdf:about") };
                    field = "";
                    break;
                case MarkupKind.Start when entry is null && scanner.Name == "link" && scanner.Attribute("rel") == "next":
                    if (CanonicalAddress.Of(scanner.Attribute("href") ?? "", address) is { } next) further.Add(next);
                    break;
                case MarkupKind.Start when scanner.Name == "link" && scanner.Attribute("href") is { } href:
                    if (scanner.Attribute("rel") is null or "alternate") entry?.Link = href;
                    break;
                case MarkupKind.Start:
                    field = scanner.Name;
                    break;
                case MarkupKind.End when scanner.Name is "item" or "entry":
                    Take(entry, address, found);
                    entry = null;
                    break;
                case MarkupKind.End:
                    field = "";
                    break;
                case MarkupKind.Text:
                    entry?.Read(field, scanner.Content);
                    break;
            }
        }
        Take(entry, address, found);
        return new(found, further);
    }

    private static void Take(Entry? entry, Uri address, List<DiscoveredAddress> found)
    {
        var link = entry?.Link ?? entry?.Guid;
        if (link is not null && CanonicalAddress.Of(link, address) is { } url) found.Add(new(url, entry!.Title, entry.Changed ?? entry.Published));
    }

    private sealed class Entry
    {
        public string? Link { get; set; }

        public string? Guid { get; private set; }

        public string? Title { get; private set; }

        public string? Changed { get; private set; }

        public string? Published { get; private set; }

        public void Read(string field, string text)
        {
            text = text.Trim();
            if (text.Length == 0) return;
            switch (field)
            {
                case "link": Link = text; break;
                // A feed that went through an HTML tool: <link/>https://…
                case "" when Link is null && text.StartsWith("http", StringComparison.OrdinalIgnoreCase): Link = text; break;
                case "guid" or "id" when text.StartsWith("http", StringComparison.OrdinalIgnoreCase): Guid = text; break;
                case "title": Title ??= text; break;
                case "updated" or "dcterms:modified": Changed ??= text; break;
                case "pubdate" or "published" or "dc:date": Published ??= text; break;
            }
        }
    }
}
