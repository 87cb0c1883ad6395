using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Phrases of one or more words with what they mean, found at a token by their folded words, the longest first.</summary>
internal sealed class PhraseTable<T>
{
    private const char Space = ' ';

    private readonly T[] values;
    private readonly WordTrie forward;
    private readonly WordTrie backward;

    /// <summary>Builds the table; words of a phrase are parted by spaces.</summary>
    public PhraseTable(IEnumerable<(string Phrase, T Value)> rows)
    {
        var phrases = rows.Select(row => (Keys: row.Phrase.Split(Space).Select(word => Fold.Key(word)).ToArray(), row.Value)).DistinctBy(row => string.Join(Space, row.Keys)).ToArray();
        values = [.. phrases.Select(phrase => phrase.Value)];
        forward = new([.. phrases.Select((phrase, at) => KeyValuePair.Create(string.Join(Space, phrase.Keys), at))]);
        backward = new([.. phrases.Select((phrase, at) => KeyValuePair.Create(string.Join(Space, phrase.Keys.Reverse()), at))]);
    }

    /// <summary>The longest phrase that begins at <paramref name="token"/>; length 0 where none does.</summary>
    public (int Length, T? Value) StartingAt(MarkedText text, int token) => Longest(forward, text, token, 1);

    /// <summary>False where no phrase begins with the folded word.</summary>
    public bool MayBegin(string key) => forward.Walk(WordTrie.Root, key) != WordTrie.Root;

    /// <summary>The longest phrase whose last word stands right before <paramref name="end"/>; length 0 where none does.</summary>
    public (int Length, T? Value) EndingAt(MarkedText text, int end) => Longest(backward, text, end - 1, -1);

    private (int Length, T? Value) Longest(WordTrie words, MarkedText text, int token, int step)
    {
        (int, T?) best = default;
        var node = WordTrie.Root;
        for (var length = 1; ; length++, token += step)
        {
            node = words.Walk(node, text.Key(token));
            if (node == WordTrie.Root) return best;
            if (words.ValueAt(node) is >= 0 and var value) best = (length, values[value]);
            node = words.Step(node, Space);
            if (node == WordTrie.Root) return best;
        }
    }
}
