namespace NewsMiner.Extractor.Lexicons;

/// <summary>
/// Folded forms in a prefix tree, so that a text is compared with all of them at once, letter by letter, and a word that
/// begins none of them costs a step or two. Forms may run over several words: the walk simply goes on.
/// </summary>
internal sealed class WordTrie
{
    /// <summary>The node every walk begins at; also what <see cref="Walk(int, ReadOnlySpan{char})"/> answers where no form goes on.</summary>
    public const int Root = 0;

    private const int HighestLetter = 0x700;
    private readonly byte[] letters = new byte[HighestLetter];
    private readonly ushort[] next;
    private readonly short[] values;
    private readonly int width;

    /// <summary>Makes a tree of forms and the value, 0 or more, of each.</summary>
    public WordTrie(IReadOnlyCollection<KeyValuePair<string, int>> forms)
    {
        width = 1;
        foreach (var (form, _) in forms)
        {
            foreach (var c in form)
            {
                if (c >= HighestLetter) throw new ArgumentException($"'{form}' holds a letter outside the scripts of a form", nameof(forms));
                if (letters[c] == 0) letters[c] = (byte)width++;
            }
        }
        var nodes = new List<ushort[]> { new ushort[width] };
        var found = new List<short> { -1 };
        foreach (var (form, value) in forms)
        {
            var node = 0;
            foreach (var c in form)
            {
                ref var child = ref nodes[node][letters[c]];
                if (child == 0)
                {
                    child = checked((ushort)nodes.Count);
                    nodes.Add(new ushort[width]);
                    found.Add(-1);
                }
                node = child;
            }
            found[node] = checked((short)value);
        }
        next = [.. nodes.SelectMany(node => node)];
        values = [.. found];
    }

    /// <summary>The node reached from <paramref name="node"/> by one letter, or <see cref="Root"/> where no form goes on so.</summary>
    public int Step(int node, char letter) => letter < HighestLetter && letters[letter] is not 0 and var column ? next[node * width + column] : Root;

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
    public int ValueAt(int node) => values[node];

    /// <summary>The value of exactly this form, or -1.</summary>
    public int Find(ReadOnlySpan<char> form) => form.IsEmpty ? -1 : Walk(Root, form) is not Root and var node ? values[node] : -1;
}
