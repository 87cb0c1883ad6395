using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Matching;

/// <summary>Finds phrases in tokens by their letters alone, so that «مدیر کل», «مدیرکل» and «مدیر‌کل» are one.</summary>
internal sealed class JoinedPhraseTable<T>
{
    private readonly FrozenDictionary<string, T> phrases;
    private readonly FrozenSet<string> beginnings;
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> phrasesBySpan;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> beginningsBySpan;
    private readonly FirstLetters firstLetters;
    private readonly int longest;

    public JoinedPhraseTable(IEnumerable<(string Phrase, T Value)> rows)
    {
        var read = rows.Select(row => (Key: LettersOf(row.Phrase), row.Value)).DistinctBy(row => row.Key).ToArray();
        phrases = read.ToFrozenDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
        beginnings = read.SelectMany(row => Enumerable.Range(1, row.Key.Length).Select(length => row.Key[..length])).ToFrozenSet(StringComparer.Ordinal);
        phrasesBySpan = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        beginningsBySpan = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        firstLetters = new(phrases.Keys);
        longest = read.Max(row => row.Key.Length);
    }

    /// <summary>A table whose first column is the phrase.</summary>
    public static JoinedPhraseTable<T> Read(string table, Func<TableRow, T> parse) => new(LanguageTable.Read(table).Select(row => (row[0], parse(row))));

    /// <summary>The longest phrase that begins at a token; 0 tokens where there is none.</summary>
    public (T? Value, int Tokens) At(IReadOnlyList<Token> tokens, int first, int end)
    {
        if (first >= end) return default;
        var token = tokens[first];
        if (token.Kind is TokenKind.Mark || token.Key.Length > longest || !firstLetters.MayBegin(token.Key) || !beginnings.Contains(token.Key)) return default;
        Span<char> joined = stackalloc char[longest];
        (T?, int) best = default;
        var length = 0;
        for (var at = first; at < end; at++)
        {
            if (at > first) token = tokens[at];
            if (token.Kind is TokenKind.Mark)
            {
                // A comma stands inside some names of bodies («صنایع، معادن و کشاورزی»), no other mark does.
                if (token.Form is not "،") break;
                continue;
            }
            var key = token.Key;
            if (length + key.Length > longest) break;
            key.CopyTo(joined[length..]);
            length += key.Length;
            if (phrasesBySpan.TryGetValue(joined[..length], out var value)) best = (value, at + 1 - first);
            if (!beginningsBySpan.Contains(joined[..length])) break;
        }
        return best;
    }

    /// <summary>The phrase of a key.</summary>
    public bool TryGet(ReadOnlySpan<char> key, out T? value)
    {
        value = default;
        return firstLetters.MayBegin(key) && phrasesBySpan.TryGetValue(key, out value);
    }

    private static string LettersOf(string phrase) => string.Concat(Fold.Key(phrase).Where(char.IsLetterOrDigit));
}
