using System.Text;
using HtmlAgilityPack;

namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>
/// Makes markup safe to parse. The HTML standard's tree construction is quadratic in open elements, and in the attributes of one tag, so a page of a
/// hundred thousand unclosed tags would take minutes. Tags nested too deep are dropped first, as browsers bound their depth; a page with tags of
/// hundreds of attributes is read by HtmlAgilityPack, which applies none of the standard's checks to them, and written anew with the few that say something.
/// </summary>
internal static class MarkupGuard
{
    /// <summary>Deeper elements lose their tags and keep their text; browsers stop at 512.</summary>
    public const int MaxDepth = 400;

    /// <summary>More attributes than this on a tag are not looked at.</summary>
    public const int MaxAttributes = 64;

    private static readonly string[] Kept = ["class", "id", "href", "src", "content", "name", "property", "itemprop", "datetime", "rel", "type", "value", "lang", "dir", "style", "hidden", "role", "title"];

    /// <summary>More formatting elements open at a time than this are dropped: each is opened again in every paragraph that follows.</summary>
    private const int MaxFormatting = 24;

    /// <summary>The page itself where it is like other pages, else the same text in markup that can be parsed in linear time.</summary>
    /// <param name="html">The page.</param>
    /// <param name="bounded">Whether it had to be written anew.</param>
    public static string Bound(string html, out bool bounded)
    {
        var (isDeep, isWide) = Measure(html);
        bounded = isDeep || isWide;
        if (isDeep) html = Shallow(html);
        return isWide ? Narrow(html) : html;
    }

    /// <summary>Counts tags that are left open, and attributes in a tag, without building anything.</summary>
    private static (bool IsDeep, bool IsWide) Measure(string html)
    {
        var (depth, formatting, isDeep, isWide) = (0, 0, false, false);
        foreach (var tag in Tags(html))
        {
            isWide |= tag.IsWide;
            var name = html.AsSpan(tag.Name);
            if (IsVoid(name)) continue;
            depth = Math.Max(0, depth + (tag.Closes ? -1 : 1));
            if (IsFormatting(name)) formatting = Math.Max(0, formatting + (tag.Closes ? -1 : 1));
            isDeep |= depth > 4 * MaxDepth || formatting > MaxDepth;
        }
        return (isDeep, isWide);
    }

    private static IEnumerable<(int Start, int End, Range Name, bool Closes, bool IsWide)> Tags(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length;)
        {
            var closes = html[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < html.Length && end - start < 16 && char.IsAsciiLetterOrDigit(html[end])) end++;
            if (end == start)
            {
                at = html.IndexOf('<', at + 1);
                continue;
            }
            var close = Close(html, end, out var spaces);
            yield return (at, close, start..end, closes, spaces > 4 * MaxAttributes);
            var next = close;
            if (!closes && IsRaw(html.AsSpan(start, end - start)) && html.IndexOf("</" + html[start..end], close, StringComparison.OrdinalIgnoreCase) is var raw && raw > 0) next = raw;
            at = next < html.Length ? html.IndexOf('<', next) : -1;
        }
    }

    /// <summary>One past the tag's end; counts its white space outside of quotes.</summary>
    private static int Close(string html, int at, out int spaces)
    {
        var quote = '\0';
        spaces = 0;
        for (; at < html.Length && (quote != '\0' || html[at] != '>'); at++)
        {
            if (quote != '\0') quote = html[at] == quote ? '\0' : quote;
            else if (html[at] is '"' or '\'') quote = html[at];
            else if (char.IsWhiteSpace(html[at])) spaces++;
        }
        return Math.Min(at + 1, html.Length);
    }

    /// <summary>The page without the tags that lie too deep; the text between them stays, block tags leave a line break.</summary>
    private static string Shallow(string html)
    {
        var (written, open, kept, formatting, copied) = (new StringBuilder(html.Length), new Stack<bool>(), 0, 0, 0);
        foreach (var tag in Tags(html))
        {
            var name = html.AsSpan(tag.Name);
            if (IsVoid(name)) continue;
            var isFormatting = IsFormatting(name);
            var keeps = tag.Closes ? !open.TryPop(out var was) || was : kept < MaxDepth && (!isFormatting || formatting < MaxFormatting);
            if (!tag.Closes) open.Push(keeps);
            if (keeps)
            {
                kept = Math.Max(0, kept + (tag.Closes ? -1 : 1));
                if (isFormatting) formatting = Math.Max(0, formatting + (tag.Closes ? -1 : 1));
                continue;
            }
            written.Append(html, copied, tag.Start - copied);
            if (!tag.Closes && !isFormatting && written.Length > 0 && written[^1] != '>') written.Append("<br>");
            copied = tag.End;
        }
        return written.Append(html, copied, html.Length - copied).ToString();
    }

    private static string Narrow(string html)
    {
        var page = new HtmlDocument { OptionUseIdAttribute = false };
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
