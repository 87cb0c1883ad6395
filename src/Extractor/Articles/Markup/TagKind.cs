using System.Collections.Frozen;

namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>What an element is to the flow of text.</summary>
[Flags]
internal enum TagKind
{
    /// <summary>Runs within a line.</summary>
    Inline = 0,

    /// <summary>Begins and ends a line.</summary>
    Block = 1,

    /// <summary>Holds no text that is shown: scripts, styles, form controls, pictures.</summary>
    Silent = 2,

    /// <summary>A link.</summary>
    Link = 4,

    /// <summary>A heading h1 to h6.</summary>
    Heading = 8,

    /// <summary>A paragraph-like holder of prose.</summary>
    Paragraph = 16,

    /// <summary>A cell of a table: parted from the next by a space.</summary>
    Cell = 32,

    /// <summary>Made for something else than the story by its very name: nav, footer, aside.</summary>
    Aside = 64,

    /// <summary>An item of a list.</summary>
    Item = 128,

    /// <summary>A caption of a picture or table.</summary>
    Caption = 256,

    /// <summary>Keeps its line feeds.</summary>
    Preformatted = 512,

    /// <summary>Emphasis that may stand as a heading when it fills a line.</summary>
    Strong = 1024,
}

/// <summary>Tag names and what they are.</summary>
internal static class TagKinds
{
    private static readonly FrozenDictionary<string, TagKind> Kinds = Table().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an element with this local name is.</summary>
    public static TagKind Of(string name) => Kinds.GetValueOrDefault(name);

    private static Dictionary<string, TagKind> Table()
    {
        var kinds = new Dictionary<string, TagKind>();
        void Add(TagKind kind, params ReadOnlySpan<string> names)
        {
            foreach (var name in names) kinds[name] = kinds.GetValueOrDefault(name) | kind;
        }
        Add(TagKind.Block, "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
            "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul");
        Add(TagKind.Silent, "applet", "audio", "base", "button", "canvas", "datalist", "embed", "head", "iframe", "img", "input", "link", "map", "math", "meta", "meter", "noembed", "noframes", "noscript",
            "object", "option", "param", "picture", "progress", "rp", "rt", "script", "select", "source", "style", "svg", "template", "textarea", "title", "track", "video");
        Add(TagKind.Link, "a");
        Add(TagKind.Heading, "h1", "h2", "h3", "h4", "h5", "h6");
        Add(TagKind.Paragraph, "p", "pre", "blockquote");
        Add(TagKind.Cell, "td", "th");
        Add(TagKind.Aside, "nav", "footer", "aside", "dialog", "menu");
        Add(TagKind.Item, "li", "dd", "dt");
        Add(TagKind.Caption, "figcaption", "caption");
        Add(TagKind.Preformatted, "pre");
        Add(TagKind.Strong, "strong", "b");
        return kinds;
    }
}
