using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles.Body;

/// <summary>Marks what inside a story's element is not of the story though its names do not say so: boxes and lists of links, headings of nothing.</summary>
internal static class StoryTrim
{
    /// <summary>Adds marks to <paramref name="without"/>.</summary>
    public static void Mark(PageTree tree, int root, List<TextBlock> story, bool[] without)
    {
        var length = Clutter.Prefix(tree, story, block => block.Length);
        var linked = Clutter.Prefix(tree, story, block => block.LinkLength);
        var prose = Clutter.Prefix(tree, story, block => block.IsProse ? 1 : 0);
        for (var at = root + 1; at < tree.End(root); at++)
        {
            if (without[at])
            {
                at = tree.End(at) - 1;
                continue;
            }
            var node = tree[at];
            if (node.Element is null || (node.Kind & TagKind.Block) == 0) continue;
            var (all, links) = (length[tree.End(at)] - length[at], linked[tree.End(at)] - linked[at]);
            if (all == 0 || prose[tree.End(at)] > prose[at] || links < 0.6 * all) continue;
            if ((node.Kind & (TagKind.Heading | TagKind.Item)) != 0 || (node.Kind & TagKind.Paragraph) != 0 && links < 0.9 * all) continue;
            without[at] = true;
        }
    }
}
