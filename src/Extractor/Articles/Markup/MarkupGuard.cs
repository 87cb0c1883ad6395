using System.Text;
using HtmlAgilityPack;

namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>
/// Makes markup safe to parse. The HTML standard's tree construction is quadratic in open elements and in the attributes of one tag, so a page of a
/// hundred thousand unclosed tags, or a million attributes, would take minutes. Such pages are first read by HtmlAgilityPack, whose parser knows nothing
/// of scopes and is linear, and written anew with bounded depth and attributes, as browsers bound the depth of theirs.
/// </summary>
internal static class MarkupGuard
{
    /// <summary>Deeper elements lose their tags and keep their text; browsers stop at 512.</summary>
    public const int MaxDepth = 400;

    /// <summary>More attributes than this on a tag are not looked at.</summary>
    public const int MaxAttributes = 64;

    private static readonly string[] Kept = ["class", "id", "href", "src", "content", "name", "property", "itemprop", "datetime", "rel", "type", "value", "lang", "dir", "style", "hidden", "role", "title"];

    /// <summary>The page itself where it is like other pages, else the same text in markup that can be parsed in linear time.</summary>
    /// <param name="html">The page.</param>
    /// <param name="flattened">Whether it had to be written anew.</param>
    public static string Bound(string html, out bool flattened)
    {
        flattened = IsExtreme(html);
        return flattened ? Flatten(html) : html;
    }

    /// <summary>Counts tags that are left open, and attributes in a tag, without building anything.</summary>
    private static bool IsExtreme(string html)
    {
        var (depth, formatting) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < html.Length && end - start < 12 && char.IsAsciiLetterOrDigit(html[end])) end++;
            if (end == start) continue;
            var name = html.AsSpan(start, end - start);
            if (IsRaw(name) && !closes)
            {
                at = Math.Max(at, html.IndexOf("</" + name.ToString(), end, StringComparison.OrdinalIgnoreCase) - 1);
                continue;
            }
            if (!closes && HasTooManyAttributes(html, end)) return true;
            if (IsVoid(name)) continue;
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            if (IsFormatting(name)) formatting = Math.Max(0, formatting + (closes ? -1 : 1));
            // Each open formatting element is opened again in every paragraph that follows.
            if (depth > 4 * MaxDepth || formatting > MaxDepth) return true;
        }
        return false;
    }

    private static bool HasTooManyAttributes(string html, int at)
    {
        var (count, quote) = (0, '\0');
        for (; at < html.Length && (quote != '\0' || html[at] != '>'); at++)
        {
            if (quote != '\0') quote = html[at] == quote ? '\0' : quote;
            else if (html[at] is '"' or '\'') quote = html[at];
            else if (char.IsWhiteSpace(html[at]) && ++count > 4 * MaxAttributes) return true;
        }
        return false;
    }

    private static string Flatten(string html)
    {
        var page = new HtmlDocument { OptionMaxNestedChildNodes = 0, OptionUseIdAttribute = false };
        page.LoadHtml(html);
        var written = new StringBuilder(html.Length);
        var open = new Stack<(HtmlNode? Node, string? End, int Depth)>();
        open.Push((page.DocumentNode, null, 0));
        while (open.TryPop(out var next))
        {
            if (next.Node is not { } node)
            {
                written.Append(next.End);
                continue;
            }
            if (node.NodeType == HtmlNodeType.Text) written.Append(((HtmlTextNode)node).Text);
            if (node.NodeType is HtmlNodeType.Text or HtmlNodeType.Comment) continue;
            var kept = node.NodeType == HtmlNodeType.Element && next.Depth < MaxDepth && IsName(node.Name);
            if (kept)
            {
                WriteTag(written, node);
                if (!IsVoid(node.Name)) open.Push((null, $"</{node.Name}>", 0));
            }
            else if (TagKinds.Of(node.Name) == TagKind.Block)
            {
                written.Append("<br>");
            }
            for (var child = node.LastChild; child is not null; child = child.PreviousSibling) open.Push((child, null, next.Depth + (kept ? 1 : 0)));
        }
        return written.ToString();
    }

    private static void WriteTag(StringBuilder written, HtmlNode node)
    {
        written.Append('<').Append(node.Name);
        foreach (var name in Kept)
        {
            if (node.GetAttributeValue(name, (string?)null!) is { } value) written.Append(' ').Append(name).Append("=\"").Append(value.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }
        written.Append('>');
    }

    private static bool IsName(string name) => name.Length is > 0 and < 30 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsRaw(ReadOnlySpan<char> name) => name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase) || name.Equals("textarea", StringComparison.OrdinalIgnoreCase);

    private static bool IsFormatting(ReadOnlySpan<char> name) => Is(name, "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    /// <summary>Elements that hold nothing, and those whose end tag pages leave out.</summary>
    private static bool IsVoid(ReadOnlySpan<char> name) =>
        Is(name, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "path", "circle", "rect", "use");

    private static bool Is(ReadOnlySpan<char> name, params ReadOnlySpan<string> names)
    {
        foreach (var other in names)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
