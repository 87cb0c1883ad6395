using NewsMiner.Extractor.Articles.Body;
using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>From a page's HTML to its article, on one DOM: the CMS family's own places first, generic ones behind them.</summary>
public static class ArticleReader
{
    /// <summary>The longest page read, in UTF-16 units; the rest of a longer one is not looked at.</summary>
    public const int MaxPageLength = 4 * 1024 * 1024;

    /// <summary>A longer lead is the story itself; UTF-16 units.</summary>
    private const int MaxLead = 900;

    /// <summary>A family's place with less text than this holds no story; UTF-16 units.</summary>
    private const int MinStory = 60;

    /// <summary>Reads a page that came from <paramref name="url"/>; of a file the address it gives itself stands for where it came from. Never fails on any input.</summary>
    public static ReadResult Read(string html, Uri url)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(url);
        if (string.IsNullOrWhiteSpace(html)) return new ReadResult.NotAnArticle("empty", "the page holds nothing");
        if (html.Contains('\0', StringComparison.Ordinal) && !html.Contains('<', StringComparison.Ordinal)) return new ReadResult.NotAnArticle("binary", "it holds zero bytes and no markup");
        var evidence = new List<FieldEvidence>();
        if (html.Length > MaxPageLength)
        {
            evidence.Add(new("paragraphs", "page", $"{html.Length} characters", $"only the first {MaxPageLength} were read"));
            html = html[..MaxPageLength];
        }
        var markup = MarkupGuard.Bound(html, out var flattened);
        if (flattened) evidence.Add(new("paragraphs", "page", $"{html.Length} characters", "extreme nesting or attributes: read with bounded depth"));
        using var document = PageParser.Parse(markup);
        return Read(new PageTree(document), html, url, evidence);
    }

    private static ReadResult Read(PageTree tree, string html, Uri source, List<FieldEvidence> evidence)
    {
        var meta = new PageMeta(tree);
        var url = source.IsFile && Uri.TryCreate(PageFields.Stated(tree, meta)?.Value.Trim(), UriKind.Absolute, out var stated) && stated.Scheme is "http" or "https" ? stated : source;
        var family = Sites.Of(url) is { } site && (!site.Fields.ContainsKey("body") || site.Find(tree, "body").Any()) ? site : Family.Of(tree);
        evidence.Add(new("family", family == Sites.Of(url) ? "sites.tsv" : "families.tsv", family.Name));
        var headline = Headline.Read(tree, family, meta, evidence);
        var body = StoryBody.Read(tree, family, meta.Linked("articleBody")?.Value, MinStory, evidence);
        if (PageKind.Reason(tree, html, url, headline.Text, meta, body) is { } other) return other;

        var lead = family.Texts(tree, "lead").Where(found => found.Text.Length <= MaxLead && Fold.Key(found.Text) != Fold.Key(headline.Text)).Select(found => found.Text).FirstOrDefault();
        if (lead is not null) evidence.Add(new("lead", family.Name + " lead", lead));
        var story = StoryLines.Sort(WithLead(body.Lines, lead), headline.Text);
        if (story.Paragraphs.Count == 0) return new ReadResult.NotAnArticle("empty", "all its lines belong to the page, not to a story");
        var fields = new PageFields(tree, family, meta, url, evidence);
        var canonical = fields.CanonicalUrl();
        var code = NewsCode.Read(tree, family, meta, story.Code, canonical, evidence);
        var times = PublicationTimes.Read(tree, family, meta, canonical, code, headline.Place, evidence);
        var section = fields.Section();
        var origin = Dateline.Read(headline.Text, story.Paragraphs, section, evidence);
        return new ReadResult.Found(new()
        {
            Id = ArticleId.FromAddress(canonical),
            Source = source.AbsoluteUri,
            Title = headline.Text,
            Kicker = fields.Kicker(headline.Text),
            Lead = lead,
            Paragraphs = story.Paragraphs,
            Outlet = fields.Outlet(),
            Agency = origin.Agency,
            Published = times.Published,
            Updated = times.Updated,
            Province = origin.Province,
            City = origin.City,
            Code = code,
            Section = section,
            Tags = fields.Tags(),
            CanonicalUrl = canonical,
            Language = fields.Language(),
            Author = fields.Author(),
            Image = fields.Image(),
            Markers = story.Markers,
            Evidence = evidence,
        });
    }

    /// <summary>Some families keep the lead outside the body; inside it, it is not repeated.</summary>
    private static IEnumerable<string> WithLead(IReadOnlyList<string> body, string? lead)
    {
        if (lead is null) return body;
        var key = Fold.Key(lead);
        return body.Take(3).Any(line => Fold.Key(line).StartsWith(key, StringComparison.Ordinal) || key.StartsWith(Fold.Key(line), StringComparison.Ordinal)) ? body : body.Prepend(lead);
    }
}
