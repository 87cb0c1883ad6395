using AngleSharp.Dom;

namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>One node of a page: elements and texts only.</summary>
/// <param name="Node">The node of the DOM.</param>
/// <param name="Parent">The place of the parent; -1 for the root.</param>
/// <param name="Kind">What the element is to the text; <see cref="TagKind.Inline"/> for a text.</param>
/// <param name="Names">What its class and id say, or null where it has neither.</param>
/// <param name="IsHidden">Whether its own attributes keep it from being shown.</param>
internal readonly record struct PageNode(INode Node, int Parent, TagKind Kind, NameTraits? Names, bool IsHidden)
{
    /// <summary>The element, or null where the node is a text.</summary>
    public IElement? Element => Node as IElement;
}

/// <summary>
/// A page's DOM as one list in document order, so that a subtree is a range and every walk is a loop: depth costs memory, never the stack.
/// </summary>
internal sealed class PageTree
{
    private readonly List<PageNode> nodes = [];
    private readonly List<int> ends = [];
    private readonly Dictionary<(string Class, string Id), NameTraits> traits = [];
    private readonly Dictionary<string, List<NameTraits>> byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byTag = new(StringComparer.Ordinal);
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
            if (!Add(next.Node, next.Parent)) continue;
            var (place, children) = (nodes.Count - 1, next.Node.ChildNodes);
            for (var i = children.Length - 1; i >= 0; i--) open.Push((children[i], place));
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
    public IReadOnlyList<int> Tagged(string name) => byTag.TryGetValue(name, out var places) ? places : [];

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

    private bool Add(INode node, int parent)
    {
        if (node is IText)
        {
            nodes.Add(new(node, parent, TagKind.Inline, null, false));
            ends.Add(nodes.Count);
            return true;
        }
        if (node is not IElement element) return false;
        var (tag, kind) = (element.LocalName, TagKinds.Of(element.LocalName));
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
        Index(byTag, tag);
        if (id.Length > 0) Index(byId, id);
        nodes.Add(new(node, parent, kind, classes.Length + id.Length > 0 ? Named(classes, id) : null, hidden));
        ends.Add(nodes.Count);
        return true;
    }

    private void Index(Dictionary<string, List<int>> index, string name)
    {
        if (!index.TryGetValue(name, out var places)) index.Add(name, places = []);
        places.Add(nodes.Count);
    }

    private NameTraits Named(string classes, string id)
    {
        if (!traits.TryGetValue((classes, id), out var names))
        {
            traits.Add((classes, id), names = new(classes, id));
            foreach (var name in names.Classes.Distinct())
            {
                if (!byClass.TryGetValue(name, out var groups)) byClass.Add(name, groups = []);
                groups.Add(names);
            }
        }
        names.Places.Add(nodes.Count);
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
