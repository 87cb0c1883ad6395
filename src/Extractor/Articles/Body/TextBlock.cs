using System.Buffers;
using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles.Body;

/// <summary>A run of text that stands on lines of its own, between two block borders.</summary>
/// <param name="Start">The place of its first text node.</param>
/// <param name="End">One past its last text node.</param>
/// <param name="Holder">The block element it stands in.</param>
/// <param name="Length">Characters without white space.</param>
/// <param name="LinkLength">Those of them that stand in links.</param>
/// <param name="Stops">Marks that end a sentence or part a clause.</param>
internal readonly record struct TextBlock(int Start, int End, int Holder, int Length, int LinkLength, int Stops)
{
    /// <summary>The share of its text that is link, 0 to 1.</summary>
    public double LinkShare => Length == 0 ? 0 : (double)LinkLength / Length;

    /// <summary>A long line of running text with few links.</summary>
    public bool IsProse => Length >= 60 && LinkShare < 0.4 && Stops > 0;
}

/// <summary>Cuts a page into its blocks of text.</summary>
internal static class TextBlocks
{
    private static readonly SearchValues<char> StopMarks = SearchValues.Create(".!?؟؛;:،,…。、।");

    /// <summary>The blocks of a page in document order, nothing silent or hidden among them.</summary>
    public static List<TextBlock> Of(PageTree tree)
    {
        var blocks = new List<TextBlock>();
        var (start, end, holder, length, linked, stops) = (-1, 0, -1, 0, 0, 0);
        void Close()
        {
            if (length > 0) blocks.Add(new(start, end, holder, length, linked, stops));
            (start, length, linked, stops) = (-1, 0, 0, 0);
        }
        var (linkEnd, borders) = (0, new Stack<(int End, int Holder)>());
        for (var at = 0; at < tree.Count;)
        {
            while (borders.TryPeek(out var border) && border.End <= at)
            {
                borders.Pop();
                Close();
            }
            var node = tree[at];
            if (node.IsHidden || (node.Kind & TagKind.Silent) != 0)
            {
                at = tree.End(at);
                continue;
            }
            if (node.Text is { } text)
            {
                var data = text.AsSpan();
                var count = 0;
                foreach (var c in data)
                {
                    if (!char.IsWhiteSpace(c)) count++;
                }
                if (count > 0)
                {
                    if (start < 0) (start, holder) = (at, borders.TryPeek(out var border) ? border.Holder : 0);
                    end = at + 1;
                    length += count;
                    if (at < linkEnd) linked += count;
                    while (data.IndexOfAny(StopMarks) is var stop && stop >= 0)
                    {
                        stops++;
                        data = data[(stop + 1)..];
                    }
                }
            }
            else if ((node.Kind & (TagKind.Block | TagKind.Cell)) != 0)
            {
                Close();
                if (tree.End(at) > at + 1) borders.Push((tree.End(at), at));
            }
            else if ((node.Kind & TagKind.Link) != 0)
            {
                linkEnd = Math.Max(linkEnd, tree.End(at));
            }
            at++;
        }
        Close();
        return blocks;
    }
}
