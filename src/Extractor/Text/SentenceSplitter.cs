namespace NewsMiner.Extractor.Text;

/// <summary>Finds where sentences end.</summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of one text whose paragraphs are separated by line feeds.</summary>
    public static IReadOnlyList<Sentence> Split(string text, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var sentences = new List<Sentence>();
        var paragraph = 0;
        for (var first = 0; first < tokens.Count;)
        {
            var end = first + 1;
            while (end < tokens.Count && !EndsAfter(text, tokens, end - 1)) end++;
            sentences.Add(new(new(tokens[first].Span.Start, tokens[end - 1].Span.End), first, end, paragraph));
            if (end < tokens.Count)
                paragraph += text.AsSpan(tokens[end - 1].Span.End, tokens[end].Span.Start - tokens[end - 1].Span.End).Count('\n');
            first = end;
        }
        return sentences;
    }

    private static bool EndsAfter(string text, IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Form is "." or "!" or "؟" or "?"
        || text.AsSpan(tokens[at].Span.End, tokens[at + 1].Span.Start - tokens[at].Span.End).Contains('\n');
}
