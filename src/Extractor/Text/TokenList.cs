using System.Collections;

namespace NewsMiner.Extractor.Text;

/// <summary>The tokens of a text in order.</summary>
public sealed class TokenList : IReadOnlyList<Token>
{
    private readonly Token[] tokens;

    internal TokenList(ReadOnlySpan<Token> tokens) => this.tokens = tokens.ToArray();

    /// <summary>How many there are.</summary>
    public int Count => tokens.Length;

    /// <summary>The token at an index, from 0 on, where it stands in memory.</summary>
    public ref readonly Token this[int index] => ref tokens[index];

    Token IReadOnlyList<Token>.this[int index] => tokens[index];

    /// <summary>All of them at once.</summary>
    public ReadOnlySpan<Token> AsSpan() => tokens;

    /// <inheritdoc/>
    public IEnumerator<Token> GetEnumerator() => ((IEnumerable<Token>)tokens).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
