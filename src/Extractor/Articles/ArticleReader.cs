using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsMiner.Extractor.Articles.Body;
using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>From a page's HTML to its article, on one DOM: the CMS family's own places first, generic ones behind them.</summary>
public static class ArticleReader
{
    /// <summary>The longest page read, in UTF-16 units; the rest of a longer one is not looked at.</summary>
    public const int MaxPageLength = 8 * 1024 * 1024;

    /// <summary>A longer heading is none; UTF-16 units.</summary>
    private const int MaxTitle = 400;

    /// <summary>A longer lead is the story itself; UTF-16 units.</summary>
    private const int MaxLead = 900;

    private static readonly string[] ChallengeSigns = ["cf-browser-verification", "challenge-platform", "در حال بررسی مرورگر", "Just a moment", "Checking your browser", "__arcsjs", "در حال انتقال به سایت مورد نظر"];

    /// <summary>Reads a page that came from <paramref name="url"/>; never fails on any input.</summary>
    public static ReadResult Read(string html, Uri url)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(url);
        if (string.IsNullOrWhiteSpace(html)) return new ReadResult.NotAnArticle("empty", "the page holds nothing");
        if (html.Contains('\0', StringComparison.Ordinal) && !html.Contains('<', StringComparison.Ordinal)) return new ReadResult.NotAnArticle("binary", "it holds zero bytes and no markup");
        using var document = new HtmlParser().ParseDocument(html.Length > MaxPageLength ? html[..MaxPageLength] : html);
        if (ChallengeSigns.FirstOrDefault(sign => html.Length < 60_000 && html.Contains(sign, StringComparison.Ordinal)) is { } sign && document.QuerySelector("article, [itemprop=articleBody]") is null)
            return new ReadResult.NotAnArticle("challenge", $"a browser check («{sign}»)");

        var tree = new PageTree(document);
        var family = Family.Of(tree);
        var meta = new PageMeta(document);
        var evidence = new List<FieldEvidence>();
        var title = Title(tree, family, meta, evidence);
        if (title.Contains("۴۰۴", StringComparison.Ordinal) || title.Contains("404", StringComparison.Ordinal) || Fold.Key(title).Contains("یافتنشد", StringComparison.Ordinal))
            return new ReadResult.NotAnArticle("missing", $"its title is «{title}»");
        var body = Body(tree, family, evidence);
        if (NotAnArticle(tree, url, family, meta, body) is { } other) return other;

        var lead = First(family.Find(tree, "lead").Select(place => BlockText.OneLine(tree, place)).Where(text => text.Length <= MaxLead));
        if (lead is not null) evidence.Add(new("lead", family.Name, lead));
        // Some families keep the lead outside the body; inside it, it is not repeated.
        var lines = lead is not null && body.All(line => Fold.Key(line) != Fold.Key(lead)) ? body.Prepend(lead) : body;
        var story = StoryLines.Sort(lines, title);
        if (story.Paragraphs.Count == 0) return new ReadResult.NotAnArticle("empty", "no story stands where its family keeps it");
        var canonical = CanonicalUrl(document, meta, url, evidence);
        var times = PublicationTimes.Read(tree, family, meta, evidence);
        var section = Section(tree, family, meta);
        var place = Dateline.Read(story.Paragraphs, section, evidence);
        return new ReadResult.Found(new()
        {
            Id = ArticleId.FromAddress(canonical),
            Source = url.AbsoluteUri,
            Title = title,
            Kicker = First(family.Find(tree, "kicker").Select(place => BlockText.OneLine(tree, place))),
            Lead = lead,
            Paragraphs = story.Paragraphs,
            Outlet = meta.Meta("og:site_name", "application-name")?.Value ?? meta.Linked("publisher")?.Value,
            Agency = place.Agency,
            Published = times.Published,
            Updated = times.Updated,
            Province = place.Province,
            City = place.City,
            Code = First(family.Find(tree, "code").Select(element => Boilerplate.Digits(tree.Attribute(element, "value") ?? BlockText.OneLine(tree, element)))) ?? Code(meta) ?? story.Code,
            Section = section,
            Tags = Tags(tree, family, meta),
            CanonicalUrl = canonical,
            Language = document.DocumentElement?.GetAttribute("lang") is { Length: > 0 } language ? language : meta.Meta("og:locale")?.Value.Split('_')[0],
            Author = meta.Meta("article:author", "author")?.Value ?? meta.Linked("author")?.Value,
            Image = meta.Meta("og:image", "twitter:image")?.Value is { } image && Uri.TryCreate(url, image, out var address) ? address : null,
            Markers = story.Markers,
            Evidence = evidence,
        });
    }

    private static string Title(PageTree tree, Family family, PageMeta meta, List<FieldEvidence> evidence)
    {
        var declared = meta.Meta("og:title", "twitter:title") ?? meta.Linked("headline") ?? ("title", tree.Document.Title ?? "");
        var said = Fold.Key(declared.Value) + Fold.Key(tree.Document.Title);
        var seen = family.Find(tree, "title").Select(element => (Place: family.Name + " title", Value: BlockText.OneLine(tree, element))).Where(found => found.Value.Length is > 0 and < MaxTitle).ToArray();
        // Of several headings the headline is the one the page's head repeats.
        var best = seen.FirstOrDefault(found => said.Contains(Fold.Key(found.Value), StringComparison.Ordinal), seen.FirstOrDefault());
        var (place, value) = best.Value is { Length: > 0 } ? best : (declared.Place, WithoutOutlet(declared.Value, meta.Meta("og:site_name")?.Value));
        evidence.Add(new("title", place, value));
        return StoryLines.Trim(value);
    }

    /// <summary>«Headline - Outlet», «Headline | Outlet»: the outlet's name is no part of the headline.</summary>
    private static string WithoutOutlet(string title, string? outlet)
    {
        var at = title.LastIndexOfAny(['|', '»', '–', '—']) is var mark && mark > 0 ? mark : title.LastIndexOf(" - ", StringComparison.Ordinal);
        if (at <= 0) return title;
        var tail = StoryLines.Trim(title[(at + 1)..].Trim('-', ' '));
        return outlet is null ? (tail.Length <= 30 ? title[..at] : title) : Fold.Key(tail) == Fold.Key(outlet) ? title[..at] : title;
    }

    private static List<string> Body(PageTree tree, Family family, List<FieldEvidence> evidence)
    {
        var unwanted = new bool[tree.Count];
        foreach (var place in family.Find(tree, "remove")) unwanted[place] = true;
        var body = family == Family.Generic ? null : family.Find(tree, "body").Select(element => BlockText.Lines(tree, element, unwanted)).FirstOrDefault(lines => lines.Sum(line => line.Length) > 60);
        if (body is not null)
        {
            evidence.Add(new("paragraphs", family.Name + " body", $"{body.Count} lines"));
            return body;
        }
        if (family.Fields.ContainsKey("body") && family != Family.Generic || GenericBody.Find(tree, Family.Generic) is not { } found) return [];
        var lines = BlockText.Lines(tree, found.Root, found.Without);
        evidence.Add(new("paragraphs", found.Place, $"{lines.Count} lines"));
        return lines;
    }

    private static ReadResult.NotAnArticle? NotAnArticle(PageTree tree, Uri url, Family family, PageMeta meta, List<string> body)
    {
        if (url.AbsolutePath is "/" or "" && url.Scheme.StartsWith("http", StringComparison.Ordinal)) return new("home", "its address is the site's root");
        if (meta.Meta("og:type")?.Value is "website" && family != Family.Generic && body.Count == 0) return new("home", "og:type is website and no story stands on it");
        if (body.Count > 0) return null;
        var document = tree.Document;
        if (document.QuerySelector("input[type=password]") is not null) return new("login", "it asks for a password");
        if (document.QuerySelectorAll("video, audio").Length > 0) return new("video", "it holds a recording and no story");
        if (document.QuerySelectorAll("img").Length > 8) return new("gallery", "it holds pictures and no story");
        return document.QuerySelectorAll("a[href]").Length > 15 ? new("list", "it holds links and no story") : new("empty", "no story stands on it");
    }

    private static Uri CanonicalUrl(IDocument document, PageMeta meta, Uri url, List<FieldEvidence> evidence)
    {
        var declared = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.Meta("og:url")?.Value;
        // A canonical address on another host would let a page take the place of somebody else's.
        if (declared is null || !Uri.TryCreate(url, declared, out var address) || !SameSite(address, url)) return url;
        evidence.Add(new("canonicalUrl", "link[rel=canonical]", declared));
        return address.AbsolutePath is "/" ? url : address;
    }

    private static bool SameSite(Uri first, Uri second) => first.Scheme is "http" or "https"
        && WithoutWww(first.Host).Equals(WithoutWww(second.Host), StringComparison.OrdinalIgnoreCase) && first.Port == second.Port;

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    private static string? Code(PageMeta meta) => meta.Meta("nastooh:code", "nastooh:nid", "news_id", "dc.identifier")?.Value is { } code && Boilerplate.Digits(code) is { Length: > 0 } digits ? digits : null;

    private static string? Section(PageTree tree, Family family, PageMeta meta)
    {
        string[] crumbs = [.. family.Find(tree, "section").Select(place => BlockText.OneLine(tree, place)).Where(text => text.Length > 0 && Fold.Key(text) is not ("صفحهنخست" or "خانه" or "صفحهاصلی"))];
        return crumbs.Length > 0 ? string.Join(" > ", crumbs) : meta.Meta("article:section")?.Value ?? meta.Linked("articleSection")?.Value;
    }

    private static string[] Tags(PageTree tree, Family family, PageMeta meta)
    {
        string[] tags = [.. family.Find(tree, "tags").Select(place => BlockText.OneLine(tree, place)).Where(text => text.Length > 0).Distinct()];
        return tags.Length > 0 ? tags : [.. (meta.Meta("keywords", "article:tag")?.Value ?? "").Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }

    private static string? First(IEnumerable<string?> values) => values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
