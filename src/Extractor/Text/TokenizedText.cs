namespace NewsMiner.Extractor.Text;

/// <summary>A text with its tokens and sentences: what every rule of the extractor reads.</summary>
public sealed class TokenizedText
{
    private TokenizedText(NormalizedText normalized)
    {
        Normalized = normalized;
        Tokens = Tokenizer.Tokenize(normalized.Text);
        Sentences = SentenceSplitter.Split(normalized.Text, Tokens);
    }

    /// <summary>The text in the house's spelling and the way back to the original.</summary>
    public NormalizedText Normalized { get; }

    /// <summary>All tokens in order.</summary>
    public TokenList Tokens { get; }

    /// <summary>All sentences in order; none crosses a line feed of the original.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Reads a text whose paragraphs are separated by line feeds, such as <see cref="Articles.Article.Text"/>.</summary>
    public static TokenizedText Read(string text) => new(Normalizer.Normalize(text));

    /// <summary>True where the token begins a line, that is the title or a paragraph.</summary>
    internal bool BeginsLine(int token)
    {
        if (token == 0) return true;
        var (from, to) = (Tokens[token - 1].Span.End, Tokens[token].Span.Start);
        return to > from && Normalized.Text.AsSpan(from, to - from).Contains('\n');
    }

    /// <summary>The original range of the tokens [<paramref name="first"/>, <paramref name="end"/>).</summary>
    public TextSpan OriginalSpan(int first, int end) =>
        Normalized.ToOriginal(new TextSpan(Tokens[first].Span.Start, Tokens[end - 1].Span.End));

    /// <summary>The words of the tokens [<paramref name="first"/>, <paramref name="end"/>) as the source wrote them.</summary>
    public string OriginalText(int first, int end) => OriginalSpan(first, end).In(Normalized.Original).ToString();
}
