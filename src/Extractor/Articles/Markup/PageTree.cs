using AngleSharp.Dom;

namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>One node of a page: an element or a text.</summary>
/// <param name="Element">The element of the DOM, or null where the node is a text.</param>
/// <param name="Text">The text, or null where the node is an element.</param>
/// <param name="Parent">The place of the parent; -1 for the root.</param>
/// <param name="Kind">What the element is to the text; <see cref="TagKind.Inline"/> for a text.</param>
/// <param name="Names">What its class and id say, or null where it has neither.</param>
/// <param name="IsHidden">Whether its own attributes keep it from being shown.</param>
internal readonly record struct PageNode(IElement? Element, string? Text, int Parent, TagKind Kind, NameTraits? Names, bool IsHidden);

/// <summary>
/// A page's DOM as one list in document order, so that a subtree is a range and every walk is a loop: depth costs memory, never the stack.
/// </summary>
internal sealed class PageTree
{
    private readonly List<PageNode> nodes = [];
    private readonly List<int> ends = [];
    private readonly Dictionary<string, NameTraits> traitsOfClass = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Class, string Id), NameTraits> traits = [];
    private readonly Dictionary<string, List<NameTraits>> byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TagKind Kind, List<int> Places)> byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byId = new(StringComparer.Ordinal);
    private readonly List<int> microdata = [];

    /// <summary>Lists the nodes of a document.</summary>
    public PageTree(IDocument document)
    {
        Document = document;
        var open = new Stack<(INode Node, int Parent)>();
        if (document.DocumentElement is { } root) open.Push((root, -1));
        while (open.TryPop(out var next))
        {
            if (next.Node.NodeType == NodeType.Text)
            {
                Add(new PageNode(null, ((IText)next.Node).Data, next.Parent, TagKind.Inline, null, false));
                continue;
            }
            var element = (IElement)next.Node;
            Add(element, next.Parent);
            // A drawing holds no text, and often more elements than the page.
            if (element.LocalName is "svg") continue;
            var (place, children) = (nodes.Count - 1, element.ChildNodes);
            for (var i = children.Length - 1; i >= 0; i--)
            {
                if (children[i] is { NodeType: NodeType.Text or NodeType.Element } child) open.Push((child, place));
            }
        }
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            if (ends[nodes[i].Parent] < ends[i]) ends[nodes[i].Parent] = ends[i];
        }
    }

    /// <summary>The document itself.</summary>
    public IDocument Document { get; }

    /// <summary>How many nodes there are.</summary>
    public int Count => nodes.Count;

    /// <summary>The node at a place.</summary>
    public PageNode this[int at] => nodes[at];

    /// <summary>One past the last node of the subtree that begins at a place.</summary>
    public int End(int at) => ends[at];

    /// <summary>Whether the second node lies in the subtree of the first, or is it.</summary>
    public bool Holds(int outer, int inner) => inner >= outer && inner < ends[outer];

    /// <summary>The elements of one tag name, in document order.</summary>
    public IReadOnlyList<int> Tagged(string name) => byTag.TryGetValue(name, out var tag) ? tag.Places : [];

    /// <summary>The elements that bear a class, in document order.</summary>
    public IEnumerable<int> Classed(string name) =>
        byClass.TryGetValue(name, out var groups) ? groups.Count == 1 ? groups[0].Places : groups.SelectMany(group => group.Places).Order() : [];

    /// <summary>The elements that bear an id, in document order.</summary>
    public IReadOnlyList<int> WithId(string id) => byId.TryGetValue(id, out var places) ? places : [];

    /// <summary>The elements that bear an <c>itemprop</c>, in document order.</summary>
    public IReadOnlyList<int> Microdata => microdata;

    /// <summary>Whether an element is the first among the elements of its parent.</summary>
    public bool IsFirstElement(int at)
    {
        for (var i = nodes[at].Parent + 1; i < at; i = ends[i])
        {
            if (nodes[i].Element is not null) return false;
        }
        return true;
    }

    /// <summary>The attribute of the element at a place, or null.</summary>
    public string? Attribute(int at, string name) => nodes[at].Element?.GetAttribute(name);

    private void Add(PageNode node)
    {
        nodes.Add(node);
        ends.Add(nodes.Count);
    }

    private void Add(IElement element, int parent)
    {
        var name = element.LocalName;
        if (!byTag.TryGetValue(name, out var tag)) byTag.Add(name, tag = (TagKinds.Of(name), []));
        tag.Places.Add(nodes.Count);
        var kind = tag.Kind;
        var (classes, id, hidden) = ("", "", false);
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is not { } attribute) continue;
            switch (attribute.Name)
            {
                case "class": classes = attribute.Value; break;
                case "id": id = attribute.Value; break;
                case "itemprop": microdata.Add(nodes.Count); break;
                case "hidden": hidden |= !attribute.Value.Equals("until-found", StringComparison.OrdinalIgnoreCase); break;
                case "aria-hidden": hidden |= attribute.Value == "true"; break;
                case "style": hidden |= IsHiding(attribute.Value); break;
                case "role" when attribute.Value is "navigation" or "complementary" or "contentinfo" or "search" or "dialog" or "alertdialog" or "menu" or "menubar" or "toolbar" or "tooltip" or "banner":
                    kind |= TagKind.Aside;
                    break;
            }
        }
        if (id.Length > 0)
        {
            if (!byId.TryGetValue(id, out var places)) byId.Add(id, places = []);
            places.Add(nodes.Count);
        }
        Add(new PageNode(element, null, parent, kind, classes.Length + id.Length > 0 ? Named(classes, id) : null, hidden));
    }

    private NameTraits Named(string classes, string id)
    {
        if (!(id.Length == 0 ? traitsOfClass.TryGetValue(classes, out var names) : traits.TryGetValue((classes, id), out names)))
        {
            names = new(classes, id);
            if (id.Length == 0) traitsOfClass.Add(classes, names);
            else traits.Add((classes, id), names);
            foreach (var name in names.Classes.Distinct())
            {
                if (!byClass.TryGetValue(name, out var groups)) byClass.Add(name, groups = []);
                groups.Add(names);
            }
        }
        names!.Places.Add(nodes.Count);
        return names;
    }

    private static bool IsHiding(string style)
    {
        for (var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase); at >= 0; at = style.IndexOf("display", at + 7, StringComparison.OrdinalIgnoreCase))
        {
            if (style.AsSpan(at + 7).TrimStart() is [':', .. var value] && value.TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
