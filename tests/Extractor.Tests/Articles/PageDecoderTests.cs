using System.Text;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Extractor.Tests.Articles;

/// <summary>From bytes to text: by BOM, header, meta, and by what the bytes are.</summary>
public sealed class PageDecoderTests
{
    private const string Words = "مديركل بهزيستي استان خبر داد: خانه هاي تازه ساخته مي شود و شهروندان از آن استفاده مي كنند.";

    public PageDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8", "text/html; charset=utf-8", "header")]
    [InlineData("utf-8", "utf-8", null, "content")]
    [InlineData("windows-1256", "windows-1256", "text/html; charset=windows-1256", "header")]
    [InlineData("windows-1256", "windows-1256", null, "content")]
    [InlineData("windows-1256", "windows-1256", "text/html; charset=utf-8", "content")]
    [InlineData("windows-1256", "windows-1256", "text/html; charset=iso-8859-1", "content")]
    [InlineData("iso-8859-6", "iso-8859-6", null, "content")]
    [InlineData("iso-8859-6", "iso-8859-6", "text/html; charset=utf-8", "content")]
    [InlineData("iso-8859-6", "iso-8859-6", "text/html; charset=windows-1256", "content")]
    [InlineData("utf-8", "utf-8", "text/html; charset=windows-1256", "content")]
    [InlineData("utf-8", "utf-8", "text/html; charset=no-such-charset", "content")]
    public void ReadsTheCharsetThatTheBytesAreIn(string written, string charset, string? header, string evidence)
    {
        var page = PageDecoder.Decode(Encoding.GetEncoding(written).GetBytes($"<html><body><p>{Words}</p></body></html>"), header);
        Assert.Contains(Words, page.Text, StringComparison.Ordinal);
        Assert.Equal((charset, evidence), (page.Charset, page.Evidence));
    }

    [Fact]
    public void MetaIsBelievedWhereBytesAgree()
    {
        var page = PageDecoder.Decode(Encoding.GetEncoding(1256).GetBytes($"<meta http-equiv=Content-Type content='text/html; charset=windows-1256'><p>{Words}</p>"), null);
        Assert.Equal(("windows-1256", "meta"), (page.Charset, page.Evidence));
    }

    [Fact]
    public void AFewDamagedBytesDoNotMakeItAnotherCharset()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Words), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(Words)];
        Assert.Equal("utf-8", PageDecoder.Decode(bytes, null).Charset);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "utf-8")]
    [InlineData(new byte[] { 0xFF, 0xFE }, "utf-16")]
    [InlineData(new byte[] { 0xFE, 0xFF }, "utf-16BE")]
    public void BomDecides(byte[] bom, string encoding)
    {
        var page = PageDecoder.Decode([.. bom, .. Encoding.GetEncoding(encoding).GetBytes(Words)], "text/html; charset=windows-1256");
        Assert.Equal((Words, "bom"), (page.Text, page.Evidence));
    }
}
