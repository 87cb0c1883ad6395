using System.Buffers;
using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>Says why a page is no article: by signs in its markup (a browser check), its address (the site's root), its title (not found), and what it holds.</summary>
internal static class PageKind
{
    /// <summary>A page that says of itself it is missing, or under check, has no more text than this; UTF-16 units.</summary>
    private const int MaxNotice = 700;

    /// <summary>A page that calls itself an article and has this much text is believed; UTF-16 units.</summary>
    private const int MinStory = 100;

    private static readonly IReadOnlyList<(string Kind, string How, string Words)> Signs = [.. LanguageTable.Read("Articles/page-kinds.tsv")
        .Select(row => row[1] is "markup" or "title" or "body" or "class" ? (row[0], row[1], row[1] is "title" or "body" ? Fold.Key(row[2]) : row[2]) : throw row.Bad($"'{row[1]}' is none of markup, title, body, class"))];

    private static readonly SearchValues<string> MarkupSigns = SearchValues.Create([.. Signs.Where(sign => sign.How == "markup").Select(sign => sign.Words)], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Roots = ["/", "/fa", "/en", "/ar", "/home", "/index", "/default", "/main", "/fa/home", "/fa/index"];

    /// <summary>The reason, or null where nothing speaks against an article.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="html">Its markup.</param>
    /// <param name="url">Its address.</param>
    /// <param name="title">Its headline.</param>
    /// <param name="meta">What its head says.</param>
    /// <param name="body">The lines of the story, empty where none was found.</param>
    public static ReadResult.NotAnArticle? Reason(PageTree tree, string html, Uri url, string title, PageMeta meta, BodyFound body)
    {
        var length = body.Lines.Sum(line => line.Length);
        var isNotice = length < MaxNotice;
        // A short story may well be about a child who «پیدا نشد».
        var tellsAStory = meta.IsArticle && length >= MinStory;
        var key = Fold.Key(title.Length > 0 ? title : tree.Document.Title);
        var bodyClasses = tree.Tagged("body").Select(place => tree[place].Names?.Classes ?? []).FirstOrDefault() ?? [];
        var hasMarkupSign = isNotice && html.AsSpan().ContainsAny(MarkupSigns);
        var said = isNotice ? Fold.Key(string.Concat(body.Lines.Take(8))) : "";
        foreach (var (kind, how, words) in Signs)
        {
            var fits = how switch
            {
                "markup" => hasMarkupSign && html.Contains(words, StringComparison.OrdinalIgnoreCase),
                "title" => isNotice && !tellsAStory && Says(key, words),
                "body" => isNotice && !tellsAStory && said.Contains(words, StringComparison.Ordinal),
                _ => bodyClasses.Contains(words) && !meta.IsArticle,
            };
            if (fits) return new(kind, $"its {how} says «{words}»");
        }
        if (IsRoot(url)) return new("home", "its address is the site's root");
        if (body.IsList) return new("list", "its story is a list of links to others");
        if (length > 0 && meta.Meta("og:type")?.Value is "website" && !meta.IsArticle && body.Lines.Count(line => line.Length >= 100) < 2 && length < 400) return new("list", "og:type is website and hardly any story stands on it");
        return length > 0 ? null : Empty(tree);
    }

    private static ReadResult.NotAnArticle Empty(PageTree tree)
    {
        if (tree.Tagged("input").Any(place => tree.Attribute(place, "type") == "password")) return new("login", "it asks for a password and holds no story");
        if (tree.Tagged("video").Count + tree.Tagged("audio").Count > 0 || tree.Tagged("iframe").Any(place => tree.Attribute(place, "src") is { } src && src.Contains("video", StringComparison.OrdinalIgnoreCase))) return new("video", "it holds a recording and no story");
        if (tree.Tagged("img").Count > 8) return new("gallery", "it holds pictures and no story");
        return tree.Tagged("a").Count > 15 ? new("list", "it holds links and no story") : new("empty", "no story stands on it");
    }

    /// <summary>Whether the words stand in the title; a number only by itself: «404» is not said by «بودجه 1404».</summary>
    private static bool Says(string title, string words)
    {
        for (var at = title.IndexOf(words, StringComparison.Ordinal); at >= 0; at = title.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if (!(at > 0 && char.IsDigit(words[0]) && char.IsDigit(title[at - 1])) && !(end < title.Length && char.IsDigit(words[^1]) && char.IsDigit(title[end]))) return true;
        }
        return false;
    }

    private static bool IsRoot(Uri url)
    {
        if (url.Scheme is not ("http" or "https")) return false;
        var path = url.AbsolutePath.TrimEnd('/').ToLowerInvariant();
        if (path.LastIndexOf('.') is var dot && dot > 0 && path[(dot + 1)..] is "html" or "htm" or "php" or "aspx" or "jsp" or "asp") path = path[..dot];
        return url.Query.Length == 0 && (path.Length == 0 || Roots.Contains(path));
    }
}

/// <summary>The story's lines and where they were found.</summary>
/// <param name="Lines">The lines; none where no story stands on the page.</param>
/// <param name="IsList">Whether most of it leads to other stories.</param>
internal sealed record BodyFound(IReadOnlyList<string> Lines, bool IsList);
