using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles.Body;

/// <summary>A story found on a page of unknown markup.</summary>
/// <param name="Root">The element that holds it.</param>
/// <param name="Without">What in it is no part of the story.</param>
/// <param name="Place">How it was found.</param>
/// <param name="IsList">Whether it is a list of other stories: linked headings with a line or two each.</param>
internal sealed record GenericBody(int Root, bool[] Without, string Place, bool IsList)
{
    /// <summary>How a story is found that nothing names.</summary>
    public const string Densest = "densest text";

    /// <summary>Less prose than this is no story; characters without white space.</summary>
    private const int MinStoryLength = 100;

    /// <summary>Elements that are called the story must hold this share of the text found without regard to names.</summary>
    private const double NamedShare = 0.6;

    /// <summary>Finds the story, or null where the page holds none.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="family">Names the elements that are called the story.</param>
    /// <param name="clutter">What stands beside any story, by <see cref="Clutter.Mark"/>.</param>
    /// <param name="story">The blocks outside it.</param>
    public static GenericBody? Find(PageTree tree, Family family, bool[] clutter, List<TextBlock> story)
    {
        var without = (bool[])clutter.Clone();
        var values = new double[tree.Count];
        foreach (var block in story) values[block.Start] += Value(block);
        for (var i = tree.Count - 1; i > 0; i--) values[tree[i].Parent] += values[i];
        var best = 0;
        for (var i = 1; i < tree.Count; i++)
        {
            if (tree[i].Element is not null && (tree[i].Kind & TagKind.Block | tree[i].Kind & TagKind.Cell) != 0 && values[i] >= values[best]) best = i;
        }
        if (values[best] < MinStoryLength) return null;
        var (root, place) = (best, Densest);
        foreach (var named in family.FindEach(tree, "body"))
        {
            var parts = Parts(tree, named, values);
            if (parts.Count == 0 || parts.Sum(part => values[part]) < NamedShare * values[best]) continue;
            (root, place) = (Common(tree, parts), "named as the story");
            // What lies between the parts of a story is no part of it.
            foreach (var block in story.Where(block => tree.Holds(root, block.Start) && !parts.Exists(part => tree.Holds(part, block.Start)))) without[block.Start] = true;
            story = Visible(tree, story, without);
            break;
        }
        var isList = IsListOfStories(tree, root, story);
        StoryTrim.Mark(tree, root, story, without);
        return new(root, without, place, isList);
    }

    /// <summary>At least five lines that are links of a heading's length, and hardly more prose than those.</summary>
    private static bool IsListOfStories(PageTree tree, int root, List<TextBlock> story)
    {
        var (links, prose) = (0, 0);
        foreach (var block in story)
        {
            if (!tree.Holds(root, block.Start)) continue;
            if (block.LinkShare > 0.8 && block.Length >= 20) links++;
            else if (block.IsProse) prose++;
        }
        return links >= 5 && prose <= 1.2 * links;
    }

    /// <summary>The outermost of the elements, up to where a headline begins another story.</summary>
    private static List<int> Parts(PageTree tree, IEnumerable<int> named, double[] values)
    {
        var parts = new List<int>();
        var headlines = tree.Tagged("h1");
        foreach (var place in named)
        {
            if (values[place] <= 0) continue;
            if (parts.Count > 0 && (place < tree.End(parts[^1]) || headlines.Any(headline => headline >= tree.End(parts[^1]) && headline < place))) continue;
            if (parts.Count > 0 && Article(tree, place) != Article(tree, parts[0])) break;
            parts.Add(place);
        }
        return parts;
    }

    private static int Article(PageTree tree, int place)
    {
        for (; place >= 0; place = tree[place].Parent)
        {
            if (tree[place].Element?.LocalName == "article") return place;
        }
        return -1;
    }

    private static int Common(PageTree tree, List<int> parts)
    {
        var root = parts[0];
        while (!tree.Holds(root, parts[^1])) root = tree[root].Parent;
        return root;
    }

    /// <summary>The blocks outside everything marked.</summary>
    public static List<TextBlock> Visible(PageTree tree, List<TextBlock> blocks, bool[] without)
    {
        var visible = new List<TextBlock>();
        var hiddenUntil = 0;
        var at = 0;
        foreach (var block in blocks)
        {
            for (; at <= block.Start; at++)
            {
                if (without[at]) hiddenUntil = Math.Max(hiddenUntil, tree.End(at));
            }
            if (block.Start >= hiddenUntil) visible.Add(block);
        }
        return visible;
    }

    /// <summary>What a block says for (prose) or against (links, scraps) its holder being the story.</summary>
    private static double Value(TextBlock block) =>
        block.IsProse ? block.Length * (1 - block.LinkShare)
        : block.LinkShare >= 0.4 ? -block.LinkLength - 5
        : block.Length >= 25 && block.Stops > 0 ? 0.5 * block.Length
        : -1;
}
