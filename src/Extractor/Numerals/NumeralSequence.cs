using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Numerals;

/// <summary>All numerals of a text in order, names and idioms that merely hold one left out.</summary>
internal sealed class NumeralSequence
{
    private const int LongestName = 4;
    private static readonly WordTrie Names = new([.. LanguageTable.Read("Numerals/number-names.tsv").Select(row => KeyValuePair.Create(Fold.Key(row[0]), 0)).DistinctBy(form => form.Key)]);
    private static readonly WordTrie Beginnings = new([.. LanguageTable.Read("Numerals/number-names.tsv").Select(row => Fold.Key(row[0].Split(' ')[0])).Distinct().Select(form => KeyValuePair.Create(form, 0))]);
    private static readonly LexemeMemo<NumeralWord> Words = new(word => NumeralWord.Of(word, Names, Beginnings));
    private readonly TokenizedText text;
    private readonly List<Numeral> numerals = [];

    public NumeralSequence(TokenizedText text)
    {
        this.text = text;
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Word)
            {
                var word = Words.Of(token.Lexeme);
                if (word.IsPlain) continue;
                if (word.MayBeginName && NameFrom(i) is var length and > 0) i += length - 1;
                else if (IsOfHundred(i, token.Key)) i++;
                else foreach (var part in word.Parts) numerals.Add(part with { Token = i });
                if (numerals.Count > 0 && numerals[^1].Token == i) i = TakeOrdinalEnding(i);
            }
            else if (token.Kind == TokenKind.Number && DigitNumber.ParseUnsigned(token.Key) is { } value)
            {
                numerals.Add(new(NumeralClass.Digits, value, Token: i));
                i = TakeOrdinalEnding(i);
            }
        }
    }

    public int Count => numerals.Count;

    public Numeral this[int at] => numerals[at];

    /// <summary>How many digits the numeral is written in, 0 for words.</summary>
    public int DigitsIn(int at) => numerals[at].Class == NumeralClass.Digits ? text.Tokens[numerals[at].Token].Key.Length : 0;

    /// <summary>True where the numeral at <paramref name="at"/> follows the one before it with nothing but space between.</summary>
    public bool Follows(int at)
    {
        if (at <= 0 || at >= numerals.Count) return false;
        var gap = numerals[at].Token - numerals[at - 1].LastToken;
        return gap == 0 || (gap == 1 && !Between(numerals[at - 1].LastToken).Contains('\n'));
    }

    /// <summary>The first numeral written in the token or behind it.</summary>
    public int IndexAt(int token)
    {
        var (low, high) = (0, numerals.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (numerals[middle].Token < token) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private ReadOnlySpan<char> Between(int token) =>
        text.Normalized.Text.AsSpan(text.Tokens[token].Span.End, text.Tokens[token + 1].Span.Start - text.Tokens[token].Span.End);

    private int NameFrom(int first)
    {
        var node = WordTrie.Root;
        for (var i = first; i < Math.Min(first + LongestName, text.Tokens.Count); i++)
        {
            var key = text.Tokens[i].Key;
            node = key.Length == 0 ? WordTrie.Root : Names.Walk(node, key);
            if (node == WordTrie.Root) return 0;
            if (Names.ValueAt(node) >= 0) return i + 1 - first;
            if (i == first && Beginnings.Find(key) < 0) return 0;
        }
        return 0;
    }

    // «۵ در صد» is a per cent, «در صد روز» a hundred.
    private bool IsOfHundred(int at, string key) =>
        key == "در" && at + 1 < text.Tokens.Count && text.Tokens[at + 1].Key is "صد" or "صدی"
        && numerals.Count > 0 && numerals[^1].LastToken == at - 1;

    private int TakeOrdinalEnding(int token)
    {
        if (token + 1 >= text.Tokens.Count || numerals[^1].Ordinal || numerals[^1].Suffix is not null) return token;
        var key = text.Tokens[token + 1].Key;
        if (!NumeralTable.IsDigitEnding(key)) return token;
        var gap = Between(token);
        if (gap.Contains('\n') || (gap.Length > 0 && key[0] == 'م')) return token;
        if (gap.Length > 0 && numerals[^1].Class is not (NumeralClass.Digits or NumeralClass.Ten)) return token;
        numerals[^1] = numerals[^1] with { Ordinal = true, Emphatic = key.EndsWith('ن'), Tokens = 2 };
        return token + 1;
    }

    /// <summary>A word as numerals see it.</summary>
    /// <param name="Parts">The numerals it consists of.</param>
    /// <param name="MayBeginName">True where a name or idiom that holds a numeral may begin with it.</param>
    /// <param name="IsPlain">True for most words: neither a numeral nor part of any.</param>
    private sealed record NumeralWord(Numeral[] Parts, bool MayBeginName, bool IsPlain)
    {
        private static readonly NumeralWord Plain = new([], false, true);

        public static NumeralWord Of(Lexeme word, WordTrie names, WordTrie beginnings)
        {
            var parts = new List<Numeral>();
            NumeralTable.Split(word.Key, 0, parts);
            var mayBegin = word.Key.Length > 0 && names.Walk(WordTrie.Root, word.Key) is not WordTrie.Root and var node && (names.ValueAt(node) >= 0 || beginnings.Find(word.Key) >= 0);
            return parts.Count == 0 && !mayBegin && word.Key != "در" ? Plain : new([.. parts], mayBegin, false);
        }
    }
}
