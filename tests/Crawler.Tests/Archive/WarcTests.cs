using System.IO.Compression;
using System.Text;
using NewsMiner.Crawler.Archive;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Tests.Archive;

/// <summary>Pages into web archives and back.</summary>
public sealed class WarcTests
{
    private static readonly KeptPage Page = new(new("https://outlet.example/news/1"), new(2026, 3, 1, 6, 30, 0, 120, TimeSpan.Zero), 200,
        new Dictionary<string, string> { ["content-type"] = "text/html; charset=utf-8", ["content-encoding"] = "gzip", ["etag"] = "\"a\"" }, Encoding.UTF8.GetBytes("<h1>خبر</h1>\r\n\r\n<p>متن"), "outlet");

    [Fact]
    public void APageComesBackAsItWas()
    {
        var read = Read(Write(Page, Page with { Url = new("https://outlet.example/news/2"), Body = [] }));
        var first = Assert.IsType<WarcRecord.Page>(read[0]).Kept;
        Assert.Equal((Page.Url, Page.FetchedAt, 200, "outlet"), (first.Url, first.FetchedAt, first.Status, first.SourceId));
        Assert.Equal(Page.Body, first.Body);
        Assert.Equal("\"a\"", first.Headers["etag"]);
        Assert.False(first.Headers.ContainsKey("content-encoding"));
        Assert.Empty(Assert.IsType<WarcRecord.Page>(read[1]).Kept.Body);
    }

    [Fact]
    public void EachRecordIsAMemberOfItsOwnWithLengthAndDigest()
    {
        var plain = Encoding.UTF8.GetString(Unzip(Write(Page)));
        var records = plain.Split("WARC/1.1\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, records.Length);
        Assert.Contains("WARC-Type: warcinfo", records[0], StringComparison.Ordinal);
        Assert.Contains("WARC-Target-URI: https://outlet.example/news/1\r\n", records[1], StringComparison.Ordinal);
        Assert.Contains("WARC-Date: 2026-03-01T06:30:00.120Z\r\n", records[1], StringComparison.Ordinal);
        // SHA-256 of nothing in Base32, as published for web archives.
        Assert.Contains("WARC-Payload-Digest: sha256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====\r\n", Encoding.UTF8.GetString(Unzip(Write(Page with { Body = [] }))), StringComparison.Ordinal);
    }

    [Fact]
    public void AnArchiveIsOneToTheLetterOfTheStandard()
    {
        var hostile = Page with
        {
            Url = new("https://outlet.example/خبر/۱?q=یک دو"), Status = 404,
            Headers = new Dictionary<string, string> { ["x-note"] = "a\r\nWARC-Type: forged\r\n\r\nb", ["transfer-encoding"] = "chunked" }, Body = Encoding.UTF8.GetBytes("WARC/1.1\r\n\r\n\r\n"),
        };
        var records = StrictWarc.Read(Write(Page, hostile, Page with { Body = [] }));
        Assert.Equal(["warcinfo", "response", "response", "response"], records.Select(record => record.Fields["WARC-Type"]));
        Assert.Equal("2026-03-01T06:30:00.120Z", records[1].Fields["WARC-Date"]);
        Assert.Equal("https://outlet.example/%D8%AE%D8%A8%D8%B1/%DB%B1?q=%DB%8C%DA%A9%20%D8%AF%D9%88", records[2].Fields["WARC-Target-URI"]);
        Assert.EndsWith("\r\ncontent-length: 14\r\n\r\nWARC/1.1\r\n\r\n\r\n", Encoding.UTF8.GetString(records[2].Block), StringComparison.Ordinal);
        Assert.DoesNotContain("chunked", Encoding.UTF8.GetString(records[2].Block), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "D.2")]
    [InlineData(40, "D.2")]
    public void TheReaderToTheLetterForgivesNothing(int damaged, string clause)
    {
        var archive = Write(Page);
        archive[damaged] ^= 0x55;
        Assert.StartsWith(clause, Assert.Throws<FormatException>(() => StrictWarc.Read(archive)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ArchivesOfOthersAreReadToo()
    {
        const string Http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n2;x=y\r\nbc\r\n0\r\n\r\n";
        var text = $"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nGET\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://a.example/>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\nContent-Type: application/http\r\nContent-Length: {Http.Length}\r\n\r\n{Http}\r\n\r\n";
        var page = Assert.IsType<WarcRecord.Page>(Assert.Single(Read(Encoding.ASCII.GetBytes(text)))).Kept;
        Assert.Equal("<p>abc", Encoding.ASCII.GetString(page.Body));
    }

    [Theory]
    [InlineData("no archive at all", "begins no record")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\n\r\n", "Content-Length")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nshort", "ends within its block")]
    [InlineData("WARC/1.0\r\nWARC-Type: resp", "ends within its header")]
    public void DamageIsNamed(string text, string reason)
    {
        var bad = Assert.IsType<WarcRecord.Unreadable>(Assert.Single(Read(Encoding.ASCII.GetBytes(text))));
        Assert.Contains("test.warc: record 1", bad.Where, StringComparison.Ordinal);
        Assert.Contains(reason, bad.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ACutOffArchiveGivesWhatItHoldsAndSaysSo()
    {
        var whole = Write(Page, Page, Page);
        var read = Read(whole[..(whole.Length - 60)]);
        Assert.Equal(2, read.OfType<WarcRecord.Page>().Count());
        Assert.IsType<WarcRecord.Unreadable>(read[^1]);
    }

    private static byte[] Write(params KeptPage[] pages)
    {
        using var target = new MemoryStream();
        var writer = new WarcWriter(target);
        writer.WriteInfo("test.warc.gz", DateTimeOffset.UnixEpoch);
        foreach (var page in pages) writer.Write(page);
        return target.ToArray();
    }

    private static List<WarcRecord> Read(byte[] bytes) => [.. WarcReader.Read(new MemoryStream(bytes), "test.warc")];

    private static byte[] Unzip(byte[] bytes)
    {
        using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zip.CopyTo(plain);
        return plain.ToArray();
    }
}
