using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsMiner.Extractor.Addresses;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Crawler.Discovery;

/// <summary>Reads the links of a page that lists articles, and where its next page is.</summary>
internal static partial class ListPageReader
{
    /// <summary>Words by which a link leads to the next page, folded.</summary>
    private static readonly HashSet<string> NextWords = [.. new[] { "بعدی", "صفحه بعد", "صفحه بعدی", "بعد", "صفحه‌ی بعد", "قدیمی‌تر", "مطالب قدیمی‌تر", "بیشتر", "next", "older", "›", "»", ">", ">>" }.Select(word => Fold.Key(word))];

    /// <summary>All links of the page in its order, and its next page where it names one.</summary>
    public static Announcement Read(string html, Uri address)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var home = document.QuerySelector("base[href]")?.GetAttribute("href") is { } href && Uri.TryCreate(address, href, out var named) ? named : address;
        var found = new Dictionary<Uri, DiscoveredAddress>();
        foreach (var link in document.QuerySelectorAll("a[href]"))
        {
            if (CanonicalAddress.Of(link.GetAttribute("href")!, home) is not { } url) continue;
            var title = link.TextContent.Trim() is { Length: > 0 } text ? text : link.GetAttribute("title");
            if (!found.TryGetValue(url, out var known) || known.Title is null) found[url] = new(url, title);
        }
        return new([.. found.Values], Next(document, home, address) is { } next ? [next] : []);
    }

    private static Uri? Next(IDocument document, Uri home, Uri address)
    {
        var link = document.QuerySelector("link[rel~=next][href], a[rel~=next][href], li.next > a[href], a.next[href]")
            ?? document.QuerySelectorAll("a[href]").FirstOrDefault(a => NextWords.Contains(Fold.Key(a.TextContent)))
            ?? Numbered(document, home, address);
        return link?.GetAttribute("href") is { } href && CanonicalAddress.Of(href, home) is { } next && next != CanonicalAddress.Of(address) ? next : null;
    }

    /// <summary>The link whose text is the number after this page's, among links to the same path that differ in one number.</summary>
    private static IElement? Numbered(IDocument document, Uri home, Uri address)
    {
        var current = PageNumber().Match(address.Query) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 1;
        var wanted = (current + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return document.QuerySelectorAll("a[href]").FirstOrDefault(a => Fold.Key(a.TextContent) == wanted
            && Uri.TryCreate(home, a.GetAttribute("href"), out var target) && target.AbsolutePath == address.AbsolutePath
            && PageNumber().Match(target.Query) is { Success: true } page && page.Groups[1].ValueSpan.SequenceEqual(wanted));
    }

    /// <summary>The parameter by which lists count their pages; a closed form, so a pattern says it best.</summary>
    [GeneratedRegex("[?&](?:p|pi|pg|page|paged|pageno|pagenumber)=([0-9]{1,6})(?:&|$)", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
