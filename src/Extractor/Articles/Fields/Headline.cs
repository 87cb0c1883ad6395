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

    /// <summary>A shorter heading is in many a title by chance; folded characters.</summary>
    private const int MinRepeated = 12;

    private static readonly string[] Headings = ["h1", "h2", "h3", "h4"];

    /// <summary>Of the headings where the family shows it the one that the page's head repeats; the head's own where the page shows none of it.</summary>
    public static Headline Read(PageTree tree, Family family, PageMeta meta, List<FieldEvidence> evidence)
    {
        var declared = meta.Meta("og:title", "twitter:title", "dc.title") ?? meta.Linked("headline") ?? ("title", tree.Document.Title ?? "");
        var stated = WithoutOutlet(StoryLines.Trim(declared.Value), meta.Meta("og:site_name")?.Value ?? meta.Linked("publisher")?.Value);
        var said = Fold.Key(declared.Value) + "\n" + Fold.Key(tree.Document.Title);
        var seen = Shown(family.Texts(tree, "title"));
        if (seen.Length == 0) seen = Shown(Family.Generic.Texts(tree, "title"));
        var repeated = Repeated(seen, said, 2);
        var best = repeated.Text is not null ? repeated : seen.FirstOrDefault(found => stated.Length == 0 || SharesWords(found.Text, stated));
        // A page may keep the outlet's name in its only h1 and the headline in a lesser heading.
        if (best.Text is null || (declared.Place == "title" && repeated.Text is not null && !Fold.Key(stated).Contains(repeated.Key, StringComparison.Ordinal)))
        {
            var lesser = Repeated(Shown(Headings.SelectMany(tree.Tagged).Select(place => (place, BlockText.OneLine(tree, place)))), said, Math.Max(MinRepeated, (best.Key?.Length ?? 0) + 1));
            if (lesser.Text is not null) (repeated, best) = (lesser, lesser);
        }
        if (best.Text is null)
        {
            evidence.Add(new("title", declared.Place, stated, seen.Length > 0 ? $"«{seen[0].Text}» on the page is another" : null));
            return new(stated, 0);
        }
        var note = repeated.Text is null && stated.Length > 0 ? $"{declared.Place} says «{stated}»" : null;
        evidence.Add(new("title", $"{family.Name} title", best.Text, note));
        return new(StoryLines.Trim(best.Text), best.Place);
    }

    private static (int Place, string Text, string Key)[] Shown(IEnumerable<(int Place, string Text)> found) =>
        [.. found.Where(one => one.Text.Length is > 0 and <= MaxLength).Select(one => (one.Place, one.Text, Fold.Key(one.Text)))];

    /// <summary>The longest that the head repeats.</summary>
    private static (int Place, string Text, string Key) Repeated(IEnumerable<(int Place, string Text, string Key)> seen, string said, int minLength) =>
        seen.Where(found => found.Key.Length >= minLength && said.Contains(found.Key, StringComparison.Ordinal)).OrderByDescending(found => found.Key.Length).FirstOrDefault();

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
