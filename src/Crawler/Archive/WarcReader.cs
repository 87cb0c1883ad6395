using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Archive;

/// <summary>A record of a web archive: a page, or why it is none.</summary>
public abstract record WarcRecord
{
    private WarcRecord() { }

    /// <summary>A response with a body.</summary>
    public sealed record Page(KeptPage Kept) : WarcRecord;

    /// <summary>A record that cannot be used; <paramref name="Where"/> names it.</summary>
    public sealed record Unreadable(string Where, string Reason) : WarcRecord;
}

/// <summary>Reads the responses of a web archive, WARC 1.0 or 1.1, plain or gzip; other records are passed over.</summary>
public static class WarcReader
{
    /// <summary>The largest record read, in bytes.</summary>
    private const int MaxRecord = 64 << 20;

    /// <summary>The pages of an archive, one after the other. Damage ends the reading with the reason.</summary>
    /// <param name="file">The archive, from its beginning; it must allow seeking and is closed at the end.</param>
    /// <param name="name">Its name, for messages.</param>
    public static IEnumerable<WarcRecord> Read(Stream file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Records(file, name);
    }

    /// <summary>The archive unpacked, whether its records are gzip members or plain.</summary>
    private static Stream Plain(Stream file)
    {
        var buffered = new BufferedStream(file, 64 * 1024);
        var (first, second) = (buffered.ReadByte(), buffered.ReadByte());
        buffered.Position = 0;
        return first == 0x1F && second == 0x8B ? new GZipStream(buffered, CompressionMode.Decompress) : buffered;
    }

    private static IEnumerable<WarcRecord> Records(Stream file, string name)
    {
        using var stream = Plain(file);
        for (var number = 1; ; number++)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"{name}: record {number}");
            string? version, bad = null;
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            byte[] block = [];
            try
            {
                do version = Line(stream);
                while (version?.Length == 0);
                if (version is null) yield break;
                if (!version.StartsWith("WARC/1.", StringComparison.Ordinal)) bad = $"'{(version.Length > 40 ? version[..40] : version)}' begins no record";
                else bad = ReadFields(stream, fields) ?? ReadBlock(stream, fields, out block);
            }
            catch (Exception damaged) when (damaged is InvalidDataException or IOException)
            {
                bad = damaged.Message;
            }
            if (bad is not null)
            {
                yield return new WarcRecord.Unreadable(where, bad);
                yield break;
            }
            if (fields.GetValueOrDefault("WARC-Type") == "response" && Page(fields, block, where) is { } page) yield return page;
        }
    }

    private static string? ReadFields(Stream stream, Dictionary<string, string> fields)
    {
        while (Line(stream) is { } line)
        {
            if (line.Length == 0) return null;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) fields[line[..colon]] = line[(colon + 1)..].Trim();
        }
        return "it ends within its header";
    }

    private static string? ReadBlock(Stream stream, Dictionary<string, string> fields, out byte[] block)
    {
        block = [];
        if (!int.TryParse(fields.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return "it has no Content-Length";
        if (length > MaxRecord) return $"it is larger than {MaxRecord} bytes";
        block = new byte[length];
        return stream.ReadAtLeast(block, length, throwOnEndOfStream: false) == length ? null : "it ends within its block";
    }

    private static WarcRecord? Page(Dictionary<string, string> fields, byte[] block, string where)
    {
        if (!Uri.TryCreate(fields.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>'), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return new WarcRecord.Unreadable(where, "its target is no web address");
        var end = block.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0) return new WarcRecord.Unreadable(where, "its block is no HTTP response");
        var lines = Encoding.UTF8.GetString(block, 0, end).Split("\r\n");
        if (lines[0].Split(' ') is not [var protocol, var code, ..] || !protocol.StartsWith("HTTP/", StringComparison.Ordinal) || !int.TryParse(code, CultureInfo.InvariantCulture, out var status)) return new WarcRecord.Unreadable(where, "its block is no HTTP response");
        if (status != 200) return null;
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0].Trim().ToLowerInvariant()).ToDictionary(group => group.Key, group => string.Join(", ", group.Select(parts => parts[1].Trim())));
        var at = DateTimeOffset.TryParse(fields.GetValueOrDefault("WARC-Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date.ToUniversalTime() : DateTimeOffset.UnixEpoch;
        try
        {
            var body = Decoded(block[(end + 4)..], headers);
            return new WarcRecord.Page(new(url, at, status, headers, body, fields.GetValueOrDefault("NewsMiner-Source") ?? "import"));
        }
        catch (Exception damaged) when (damaged is InvalidDataException or FormatException)
        {
            return new WarcRecord.Unreadable(where, $"its body cannot be unpacked: {damaged.Message}");
        }
    }

    /// <summary>The body without transfer and content codings, which other archives keep.</summary>
    private static byte[] Decoded(byte[] body, Dictionary<string, string> headers)
    {
        if (headers.Remove("transfer-encoding", out var transfer) && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase)) body = Joined(body);
        if (!headers.Remove("content-encoding", out var coding)) return body;
        using var source = new MemoryStream(body);
        using Stream plain = coding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "deflate" => new ZLibStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var target = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = plain.Read(buffer)) > 0;)
        {
            if (target.Length + read > MaxRecord) throw new InvalidDataException($"larger than {MaxRecord} bytes");
            target.Write(buffer, 0, read);
        }
        return target.ToArray();
    }

    /// <summary>Chunks as one body (RFC 9112, 7.1); a body that is not cut into chunks as it is.</summary>
    private static byte[] Joined(byte[] body)
    {
        using var target = new MemoryStream();
        for (var at = 0; at < body.Length;)
        {
            var line = body.AsSpan(at).IndexOf("\r\n"u8);
            if (line < 0 || !int.TryParse(Encoding.ASCII.GetString(body, at, line).Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length < 0) return body;
            at += line + 2;
            if (length == 0) break;
            if (at + length > body.Length) return body;
            target.Write(body, at, length);
            at += length + 2;
        }
        return target.ToArray();
    }

    private static string? Line(Stream stream)
    {
        var line = new List<byte>();
        for (int octet; (octet = stream.ReadByte()) >= 0;)
        {
            if (octet == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            if (line.Count >= 64 * 1024) throw new InvalidDataException("a header line without end");
            line.Add((byte)octet);
        }
        return line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }
}
