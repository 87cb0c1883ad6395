using System.Net;

namespace NewsMiner.Crawler.Discovery;

internal enum MarkupKind { Start, End, Text }

/// <summary>
/// Cuts XML into tags and text without asking that it be well-formed: feeds with bare ampersands, tags never closed,
/// or rubbish before the first line are common.
/// </summary>
internal ref struct MarkupScanner(string text)
{
    private int position;
    private bool closesItself;

    public MarkupKind Kind { get; private set; }

    /// <summary>The tag's name in lower case, without its prefix where that is <c>rss</c> or <c>atom</c>; "" for text.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The text, entities resolved, or the inside of a tag.</summary>
    public string Content { get; private set; } = "";

    public bool Read()
    {
        if (closesItself)
        {
            closesItself = false;
            Kind = MarkupKind.End;
            return true;
        }
        while (position < text.Length)
        {
            if (text[position] != '<')
            {
                var end = text.IndexOf('<', position);
                if (end < 0) end = text.Length;
                (Kind, Name, Content) = (MarkupKind.Text, "", WebUtility.HtmlDecode(text[position..end]));
                position = end;
                return true;
            }
            if (At("<![CDATA["))
            {
                (Kind, Name, Content) = (MarkupKind.Text, "", Skip(9, "]]>"));
                return true;
            }
            if (At("<!--")) Skip(4, "-->");
            else if (At("<?")) Skip(2, "?>");
            else if (At("<!")) Skip(2, ">");
            else return ReadTag();
        }
        return false;
    }

    /// <summary>The value of an attribute of the current tag, or null.</summary>
    public readonly string? Attribute(string name)
    {
        for (var at = Content.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = Content.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = Content.AsSpan(at + name.Length).TrimStart();
            if ((at > 0 && !char.IsWhiteSpace(Content[at - 1])) || rest is not ['=', ..]) continue;
            rest = rest[1..].TrimStart();
            var quoted = rest is ['"' or '\'', ..];
            var value = quoted ? rest[1..] : rest;
            var end = quoted ? value.IndexOf(rest[0]) : value.IndexOfAny(' ', '\t', '\n');
            return WebUtility.HtmlDecode((end < 0 ? value : value[..end]).ToString());
        }
        return null;
    }

    private bool ReadTag()
    {
        var end = text.IndexOf('>', position);
        if (end < 0) end = text.Length;
        var inside = text[(position + 1)..end];
        position = Math.Min(end + 1, text.Length);
        Kind = inside is ['/', ..] ? MarkupKind.End : MarkupKind.Start;
        if (Kind == MarkupKind.End) inside = inside[1..];
        else if (inside is [.., '/']) (inside, closesItself) = (inside[..^1], true);
        var length = inside.AsSpan().IndexOfAny(" \t\r\n");
        var name = (length < 0 ? inside : inside[..length]).ToLowerInvariant();
        Name = name.StartsWith("atom:", StringComparison.Ordinal) || name.StartsWith("rss:", StringComparison.Ordinal) ? name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..] : name;
        Content = length < 0 ? "" : inside[length..];
        return true;
    }

    private readonly bool At(string word) => string.CompareOrdinal(text, position, word, 0, word.Length) == 0;

    private string Skip(int opening, string closing)
    {
        var from = position + opening;
        var end = text.IndexOf(closing, from, StringComparison.Ordinal);
        position = end < 0 ? text.Length : end + closing.Length;
        return text[from..(end < 0 ? text.Length : end)];
    }
}
