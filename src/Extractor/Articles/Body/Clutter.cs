using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles.Body;

/// <summary>Marks what stands beside the story by its tag, role or names: navigation, comments, sharing, advertising, bylines.</summary>
internal static class Clutter
{
    /// <summary>A detail (byline, caption) with more text than this is none; characters without white space.</summary>
    private const int MaxDetail = 250;

    /// <summary>Something that holds this share of the page's prose is the story, whatever its names say.</summary>
    private const double StoryShare = 0.5;

    /// <summary>The outermost elements to leave out.</summary>
    public static bool[] Mark(PageTree tree, IReadOnlyList<TextBlock> blocks)
    {
        var prose = Prefix(tree, blocks, block => block.IsProse ? block.Length - block.LinkLength : 0);
        var text = Prefix(tree, blocks, block => block.Length);
        var all = prose[tree.Count];
        var clutter = new bool[tree.Count];
        // Comments first: what is left is what the shares below are shares of.
        for (var at = 0; at < tree.Count; at++)
        {
            if (tree[at] is not { Names.Purpose: var purpose } node || (purpose & Purpose.Never) == 0 || IsPageHolder(node)) continue;
            if (prose[tree.End(at)] - prose[at] > StoryShare * prose[tree.Count] && HoldsHeadline(tree, at)) continue;
            clutter[at] = true;
            all -= prose[tree.End(at)] - prose[at];
            at = tree.End(at) - 1;
        }
        var shares = new Dictionary<NameTraits, int>();
        for (var at = 0; at < tree.Count; at++)
        {
            if (tree[at].Names is { Purpose: not Purpose.Unknown } names) shares[names] = shares.GetValueOrDefault(names) + prose[tree.End(at)] - prose[at];
        }
        for (var at = 0; at < tree.Count; at++)
        {
            if (clutter[at])
            {
                at = tree.End(at) - 1;
                continue;
            }
            var node = tree[at];
            if (node.Element is null || IsPageHolder(node)) continue;
            var purpose = node.Names?.Purpose ?? Purpose.Unknown;
            // Elements of one name stand or fall together: a story's paragraphs may all be called «paywall».
            var own = purpose == Purpose.Unknown ? prose[tree.End(at)] - prose[at] : shares[node.Names!];
            clutter[at] = (node.Kind & TagKind.Caption) != 0
                || ((node.Kind & TagKind.Aside) != 0 || (purpose & Purpose.Clutter) != 0 || node.Element.LocalName == "form") && own <= StoryShare * all
                || ((purpose & Purpose.Detail) != 0 || node.Element.LocalName is "header" or "address" or "time") && text[tree.End(at)] - text[at] <= MaxDetail && own <= StoryShare * all;
            if (clutter[at]) at = tree.End(at) - 1;
        }
        return clutter;
    }

    /// <summary>For each place the sum over all blocks that begin before it.</summary>
    public static int[] Prefix(PageTree tree, IReadOnlyList<TextBlock> blocks, Func<TextBlock, int> weigh)
    {
        var sums = new int[tree.Count + 1];
        foreach (var block in blocks) sums[block.Start + 1] += weigh(block);
        for (var i = 1; i < sums.Length; i++) sums[i] += sums[i - 1];
        return sums;
    }

    private static bool IsPageHolder(PageNode node) => node.Element?.LocalName is "html" or "body" or "main" or "article";

    private static bool HoldsHeadline(PageTree tree, int at) => tree.Tagged("h1").Any(place => tree.Holds(at, place));
}
