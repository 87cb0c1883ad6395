using System.Runtime.InteropServices;

namespace NewsMiner.Extractor.Text;

/// <summary>Cuts a text into words, numbers and marks.</summary>
public static class Tokenizer
{
    /// <summary>What each UTF-16 unit may be part of, reckoned once.</summary>
    private static readonly Part[] Parts = [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => PartOf((char)unit))];

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
            if (Parts[text[start]] == Part.Space) { start++; continue; }
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
        if (Parts[text[start]] == Part.Digit)
        {
            while (end < text.Length && (Parts[text[end]] == Part.Digit || IsDigitMark(text, end))) end++;
            return (end, TokenKind.Number);
        }
        if (Parts[text[start]] != Part.Letter) return (end, TokenKind.Mark);
        while (end < text.Length && Parts[text[end]] is Part.Letter or Part.Inside) end++;
        return (end, text[start] < '\u0600' ? TokenKind.Foreign : TokenKind.Word);
    }

    private static bool IsDigitMark(string text, int at) =>
        text[at] is '/' or '.' or '٫' or '٬' or ',' && at + 1 < text.Length && Parts[text[at + 1]] == Part.Digit;

    // Half-spaces and marks above letters stand inside words and begin none.
    private static Part PartOf(char c) =>
        char.IsWhiteSpace(c) ? Part.Space
        : char.IsDigit(c) ? Part.Digit
        : char.IsLetter(c) ? Part.Letter
        : c == '\u200c' || Fold.Character(c) == '\0' ? Part.Inside
        : Part.Mark;

    private enum Part : byte
    {
        Mark, Space, Digit, Letter, Inside,
    }
}
