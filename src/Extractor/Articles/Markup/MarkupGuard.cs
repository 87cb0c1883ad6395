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

    /// <summary>The page, without the text of its scripts, where it is like other pages, else the same text in markup that can be parsed in linear time.</summary>
    /// <param name="html">The page.</param>
    /// <param name="bounded">Whether its tags had to be written anew.</param>
    public static string Bound(string html, out bool bounded)
    {
        var (isDeep, isWide, scripts) = Measure(html);
        bounded = isDeep || isWide;
        html = Without(html, scripts);
        if (isDeep) html = Shallow(html);
        return isWide ? Narrow(html) : html;
    }

    /// <summary>Counts tags that are left open, and attributes in a tag, and finds the text of scripts that say nothing of the article.</summary>
    private static (bool IsDeep, bool IsWide, List<Range> Scripts) Measure(string html)
    {
        var (depth, formatting, isDeep, isWide) = (0, 0, false, false);
        var (scripts, isPlain) = (new List<Range>(), true);
        foreach (var tag in new TagScanner(html))
        {
            isWide |= tag.Spaces > 4 * MaxAttributes;
            if (tag.Bearing == Bearing.Void) continue;
            depth = Math.Max(0, depth + (tag.Closes ? -1 : 1));
            if (tag.Bearing == Bearing.Formatting) formatting = Math.Max(0, formatting + (tag.Closes ? -1 : 1));
            isDeep |= depth > 4 * MaxDepth || formatting > MaxDepth;
            if (tag.Bearing != Bearing.Script || tag.ContentEnd == tag.End) continue;
            var content = html.AsSpan(tag.End, tag.ContentEnd - tag.End);
            // «<!-- <script>» within a script hides the next end tag (HTML, 13.2.5.27): from there on this walk and the parser may differ.
            isPlain &= !(content.IndexOf("<!--") is var comment and >= 0 && content[comment..].Contains("<script", StringComparison.OrdinalIgnoreCase));
            if (isPlain && !IsLinkedData(html.AsSpan(tag.Start, tag.End - tag.Start))) scripts.Add(tag.End..tag.ContentEnd);
        }
        return (isDeep, isWide, scripts);
    }

    /// <summary>Some servers write <c>application/ld&amp;#x2B;json</c>.</summary>
    private static bool IsLinkedData(ReadOnlySpan<char> tag) => tag.Contains("json", StringComparison.OrdinalIgnoreCase) && !tag.Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private static string Without(string html, List<Range> parts)
    {
        if (parts.Count == 0) return html;
        var length = html.Length - parts.Sum(part => part.End.Value - part.Start.Value);
        return string.Create(length, (html, parts), static (kept, page) =>
        {
            var at = 0;
            foreach (var part in page.parts)
            {
                page.html.AsSpan(at..part.Start).CopyTo(kept);
                kept = kept[(part.Start.Value - at)..];
                at = part.End.Value;
            }
            page.html.AsSpan(at).CopyTo(kept);
        });
    }

    /// <summary>The page without the tags that lie too deep; the text between them stays, block tags leave a line break.</summary>
    private static string Shallow(string html)
    {
        var (written, open, kept, formatting, copied) = (new StringBuilder(html.Length), new Stack<bool>(), 0, 0, 0);
        foreach (var tag in new TagScanner(html))
        {
            if (tag.Bearing == Bearing.Void) continue;
            var isFormatting = tag.Bearing == Bearing.Formatting;
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
                if (!HtmlNode.IsEmptyElement(node.Name)) open.Push((null, $"</{node.Name}>", 0));
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
}
