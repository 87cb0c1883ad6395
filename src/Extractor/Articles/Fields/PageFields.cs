using NewsMiner.Extractor.Addresses;
using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>The lesser fields of an article, each with where it was found.</summary>
internal sealed class PageFields(PageTree tree, Family family, PageMeta meta, Uri url, List<FieldEvidence> evidence)
{
    /// <summary>A longer kicker is a lead; UTF-16 units.</summary>
    private const int MaxKicker = 200;

    /// <summary>A longer name is no name; UTF-16 units.</summary>
    private const int MaxName = 80;

    private static readonly string[] HomeCrumbs = ["صفحهنخست", "صفحهاول", "خانه", "صفحهاصلی", "home"];

    /// <summary>The address the page gives itself, where it is one of the same site; else the one it came from.</summary>
    public Uri CanonicalUrl()
    {
        if (Stated(tree, meta) is not (var place, var declared)) return url;
        // A canonical address on another host would let a page take the place of somebody else's.
        var isUsable = Uri.TryCreate(url, declared.Trim(), out var address) && address.Scheme is "http" or "https" && address.AbsolutePath is not "/" && (url.IsFile || CanonicalAddress.Site(address) == CanonicalAddress.Site(url));
        evidence.Add(new("canonicalUrl", place, declared, isUsable ? null : "refused: the site's root, or another site"));
        return isUsable ? new(address!.AbsoluteUri) : url;
    }

    /// <summary>The address the page gives itself, as it writes it.</summary>
    public static (string Place, string Value)? Stated(PageTree tree, PageMeta meta)
    {
        var link = tree.Tagged("link").Where(place => tree.Attribute(place, "rel")?.Equals("canonical", StringComparison.OrdinalIgnoreCase) == true).Select(place => tree.Attribute(place, "href")).FirstOrDefault(href => !string.IsNullOrWhiteSpace(href));
        return link is not null ? ("link[rel=canonical]", link) : meta.Meta("og:url");
    }

    /// <summary>The line above the headline.</summary>
    public string? Kicker(string title) =>
        Noted("kicker", family.Name + " kicker", family.Texts(tree, "kicker").Select(found => found.Text).FirstOrDefault(text => text.Length <= MaxKicker && Fold.Key(text) != Fold.Key(title)));

    /// <summary>The name the outlet gives itself.</summary>
    public string? Outlet() => Noted("outlet", meta.Meta("og:site_name", "application-name") ?? meta.Linked("publisher"));

    /// <summary>The breadcrumb without the home page, else what the head names.</summary>
    public string? Section()
    {
        var (place, texts) = family.Shown(tree, "section");
        string[] crumbs = [.. texts.Select(text => StoryLines.Trim(text.Trim('/', '»', '«', '>', '›', ' '))).Where(text => text.Length > 0 && !HomeCrumbs.Contains(Fold.Key(text))).Distinct()];
        if (crumbs.Length > 0) return Noted("section", place + " section", string.Join(" > ", crumbs));
        return Noted("section", meta.Meta("article:section", "nastooh:service") ?? meta.Linked("articleSection"));
    }

    /// <summary>The keywords shown, else those of the head.</summary>
    public IReadOnlyList<string> Tags()
    {
        var (place, texts) = family.Shown(tree, "tags");
        string[] tags = [.. texts.Select(text => StoryLines.Trim(text.TrimStart('#').Trim('،', ','))).Where(text => text.Length is > 0 and <= MaxName).Distinct()];
        if (tags.Length == 0) (place, tags) = ("head", [.. meta.Each("article:tag").Distinct() is var each && each.Count() > 1 ? each : Split((meta.Meta("keywords", "article:tag", "news_keywords") ?? meta.Linked("keywords"))?.Value ?? "")]);
        if (tags.Length > 0) evidence.Add(new("tags", place == "head" ? place : place + " tags", string.Join("، ", tags)));
        return tags;
    }

    /// <summary>The language the page declares, as BCP 47 without region.</summary>
    public string? Language()
    {
        var (place, declared) = tree.Count > 0 && tree.Attribute(0, "lang") is { Length: > 0 } lang ? ("html[lang]", lang) : meta.Meta("og:locale", "language", "content-language") ?? ("", "");
        return Noted("language", place, declared.Split('-', '_')[0] is { Length: 2 or 3 } language ? language.ToLowerInvariant() : null);
    }

    /// <summary>The writer's name: where the family shows it, else what the head says, else where any site may show it.</summary>
    public string? Author()
    {
        if (AuthorOf(family) is { } own) return own;
        if ((meta.Meta("article:author", "author") ?? meta.Linked("author")) is var (stated, value) && value.Length <= MaxName && !value.StartsWith("http", StringComparison.Ordinal)) return Noted("author", stated, Name(value));
        return AuthorOf(Family.Generic);
    }

    private string? AuthorOf(Family by) =>
        by.Texts(tree, "author").Select(found => found.Text).FirstOrDefault(text => text.Length <= MaxName) is { } seen ? Noted("author", by.Name + " author", Name(seen)) : null;

    /// <summary>The main picture.</summary>
    public Uri? Image() => Noted("image", meta.Meta("og:image", "twitter:image") ?? meta.Linked("image")) is { } image && Uri.TryCreate(url, image, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>Without «نویسنده:», "By" and the comma before a post.</summary>
    private static string? Name(string text)
    {
        var at = text.IndexOf(':', StringComparison.Ordinal);
        var name = StoryLines.Trim(at >= 0 ? text[(at + 1)..] : text).TrimEnd(',', '،', ' ');
        if (name.StartsWith("by ", StringComparison.OrdinalIgnoreCase)) name = name[3..].TrimStart();
        return name.Length > 0 ? name : null;
    }

    private static IEnumerable<string> Split(string words) => words.Split([',', '،', '؛', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();

    private string? Noted(string field, (string Place, string Value)? found) => found is var (place, value) ? Noted(field, place, value) : null;

    private string? Noted(string field, string place, string? value)
    {
        if (value is not null) evidence.Add(new(field, place, value));
        return value;
    }
}
