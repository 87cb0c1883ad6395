using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Matching;

/// <summary>Finds phrases in tokens by their letters alone, so that «مدیر کل», «مدیرکل» and «مدیر‌کل» are one.</summary>
internal sealed class JoinedPhraseTable<T>
{
    private readonly FrozenDictionary<string, T> phrases;
    private readonly FrozenSet<string> beginnings;

    public JoinedPhraseTable(IEnumerable<(string Phrase, T Value)> rows)
    {
        var read = rows.Select(row => (Key: LettersOf(row.Phrase), row.Value)).DistinctBy(row => row.Key).ToArray();
        phrases = read.ToFrozenDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
        beginnings = read.SelectMany(row => Enumerable.Range(1, row.Key.Length).Select(length => row.Key[..length])).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>A table whose first column is the phrase.</summary>
    public static JoinedPhraseTable<T> Read(string table, Func<TableRow, T> parse) => new(LanguageTable.Read(table).Select(row => (row[0], parse(row))));

    /// <summary>The longest phrase that begins at a token; 0 tokens where there is none.</summary>
    public (T? Value, int Tokens) At(IReadOnlyList<Token> tokens, int first, int end)
    {
        var joined = "";
        (T?, int) best = (default, 0);
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Kind is TokenKind.Mark)
            {
                // A comma stands inside some names of bodies («صنایع، معادن و کشاورزی»), no other mark does.
                if (joined.Length == 0 || tokens[at].Form is not "،") break;
                continue;
            }
            joined = joined.Length == 0 ? tokens[at].Key : joined + tokens[at].Key;
            if (phrases.TryGetValue(joined, out var value)) best = (value, at + 1 - first);
            if (!beginnings.Contains(joined)) break;
        }
        return best;
    }

    /// <summary>The phrase of a key.</summary>
    public bool TryGet(string key, out T? value) => phrases.TryGetValue(key, out value);

    private static string LettersOf(string phrase) => string.Concat(Fold.Key(phrase).Where(char.IsLetterOrDigit));
}
