using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Matching;

/// <summary>Finds phrases in tokens by their letters alone, so that «مدیر کل», «مدیرکل» and «مدیر‌کل» are one.</summary>
internal sealed class JoinedPhraseTable<T>
{
    private readonly PhraseLetters phrases;
    private readonly T[] values;

    public JoinedPhraseTable(IEnumerable<(string Phrase, T Value)> rows)
    {
        var read = rows.Select(row => (Key: LettersOf(row.Phrase), row.Value)).DistinctBy(row => row.Key).ToArray();
        phrases = new([.. read.Select((row, at) => KeyValuePair.Create(row.Key, at))]);
        values = [.. read.Select(row => row.Value)];
    }

    /// <summary>A table whose first column is the phrase.</summary>
    public static JoinedPhraseTable<T> Read(string table, Func<TableRow, T> parse) => new(LanguageTable.Read(table).Select(row => (row[0], parse(row))));

    /// <summary>The longest phrase that begins at a token; 0 tokens where there is none.</summary>
    public (T? Value, int Tokens) At(TokenList tokens, int first, int end)
    {
        (T?, int) best = default;
        if (first >= end || tokens[first].Kind is TokenKind.Mark) return best;
        var letters = phrases.Letters;
        var node = tokens[first].Lexeme.NodeIn(phrases);
        if (node == WordTrie.Root) return best;
        if (letters.ValueAt(node) is >= 0 and var whole) best = (values[whole], 1);
        for (var at = first + 1; at < end; at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind is TokenKind.Mark)
            {
                // A comma stands inside some names of bodies («صنایع، معادن و کشاورزی»), no other mark does.
                if (token.Form is not "،") break;
                continue;
            }
            node = letters.Walk(node, token.Key);
            if (node == WordTrie.Root) break;
            if (letters.ValueAt(node) is >= 0 and var value) best = (values[value], at + 1 - first);
        }
        return best;
    }

    /// <summary>False where no phrase begins with the word.</summary>
    public bool MayBegin(Lexeme word) => word.NodeIn(phrases) != WordTrie.Root;

    /// <summary>The phrase of a key.</summary>
    public bool TryGet(ReadOnlySpan<char> key, out T? value)
    {
        var found = phrases.Letters.Find(key);
        value = found < 0 ? default : values[found];
        return found >= 0;
    }

    private static string LettersOf(string phrase) => string.Concat(Fold.Key(phrase).Where(char.IsLetterOrDigit));
}
