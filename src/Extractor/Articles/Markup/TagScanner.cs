using System.Buffers;

namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>How a tag bears on the depth of a page.</summary>
internal enum Bearing
{
    /// <summary>Opens or closes an element.</summary>
    Nested,

    /// <summary>Opens an element that holds nothing, or one whose end tag pages leave out.</summary>
    Void,

    /// <summary>Emphasis and links: opened again in every paragraph that follows until they are closed.</summary>
    Formatting,

    /// <summary>Scripts and styles: all up to their end tag is text that is never shown.</summary>
    Script,

    /// <summary>Elements whose tags inside are text, up to their end tag.</summary>
    Raw,
}

/// <summary>A tag of a page's markup.</summary>
/// <param name="Start">Where its <c>&lt;</c> stands.</param>
/// <param name="End">One past its <c>&gt;</c>.</param>
/// <param name="ContentEnd">Where the end tag of a script or raw element begins; <paramref name="End"/> for any other tag.</param>
/// <param name="Bearing">What it does to the depth.</param>
/// <param name="Closes">Whether it is an end tag.</param>
/// <param name="Spaces">White space outside of its quotes: as many attributes at most.</param>
internal readonly record struct MarkupTag(int Start, int End, int ContentEnd, Bearing Bearing, bool Closes, int Spaces);

/// <summary>
/// Walks the tags of a page in linear time without building anything; comments and the text of scripts are passed over, quotes count where the
/// standard's tokenizer opens a value (HTML, 13.2.5).
/// </summary>
internal ref struct TagScanner(string html)
{
    /// <summary>No name of an element looked at here is longer.</summary>
    private const int MaxName = 16;

    private static readonly SearchValues<string> CommentEnds = SearchValues.Create(["-->", "--!>"], StringComparison.Ordinal);

    private static readonly Dictionary<string, (Bearing Bearing, SearchValues<string>? End)>.AlternateLookup<ReadOnlySpan<char>> Names = Table().GetAlternateLookup<ReadOnlySpan<char>>();

    private int next;

    /// <summary>The tag found last.</summary>
    public MarkupTag Current { get; private set; }

    /// <summary>The scanner itself: a page is walked once.</summary>
    public readonly TagScanner GetEnumerator() => this;

    /// <summary>Finds the next tag.</summary>
    public bool MoveNext()
    {
        while (next < html.Length && html.IndexOf('<', next) is var start && start >= 0 && start + 1 < html.Length)
        {
            if (html[start + 1] == '!' && html.AsSpan(start + 2).StartsWith("--"))
            {
                next = CommentEnd(start + 4);
                continue;
            }
            var closes = html[start + 1] == '/';
            var name = closes ? start + 2 : start + 1;
            var end = name;
            while (end < html.Length && end - name < MaxName && char.IsAsciiLetterOrDigit(html[end])) end++;
            if (end == name)
            {
                next = start + 1;
                continue;
            }
            Names.TryGetValue(html.AsSpan(name, end - name), out var known);
            var close = Close(end, out var spaces);
            var content = close;
            if (!closes && known.End is not null && html.AsSpan(close).IndexOfAny(known.End) is var length and >= 0) content = close + length;
            Current = new(start, close, content, known.Bearing, closes, spaces);
            next = content;
            return true;
        }
        return false;
    }

    /// <summary>One past a comment's end; the page's where it has none. <paramref name="at"/> stands behind <c>&lt;!--</c>.</summary>
    private readonly int CommentEnd(int at)
    {
        var text = html.AsSpan(at);
        if (text.StartsWith(">")) return at + 1;
        if (text.StartsWith("->")) return at + 2;
        var end = text.IndexOfAny(CommentEnds);
        return end < 0 ? html.Length : at + text[end..].IndexOf('>') + end + 1;
    }

    /// <summary>One past the tag's end.</summary>
    private readonly int Close(int at, out int spaces)
    {
        var opensValue = false;
        spaces = 0;
        for (; at < html.Length && html[at] != '>'; at++)
        {
            var c = html[at];
            if (opensValue && c is '"' or '\'')
            {
                opensValue = false;
                at = html.IndexOf(c, at + 1);
                if (at < 0) return html.Length;
            }
            else if (char.IsWhiteSpace(c)) spaces++;
            else opensValue = c == '=';
        }
        return Math.Min(at + 1, html.Length);
    }

    private static Dictionary<string, (Bearing Bearing, SearchValues<string>? End)> Table()
    {
        var table = new Dictionary<string, (Bearing, SearchValues<string>?)>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in (string[])["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "path", "circle", "rect", "use"])
            table.Add(name, (Bearing.Void, null));
        foreach (var name in (string[])["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]) table.Add(name, (Bearing.Formatting, null));
        foreach (var name in (string[])["script", "style"]) table.Add(name, (Bearing.Script, SearchValues.Create(["</" + name], StringComparison.OrdinalIgnoreCase)));
        foreach (var name in (string[])["textarea", "title", "iframe", "xmp", "noembed", "noframes"]) table.Add(name, (Bearing.Raw, SearchValues.Create(["</" + name], StringComparison.OrdinalIgnoreCase)));
        return table;
    }
}
