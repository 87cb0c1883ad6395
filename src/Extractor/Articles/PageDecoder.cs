using System.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>A page's bytes as text.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Charset">The charset they were read by, such as <c>utf-8</c> or <c>windows-1256</c>.</param>
/// <param name="Evidence">What decided it: <c>bom</c>, <c>header</c>, <c>meta</c> or <c>content</c>.</param>
public sealed record DecodedPage(string Text, string Charset, string Evidence);

/// <summary>The one function from bytes to text.</summary>
public static class PageDecoder
{
    /// <summary>How far into a page a meta charset is looked for; the HTML standard's prescan reads 1024 bytes, real pages need more.</summary>
    private const int PrescanBytes = 4096;

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>How much of a page is weighed to tell single-byte charsets apart.</summary>
    private const int SampleBytes = 64 * 1024;

    private static readonly System.Buffers.SearchValues<char> Frequent = System.Buffers.SearchValues.Create("اييیرندموهتبسشكک");

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static PageDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a page by BOM, HTTP header, meta and the bytes themselves; bytes that are not what they claim to be are read as what they are.</summary>
    /// <param name="bytes">The body as received, decompressed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    public static DecodedPage Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return new(Encoding.UTF8.GetString(bytes[3..]), "utf-8", "bom");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new(Encoding.Unicode.GetString(bytes[2..]), "utf-16le", "bom");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new(Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be", "bom");
        var (declared, evidence) = CharsetIn(contentType) is { } header ? (header, "header")
            : CharsetIn(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)])) is { } meta ? (meta, "meta")
            : (null, "content");
        if (declared is not null && Find(declared) is { } encoding && encoding is not UTF8Encoding && !IsUtf8WithPersian(bytes))
        {
            var better = encoding.IsSingleByte ? MostPersian(bytes, encoding) : encoding;
            return new(better.GetString(bytes), better.WebName, better.CodePage == encoding.CodePage ? evidence : "content");
        }
        try
        {
            return new(StrictUtf8.GetString(bytes), "utf-8", declared is not null && Find(declared) is UTF8Encoding ? evidence : "content");
        }
        catch (DecoderFallbackException)
        {
            return DecodeBroken(bytes);
        }
    }

    /// <summary>Not clean UTF-8: UTF-8 with a few damaged characters, or a single-byte Arabic charset.</summary>
    private static DecodedPage DecodeBroken(ReadOnlySpan<byte> bytes)
    {
        var lenient = Encoding.UTF8.GetString(bytes);
        var damaged = lenient.AsSpan().Count('\uFFFD');
        var persian = lenient.AsSpan().Count('ا') + lenient.AsSpan().Count('ر') + lenient.AsSpan().Count('ن');
        if (persian > damaged) return new(lenient, "utf-8", "content");
        var encoding = MostPersian(bytes, Encoding.GetEncoding(1256));
        return new(encoding.GetString(bytes), encoding.WebName, "content");
    }

    /// <summary>
    /// The claimed charset, unless another reads the bytes as clearly better Persian or Arabic: more of the letters that make up half of any such text, fewer
    /// that no such text holds (ISO-8859-6 puts the same letters elsewhere, windows-1252 reads them as accented Latin).
    /// </summary>
    private static Encoding MostPersian(ReadOnlySpan<byte> bytes, Encoding claimed)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var (best, most) = (claimed, (1.2 * Math.Max(0, Persian(sample, claimed))) + 10);
        foreach (var codePage in (ReadOnlySpan<int>)[1256, 28596])
        {
            var other = Encoding.GetEncoding(codePage);
            if (Persian(sample, other) is var score && score > most) (best, most) = (other, score);
        }
        return best;
    }

    private static double Persian(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        var score = 0.0;
        foreach (var c in encoding.GetString(sample))
        {
            if (Frequent.Contains(c)) score++;
            else if (c is >= '\u0080' and <= '\u009F' or >= '\u00C0' and <= '\u024F' or >= '\u064B' and <= '\u0652' or '\uFFFD') score--;
        }
        return score;
    }

    private static bool IsUtf8WithPersian(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).AsSpan().IndexOfAnyInRange('\u0600', '\u06FF') >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string? CharsetIn(string? text)
    {
        if (text is null) return null;
        var at = text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = text.AsSpan(at + 8).TrimStart(" \"'");
        var end = rest.IndexOfAnyExcept(NameCharacters);
        return (end < 0 ? rest : rest[..end]) is { IsEmpty: false } name ? name.ToString() : null;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
