namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>
/// A CSS selector over a <see cref="PageTree"/>: tags, <c>#id</c>, <c>.class</c>, attribute tests (<c>=</c> <c>~=</c> <c>^=</c> <c>$=</c> <c>*=</c>),
/// <c>:first-child</c>, descendant and child combinators, and lists by comma (Selectors Level 4, sections 3 to 6, 16). Compiled once, it looks only at
/// the elements that bear its last class, id or tag, which is what makes a dozen families cheap to try on each page.
/// </summary>
internal sealed class MarkupSelector
{
    private readonly List<List<Step>> alternatives = [];

    /// <summary>Compiles a selector.</summary>
    /// <exception cref="FormatException">It is none, or says more than is understood here.</exception>
    public MarkupSelector(string text)
    {
        var parser = new SelectorParser(text);
        do alternatives.Add(parser.Complex());
        while (parser.Comma());
    }

    /// <summary>The attributes it tests.</summary>
    public IEnumerable<string> Attributes => alternatives.SelectMany(steps => steps).SelectMany(step => step.Attributes).Select(test => test.Name);

    /// <summary>The places of the elements that fit, alternatives in the order of the list, each in document order.</summary>
    public IEnumerable<int> Find(PageTree tree) => FindEach(tree).SelectMany(places => places);

    /// <summary>What each alternative of the list gives.</summary>
    public IEnumerable<IEnumerable<int>> FindEach(PageTree tree) =>
        alternatives.Select(steps => steps[^1].Candidates(tree).Where(place => Fits(tree, steps, place)));

    /// <summary>The first of <see cref="Find"/>, or null.</summary>
    public int? First(PageTree tree)
    {
        foreach (var place in Find(tree)) return place;
        return null;
    }

    private static bool Fits(PageTree tree, List<Step> steps, int place)
    {
        if (!steps[^1].Fits(tree, place)) return false;
        var at = place;
        for (var i = steps.Count - 2; i >= 0; i--)
        {
            at = tree[at].Parent;
            if (!steps[i + 1].IsChild)
            {
                while (at >= 0 && !steps[i].Fits(tree, at)) at = tree[at].Parent;
            }
            if (at < 0 || !steps[i].Fits(tree, at)) return false;
        }
        return true;
    }

    /// <summary>A test of one attribute; <paramref name="How"/> is '\0' where it need only be there.</summary>
    internal sealed record AttributeTest(string Name, char How, string Value)
    {
        public bool Fits(string? actual) => actual is not null && How switch
        {
            '\0' => true,
            '=' => actual.Equals(Value, StringComparison.OrdinalIgnoreCase),
            '^' => actual.StartsWith(Value, StringComparison.OrdinalIgnoreCase),
            '$' => actual.EndsWith(Value, StringComparison.OrdinalIgnoreCase),
            '*' => actual.Contains(Value, StringComparison.OrdinalIgnoreCase),
            _ => actual.Split(' ').Contains(Value, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>A compound selector, and whether it must be the child of the one before it.</summary>
    internal sealed record Step(string? Tag, string? Id, List<string> Classes, List<AttributeTest> Attributes, bool FirstChild, bool IsChild)
    {
        public IEnumerable<int> Candidates(PageTree tree) =>
            Id is not null ? tree.WithId(Id)
            : Classes.Count > 0 ? tree.Classed(Classes[0])
            : Tag is not null ? tree.Tagged(Tag)
            : Attributes.Exists(test => test.Name == "itemprop") ? tree.Microdata
            : Enumerable.Range(0, tree.Count);

        public bool Fits(PageTree tree, int place)
        {
            var node = tree[place];
            if (node.Element is not { } element) return false;
            if (Tag is not null && element.LocalName != Tag) return false;
            if (Id is not null && node.Names?.Id != Id) return false;
            foreach (var name in Classes)
            {
                if (node.Names is null || !node.Names.Classes.Contains(name)) return false;
            }
            foreach (var test in Attributes)
            {
                if (!test.Fits(element.GetAttribute(test.Name))) return false;
            }
            return !FirstChild || tree.IsFirstElement(place);
        }
    }
}
