using System.Collections.Frozen;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Phrases of one or more words with what they mean, found at a token by their folded words, the longest first.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, (string[] Keys, T Value)[]> byFirst;
    private readonly FrozenDictionary<string, (string[] Keys, T Value)[]> byLast;

    /// <summary>Builds the table; words of a phrase are parted by spaces.</summary>
    public PhraseTable(IEnumerable<(string Phrase, T Value)> rows)
    {
        var phrases = rows.Select(row => (Keys: row.Phrase.Split(' ').Select(word => Fold.Key(word)).ToArray(), row.Value)).ToList();
        byFirst = Group(phrases, keys => keys[0]);
        byLast = Group(phrases, keys => keys[^1]);
    }

    /// <summary>The longest phrase that begins at <paramref name="token"/>; length 0 where none does.</summary>
    public (int Length, T Value) StartingAt(MarkedText text, int token)
    {
        if (!byFirst.TryGetValue(text.Key(token), out var phrases)) return default;
        foreach (var (keys, value) in phrases)
        {
            if (Stands(text, token, keys)) return (keys.Length, value);
        }
        return default;
    }

    /// <summary>The longest phrase whose last word stands right before <paramref name="end"/>; length 0 where none does.</summary>
    public (int Length, T Value) EndingAt(MarkedText text, int end)
    {
        if (!byLast.TryGetValue(text.Key(end - 1), out var phrases)) return default;
        foreach (var (keys, value) in phrases)
        {
            if (Stands(text, end - keys.Length, keys)) return (keys.Length, value);
        }
        return default;
    }

    private static bool Stands(MarkedText text, int token, string[] keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (text.Key(token + i) != keys[i]) return false;
        }
        return true;
    }

    private static FrozenDictionary<string, (string[] Keys, T Value)[]> Group(List<(string[] Keys, T Value)> phrases, Func<string[], string> key) =>
        phrases.GroupBy(phrase => key(phrase.Keys), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Keys.Length).ToArray(), StringComparer.Ordinal);
}
