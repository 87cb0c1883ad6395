using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles.Body;

/// <summary>Marks what inside a story's element is not of the story though its names do not say so: boxes of links and teasers, sections of the page, scraps at either end.</summary>
internal sealed class StoryTrim
{
    /// <summary>A box with more of the story's prose than this is the story.</summary>
    private const double BoxShare = 0.3;

    /// <summary>Shorter lines without a stop are scraps where they stand before or behind the prose; characters without white space.</summary>
    private const int ScrapLength = 40;

    /// <summary>More text than this behind the last prose, links aside, is a list that belongs to the story; characters without white space.</summary>
    private const int MaxTail = 200;

    private readonly PageTree tree;
    private readonly int root;
    private readonly bool[] without;
    private readonly List<TextBlock> story;
    private readonly int[] length, linked, prose, linkBlocks, lines, count;

    private StoryTrim(PageTree tree, int root, List<TextBlock> story, bool[] without)
    {
        (this.tree, this.root, this.without) = (tree, root, without);
        this.story = [.. story.Where(block => tree.Holds(root, block.Start))];
        length = Clutter.Prefix(tree, story, block => block.Length);
        linked = Clutter.Prefix(tree, story, block => block.LinkLength);
        prose = Clutter.Prefix(tree, story, block => block.IsProse ? block.Length : 0);
        lines = Clutter.Prefix(tree, story, block => block.LinkShare <= 0.8 && block.Length > ScrapLength ? 1 : 0);
        count = Clutter.Prefix(tree, story, _ => 1);
        linkBlocks = Clutter.Prefix(tree, story, block => block.LinkShare > 0.8 ? 1 : 0);
    }

    /// <summary>Adds marks to <paramref name="without"/>.</summary>
    public static void Mark(PageTree tree, int root, List<TextBlock> story, bool[] without)
    {
        var trim = new StoryTrim(tree, root, story, without);
        trim.MarkBoxes();
        trim.MarkSections();
        trim.MarkEnds();
    }

    /// <summary>The same for an element known to hold the story and nothing before or behind it.</summary>
    public static void MarkInside(PageTree tree, int root, List<TextBlock> story, bool[] without)
    {
        var trim = new StoryTrim(tree, root, story, without);
        trim.MarkBoxes();
        trim.MarkSections();
    }

    private int Of(int[] sums, int at) => sums[tree.End(at)] - sums[at];

    private bool IsSmall(int at) => Of(prose, at) <= BoxShare * Of(prose, root);

    /// <summary>Boxes that are links for the most part, and boxes of teasers: linked headings with a line of prose each.</summary>
    private void MarkBoxes()
    {
        for (var at = root + 1; at < tree.End(root); at++)
        {
            if (without[at])
            {
                at = tree.End(at) - 1;
                continue;
            }
            var node = tree[at];
            if (node.Element is null || (node.Kind & TagKind.Block) == 0 || Of(length, at) is 0 and var all) continue;
            all = Of(length, at);
            var links = Of(linked, at);
            var isParagraph = (node.Kind & (TagKind.Heading | TagKind.Item | TagKind.Paragraph)) != 0;
            if (isParagraph ? links >= 0.9 * all && (node.Kind & TagKind.Paragraph) != 0 && IsWholeLink(at) : (links >= 0.6 * all && Of(prose, at) == 0) || IsTeasers(at)) without[at] = true;
        }
    }

    /// <summary>A paragraph that is one link and nothing else leads away from the story.</summary>
    private bool IsWholeLink(int at) => Of(linkBlocks, at) == 1;

    private bool IsTeasers(int at) => Of(linkBlocks, at) >= 3 && IsSmall(at) && Of(lines, at) <= 1.5 * Of(linkBlocks, at);

    /// <summary>A line such as «بیشتر بخوانید» or "Most read" takes with it the box that it opens.</summary>
    private void MarkSections()
    {
        foreach (var block in story)
        {
            if (block.Length > ScrapLength || without[block.Start]) continue;
            var line = string.Join(' ', BlockText.Lines(tree, block.Holder));
            if (!line.Any(char.IsLetter) || Boilerplate.RoleOf(line) is not (LineRole.Cut or LineRole.Drop)) continue;
            var box = block.Holder;
            while (tree[box].Parent is var up && up > root && IsSmall(up) && count[block.Start] == count[up]) box = up;
            without[box] = true;
        }
    }

    /// <summary>Scraps before the first and behind the last line of prose: share buttons, section names, signatures of the page.</summary>
    private void MarkEnds()
    {
        var visible = GenericBody.Visible(tree, story, without);
        var first = visible.FindIndex(block => block.IsProse);
        var last = visible.FindLastIndex(block => block.IsProse);
        // A story may end in a list; only a short tail is made of scraps.
        var isListed = visible.Skip(last + 1).Where(block => block.LinkShare <= 0.5).Sum(block => block.Length) >= MaxTail;
        for (var i = 0; i < visible.Count; i++)
        {
            if ((i < first || (i > last && !(isListed && visible[i].LinkShare <= 0.5))) && IsScrap(visible[i], visible[Math.Clamp(i, first, last)])) without[visible[i].Start] = true;
        }
    }

    private bool IsScrap(TextBlock block, TextBlock nearest) =>
        block.Length < ScrapLength && block.Stops == 0 && (block.LinkShare > 0.5 || tree[block.Holder].Parent != tree[nearest.Holder].Parent) && !IsCellBeside(block, nearest);

    /// <summary>A cell of a table that stands beside the story's paragraphs is part of it.</summary>
    private bool IsCellBeside(TextBlock block, TextBlock nearest)
    {
        if ((tree[block.Holder].Kind & TagKind.Cell) == 0) return false;
        for (var at = tree[block.Holder].Parent; at > root; at = tree[at].Parent)
        {
            if (tree[at].Element?.LocalName == "table") return tree.Holds(tree[at].Parent, nearest.Holder);
        }
        return false;
    }
}
