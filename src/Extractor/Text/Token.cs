namespace NewsMiner.Extractor.Text;

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>Persian or Arabic letters, half-spaces inside them included.</summary>
    Word,

    /// <summary>Digits with their marks: <c>۱٬۲۵۰</c>, <c>52/5</c>, <c>2.5</c>.</summary>
    Number,

    /// <summary>A run of letters of another script, an address, a code.</summary>
    Foreign,

    /// <summary>One mark of punctuation or one symbol.</summary>
    Mark,
}

/// <summary>A word, number or mark of a text.</summary>
public readonly record struct Token
{
    internal Token(TextSpan span, Lexeme lexeme) => (Span, Lexeme) = (span, lexeme);

    /// <summary>Where it stands in the normalised text.</summary>
    public TextSpan Span { get; }

    /// <summary>What it is made of.</summary>
    public TokenKind Kind => Lexeme.Kind;

    /// <summary>What is known of the word wherever it stands.</summary>
    internal Lexeme Lexeme { get; }

    /// <summary>Its characters in the normalised text.</summary>
    public string Form => Lexeme.Form;

    /// <summary>The form folded for comparison: Persian letters, ASCII digits, no half-space, no diacritics.</summary>
    public string Key => Lexeme.Key;
}

/// <summary>A sentence as a half-open range of token indices, with its span in the normalised text.</summary>
/// <param name="Span">From the first character of its first token to the end of its last.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Paragraph">0 for the title, 1 for the first paragraph, and so on.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, int Paragraph);
