using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Archive;

/// <summary>Writes kept pages as a web archive: WARC 1.1 (ISO 28500:2017), each record a gzip member of its own.</summary>
public sealed class WarcWriter(Stream target)
{
    /// <summary>Headers that spoke of the body's form on the wire, which is not the form it is kept in.</summary>
    private static readonly HashSet<string> OfTheWire = new(StringComparer.OrdinalIgnoreCase) { "content-encoding", "transfer-encoding", "content-length", "connection" };

    /// <summary>Writes the record that says what the file is.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="at">When it is written.</param>
    public void WriteInfo(string name, DateTimeOffset at)
    {
        var fields = Encoding.UTF8.GetBytes("software: NewsMiner/1.0\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
        WriteRecord("warcinfo", null, at, "application/warc-fields", fields, [("WARC-Filename", name)]);
    }

    /// <summary>Writes a page as the response it came in. The source it belongs to is kept in a header of the record.</summary>
    public void Write(KeptPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {page.Status} {(page.Status == 200 ? "OK" : "Kept")}\r\n");
        foreach (var (key, value) in page.Headers.Where(header => !OfTheWire.Contains(header.Key))) head.Append(key).Append(": ").Append(OneLine(value)).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"content-length: {page.Body.Length}\r\n\r\n");
        byte[] block = [.. Encoding.UTF8.GetBytes(head.ToString()), .. page.Body];
        WriteRecord("response", page.Url, page.FetchedAt, "application/http; msgtype=response", block, [("WARC-Payload-Digest", Digest(page.Body)), ("NewsMiner-Source", page.SourceId)]);
    }

    private void WriteRecord(string type, Uri? url, DateTimeOffset at, string contentType, byte[] block, IEnumerable<(string Name, string Value)> more)
    {
        var id = new Guid(SHA256.HashData([.. Encoding.UTF8.GetBytes(type + url?.AbsoluteUri + at.ToString("O", CultureInfo.InvariantCulture)), .. block]).AsSpan(0, 16));
        var head = new StringBuilder("WARC/1.1\r\n");
        head.Append("WARC-Type: ").Append(type).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Record-ID: <urn:uuid:{id}>\r\n");
        head.Append("WARC-Date: ").Append(at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)).Append("\r\n");
        if (url is not null) head.Append("WARC-Target-URI: ").Append(url.AbsoluteUri).Append("\r\n");
        foreach (var (name, value) in more) head.Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
        head.Append("WARC-Block-Digest: ").Append(Digest(block)).Append("\r\n");
        head.Append("Content-Type: ").Append(contentType).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {block.Length}\r\n\r\n");
        using var member = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        member.Write(Encoding.UTF8.GetBytes(head.ToString()));
        member.Write(block);
        member.Write("\r\n\r\n"u8);
    }

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    /// <summary>A digest as web archives write it: the algorithm and Base32 (RFC 4648, 6).</summary>
    private static string Digest(byte[] bytes)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder("sha256:");
        var (bits, held) = (0, 0);
        foreach (var octet in SHA256.HashData(bytes))
        {
            bits = ((bits << 8) | octet) & 0xFFFF;
            for (held += 8; held >= 5; held -= 5) text.Append(Alphabet[(bits >> (held - 5)) & 31]);
        }
        if (held > 0) text.Append(Alphabet[(bits << (5 - held)) & 31]);
        return text.Append('=', (8 - ((text.Length - 7) % 8)) % 8).ToString();
    }
}
