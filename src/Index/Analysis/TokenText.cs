namespace NewsMiner.Index.Analysis;

/// <summary>Tokens of the full-text table one behind the other, in UTF-8. Filled anew for each text, so that its memory is taken once.</summary>
internal sealed class TokenText
{
    private byte[] bytes = new byte[4096];

    /// <summary>How many bytes it holds.</summary>
    public int Length { get; private set; }

    public void Append(ReadOnlySpan<byte> tokens)
    {
        if (Length + tokens.Length > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + tokens.Length));
        tokens.CopyTo(bytes.AsSpan(Length));
        Length += tokens.Length;
    }

    public ReadOnlySpan<byte> this[Range range] => bytes.AsSpan(0, Length)[range];

    public void Clear() => Length = 0;
}
