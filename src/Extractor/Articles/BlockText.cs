using System.Text;
using AngleSharp.Dom;

namespace NewsMiner.Extractor.Articles;

/// <summary>The text of an element as lines: a block, a list line, a table row or a line break ends one; no words are glued at tag borders.</summary>
internal static class BlockText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "object", "svg", "button", "select", "option", "input", "textarea", "form", "figcaption", "video", "audio", "math",
    };

    /// <summary>The lines of an element that are not empty. Iterative, so that depth costs memory and never the stack.</summary>
    public static List<string> Lines(IElement root, IReadOnlySet<IElement>? without = null)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var open = new Stack<(INode Node, bool Leaving)>();
        open.Push((root, false));
        while (open.TryPop(out var entry))
        {
            switch (entry.Node)
            {
                case IText text:
                    Append(line, text.Data);
                    break;
                case IElement element when entry.Leaving:
                    Break(lines, line);
                    break;
                case IElement element when element == root || (!Hidden.Contains(element.LocalName) && without?.Contains(element) != true && !IsHidden(element)):
                    if (Blocks.Contains(element.LocalName))
                    {
                        Break(lines, line);
                        open.Push((element, true));
                    }
                    else if (element.LocalName is "td" or "th" && line.Length > 0)
                    {
                        line.Append(' ');
                    }
                    for (var child = element.LastChild; child is not null; child = child.PreviousSibling) open.Push((child, false));
                    break;
            }
        }
        Break(lines, line);
        return lines;
    }

    /// <summary>The text of an element on one line.</summary>
    public static string OneLine(IElement element) => string.Join(' ', Lines(element));

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder line, string data)
    {
        foreach (var c in data)
        {
            if (c is '\0') continue;
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
    }

    private static void Break(List<string> lines, StringBuilder line)
    {
        var text = StoryLines.Trim(line.ToString());
        if (text.Length > 0) lines.Add(text);
        line.Clear();
    }
}
