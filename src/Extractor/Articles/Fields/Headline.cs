using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>The headline of a page.</summary>
/// <param name="Text">The headline without the outlet's name; "" where the page has none.</param>
/// <param name="Place">The element that shows it; 0 where only the head names it.</param>
internal sealed record Headline(string Text, int Place)
{
    /// <summary>A longer heading is none; UTF-16 units.</summary>
    private const int MaxLength = 400;

    /// <summary>A tail of the head's title longer than this is no outlet's name, unless the page says it is; UTF-16 units.</summary>
    private const int MaxOutlet = 40;

    /// <summary>Of the headings where the family shows it the one that the page's head repeats; the head's own where the page shows none of it.</summary>
    public static Headline Read(PageTree tree, Family family, PageMeta meta, List<FieldEvidence> evidence)
    {
        var declared = meta.Meta("og:title", "twitter:title", "dc.title") ?? meta.Linked("headline") ?? ("title", tree.Document.Title ?? "");
        var stated = WithoutOutlet(StoryLines.Trim(declared.Value), meta.Meta("og:site_name")?.Value ?? meta.Linked("publisher")?.Value);
        var said = Fold.Key(declared.Value) + "\n" + Fold.Key(tree.Document.Title);
        var seen = family.Texts(tree, "title").Where(found => found.Text.Length <= MaxLength).Select(found => (found.Place, found.Text, Key: Fold.Key(found.Text))).ToArray();
        var repeated = seen.Where(found => found.Key.Length > 1 && said.Contains(found.Key, StringComparison.Ordinal)).OrderByDescending(found => found.Key.Length).FirstOrDefault();
        var best = repeated.Text is not null ? repeated : seen.FirstOrDefault(found => stated.Length == 0 || SharesWords(found.Text, stated));
        if (best.Text is null)
        {
            evidence.Add(new("title", declared.Place, stated, seen.Length > 0 ? $"«{seen[0].Text}» on the page is another" : null));
            return new(stated, 0);
        }
        var note = repeated.Text is null && stated.Length > 0 ? $"{declared.Place} says «{stated}»" : null;
        evidence.Add(new("title", $"{family.Name} title", best.Text, note));
        return new(StoryLines.Trim(best.Text), best.Place);
    }

    /// <summary>«Headline - Outlet», «Headline | Outlet», «Outlet | Headline»: the outlet's name is no part of the headline.</summary>
    internal static string WithoutOutlet(string title, string? outlet)
    {
        foreach (var mark in (ReadOnlySpan<string>)[" | ", "|", " » ", " « ", " – ", " — ", " - ", " :: "])
        {
            var (first, last) = (title.IndexOf(mark, StringComparison.Ordinal), title.LastIndexOf(mark, StringComparison.Ordinal));
            if (last <= 0) continue;
            var (tail, head) = (StoryLines.Trim(title[(last + mark.Length)..]), StoryLines.Trim(title[..first]));
            if (outlet is not null)
            {
                if (Fold.Key(tail) == Fold.Key(outlet)) return WithoutOutlet(StoryLines.Trim(title[..last]), null);
                if (Fold.Key(head) == Fold.Key(outlet)) return StoryLines.Trim(title[(first + mark.Length)..]);
            }
            if (tail.Length is > 0 and <= MaxOutlet && tail.Length < title.Length - tail.Length - mark.Length) return StoryLines.Trim(title[..last]);
        }
        return title;
    }

    private static bool SharesWords(string seen, string stated)
    {
        var words = stated.Split(' ').Select(word => Fold.Key(word)).Where(word => word.Length > 2).ToHashSet();
        return words.Count == 0 || seen.Split(' ').Any(word => words.Contains(Fold.Key(word)));
    }
}
