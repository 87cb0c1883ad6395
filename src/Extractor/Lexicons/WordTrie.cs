using System.Numerics;

namespace NewsMiner.Extractor.Lexicons;

/// <summary>
/// Folded forms in a prefix tree, so that a text is compared with all of them at once, letter by letter, and a word that
/// begins none of them costs a step or two. Forms may run over several words: the walk simply goes on.
/// </summary>
internal sealed class WordTrie
{
    /// <summary>The node every walk begins at; also what <see cref="Walk(int, ReadOnlySpan{char})"/> answers where no form goes on.</summary>
    public const int Root = 0;

    private const int HighestLetter = 0x700, MostLetters = 64;

    /// <summary>The number of each letter from 1 on, 0 for letters that stand in no form.</summary>
    private readonly byte[] numbers = new byte[HighestLetter];
    private readonly Node[] nodes;

    /// <summary>Makes a tree of forms and the value, 0 or more, of each.</summary>
    public WordTrie(IReadOnlyCollection<KeyValuePair<string, int>> forms)
    {
        Number(forms);
        // Sorted by the numbers of their letters, the forms below a node stand together, those of each child too.
        KeyValuePair<string, int>[] sorted = [.. forms.OrderBy(form => string.Concat(form.Key.Select(letter => (char)numbers[letter])), StringComparer.Ordinal)];
        var found = new List<Node> { default };
        var open = new Queue<(int Node, int First, int End, int Depth)>([(Root, 0, sorted.Length, 0)]);
        while (open.TryDequeue(out var at))
        {
            var (letters, value, children) = (0UL, -1, found.Count);
            for (var i = at.First; i < at.End;)
            {
                var form = sorted[i].Key;
                if (form.Length == at.Depth)
                {
                    value = sorted[i++].Value;
                    continue;
                }
                var first = i;
                while (i < at.End && sorted[i].Key[at.Depth] == form[at.Depth]) i++;
                letters |= 1UL << numbers[form[at.Depth]];
                open.Enqueue((found.Count, first, i, at.Depth + 1));
                found.Add(default);
            }
            found[at.Node] = new(letters, children, value);
        }
        nodes = [.. found];
    }

    /// <summary>The node reached from <paramref name="node"/> by one letter, or <see cref="Root"/> where no form goes on so.</summary>
    public int Step(int node, char letter)
    {
        if (letter >= HighestLetter) return Root;
        ref readonly var from = ref nodes[node];
        var bit = 1UL << numbers[letter];
        return (from.Letters & bit) == 0 ? Root : from.Children + BitOperations.PopCount(from.Letters & bit - 1);
    }

    /// <summary>The node reached from <paramref name="node"/> by the letters, or <see cref="Root"/> where no form goes on so.</summary>
    public int Walk(int node, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            node = Step(node, c);
            if (node == Root) return Root;
        }
        return node;
    }

    /// <summary>The value of the form that ends at the node, or -1 where none does.</summary>
    public int ValueAt(int node) => nodes[node].Value;

    /// <summary>The value of exactly this form, or -1.</summary>
    public int Find(ReadOnlySpan<char> form) => form.IsEmpty ? -1 : Walk(Root, form) is not Root and var node ? nodes[node].Value : -1;

    private void Number(IEnumerable<KeyValuePair<string, int>> forms)
    {
        byte count = 0;
        foreach (var (form, _) in forms)
        {
            foreach (var letter in form)
            {
                if (letter >= HighestLetter) throw new ArgumentException($"'{form}' holds a letter outside the scripts of a form", nameof(forms));
                if (numbers[letter] != 0) continue;
                if (++count == MostLetters) throw new ArgumentException($"'{form}' holds the {count}th letter, more than a node tells apart", nameof(forms));
                numbers[letter] = count;
            }
        }
    }

    /// <summary>A node: the letters that lead on as bits, its first child, whose siblings follow in the order of the bits, and the value of the form that ends here or -1.</summary>
    private readonly record struct Node(ulong Letters, int Children, int Value);
}
