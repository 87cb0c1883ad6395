using AngleSharp.Dom;

namespace NewsMiner.Extractor.Articles;

/// <summary>Finds the element that holds a story on a page of unknown markup: the one whose own paragraphs hold most prose and fewest links.</summary>
internal static class GenericBody
{
    private const string Clutter =
        "nav, header, footer, aside, form, [role=navigation], [role=complementary], .sidebar, .comments, #comments, .comment, .related, .related-posts, .share, .social, .tags, .breadcrumb, .menu, .newsletter, .advert, .ad, .promo";

    /// <summary>Less prose than this is no story; UTF-16 units.</summary>
    private const int MinStoryLength = 120;

    /// <summary>The element, or null where the page holds no story.</summary>
    public static (IElement Element, HashSet<IElement> Without)? Find(IDocument document)
    {
        if (document.Body is not { } page) return null;
        var clutter = page.QuerySelectorAll(Clutter).ToHashSet();
        var scores = new Dictionary<IElement, double>();
        foreach (var paragraph in page.QuerySelectorAll("p, td, pre, blockquote, li").Where(element => !InClutter(element, clutter)))
        {
            var text = paragraph.TextContent.AsSpan().Trim();
            if (text.Length < 25) continue;
            var linked = paragraph.QuerySelectorAll("a").Sum(link => link.TextContent.Length);
            var score = (text.Length - (2.0 * linked)) * (paragraph.LocalName is "p" or "pre" or "blockquote" ? 1 : 0.3);
            var weight = 1.0;
            // A paragraph speaks for its parent, half as loudly for the one above, and so on up to four.
            for (var (ancestor, up) = (paragraph.ParentElement, 0); ancestor is not null && up < 4; ancestor = ancestor.ParentElement, up++, weight /= 2)
                scores[ancestor] = scores.GetValueOrDefault(ancestor) + (score * weight);
        }
        if (scores.Count == 0) return DirectText(page, clutter);
        var best = scores.MaxBy(entry => entry.Value);
        return best.Value >= MinStoryLength ? (best.Key, clutter) : DirectText(page, clutter);
    }

    /// <summary>Stories whose lines are parted by line breaks lie as direct text in one element.</summary>
    private static (IElement, HashSet<IElement>)? DirectText(IElement page, HashSet<IElement> clutter)
    {
        var best = page.QuerySelectorAll("div, article, section, td, main")
            .Where(element => !InClutter(element, clutter))
            .Select(element => (Element: element, Length: element.ChildNodes.OfType<IText>().Sum(text => text.Data.AsSpan().Trim().Length)))
            .OrderByDescending(entry => entry.Length).FirstOrDefault();
        return best.Length >= MinStoryLength ? (best.Element, clutter) : null;
    }

    private static bool InClutter(IElement element, HashSet<IElement> clutter)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (clutter.Contains(at)) return true;
        }
        return false;
    }
}
