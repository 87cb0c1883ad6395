using System.Text;
using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles;

/// <summary>The text of an element as lines: a block, a list line, a table row or a line break ends one; no words are glued at block borders.</summary>
internal static class BlockText
{
    /// <summary>The lines of a subtree that are not empty.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="root">The place of the element.</param>
    /// <param name="without">Places whose subtrees are left out, or null.</param>
    public static List<string> Lines(PageTree tree, int root, bool[]? without = null)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        // Blocks that are open: where one ends, the line does.
        var open = new Stack<int>();
        for (var at = root; at < tree.End(root);)
        {
            while (open.TryPeek(out var end) && end <= at)
            {
                open.Pop();
                Break(lines, line);
            }
            var node = tree[at];
            if (at != root && (node.IsHidden || (node.Kind & TagKind.Silent) != 0 || without?[at] == true))
            {
                if ((node.Kind & TagKind.Block) != 0) Break(lines, line);
                at = tree.End(at);
                continue;
            }
            if (node.Text is { } text)
            {
                Append(lines, line, text, IsPreformatted(tree, at));
            }
            else if ((node.Kind & TagKind.Block) != 0)
            {
                Break(lines, line);
                open.Push(tree.End(at));
            }
            else if ((node.Kind & TagKind.Cell) != 0 && line.Length > 0)
            {
                line.Append(' ');
            }
            at++;
        }
        Break(lines, line);
        return lines;
    }

    /// <summary>The text of an element on one line.</summary>
    public static string OneLine(PageTree tree, int root) => string.Join(' ', Lines(tree, root));

    private static bool IsPreformatted(PageTree tree, int at)
    {
        for (var up = tree[at].Parent; up >= 0; up = tree[up].Parent)
        {
            if ((tree[up].Kind & TagKind.Block) != 0) return (tree[up].Kind & TagKind.Preformatted) != 0;
        }
        return false;
    }

    private static void Append(List<string> lines, StringBuilder line, string data, bool preformatted)
    {
        foreach (var c in data)
        {
            if (c is '\0') continue;
            if (preformatted && c == '\n') Break(lines, line);
            else if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
    }

    private static void Break(List<string> lines, StringBuilder line)
    {
        if (line.Length == 0) return;
        var text = StoryLines.Trim(line.ToString());
        if (text.Length > 0) lines.Add(text);
        line.Clear();
    }
}
