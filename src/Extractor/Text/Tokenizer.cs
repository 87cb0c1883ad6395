namespace NewsMiner.Extractor.Text;

/// <summary>Cuts a text into words, numbers and marks.</summary>
public static class Tokenizer
{
    /// <summary>The tokens of a normalised text in order; white space belongs to none.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start])) { start++; continue; }
            var (end, kind) = EndOfToken(text, start);
            var form = text[start..end];
            tokens.Add(new(new(start, end), kind, form, Fold.Key(form)));
            start = end;
        }
        return tokens;
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
