using System.Runtime.InteropServices;

namespace NewsMiner.Extractor.Text;

/// <summary>Cuts a text into words, numbers and marks.</summary>
public static class Tokenizer
{
    /// <summary>Longer lists are not kept for the next text.</summary>
    private const int MostTaken = 1 << 16;

    /// <summary>The list that tokens are gathered in, text after text.</summary>
    [ThreadStatic]
    private static List<Token>? Taken;

    /// <summary>The tokens of a normalised text in order; white space belongs to none.</summary>
    public static TokenList Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Taken ?? [];
        Taken = null;
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start])) { start++; continue; }
            var (end, kind) = EndOfToken(text, start);
            tokens.Add(new(new(start, end), Lexeme.Of(text.AsSpan(start, end - start), kind)));
            start = end;
        }
        var list = new TokenList(CollectionsMarshal.AsSpan(tokens));
        tokens.Clear();
        if (tokens.Capacity <= MostTaken) Taken = tokens;
        return list;
    }

    private static (int End, TokenKind Kind) EndOfToken(string text, int start)
    {
        var end = start + 1;
        if (char.IsDigit(text[start]))
        {
            while (end < text.Length && (char.IsDigit(text[end]) || IsDigitMark(text, end))) end++;
            return (end, TokenKind.Number);
        }
        if (!char.IsLetter(text[start])) return (end, TokenKind.Mark);
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '\u200c' || Fold.Character(text[end]) == '\0')) end++;
        return (end, text[start] < '\u0600' ? TokenKind.Foreign : TokenKind.Word);
    }

    private static bool IsDigitMark(string text, int at) =>
        text[at] is '/' or '.' or '٫' or '٬' or ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]);
}
