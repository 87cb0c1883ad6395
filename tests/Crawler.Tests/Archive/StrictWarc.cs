using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsMiner.Crawler.Tests.Archive;

/// <summary>A record of a web archive.</summary>
/// <param name="Fields">Its named fields; each at most once, as the standard has it for all but WARC-Concurrent-To.</param>
/// <param name="Block">Its block.</param>
internal sealed record StrictWarcRecord(IReadOnlyDictionary<string, string> Fields, byte[] Block);

/// <summary>
/// Reads a web archive to the letter of ISO 28500:2017 (WARC 1.1) and shares no code with the writer: what departs from the grammar, from the fields a
/// type of record must have, from its digests or from one gzip member a record (Annex D) is an error, never repaired.
/// </summary>
internal static partial class StrictWarc
{
    private static readonly string[] Mandatory = ["WARC-Record-ID", "Content-Length", "WARC-Date", "WARC-Type"];

    /// <summary>The records of a file of gzip members.</summary>
    /// <exception cref="FormatException">It is none to the letter.</exception>
    public static IReadOnlyList<StrictWarcRecord> Read(byte[] file)
    {
        StrictWarcRecord[] records = [.. Members(file).Select(Record)];
        Require(records.Select(record => record.Fields["WARC-Record-ID"]).Distinct().Count() == records.Length, "5.2: record ids are unique");
        return records;
    }

    /// <summary>Each member unpacked alone: its end is where its own deflate stream and its trailer of eight bytes end (RFC 1952).</summary>
    private static IEnumerable<byte[]> Members(byte[] file)
    {
        for (var start = 0; start < file.Length;)
        {
            Require(file.AsSpan(start).StartsWith(new byte[] { 0x1F, 0x8B, 8, 0 }), "D.2: a gzip member without optional fields begins here");
            var (end, plain) = (start + 18, (byte[]?)null);
            // A shorter part than the member is cut off or leaves its trailer unread; the first that unpacks to what the trailer says is the member.
            while (plain is null)
            {
                Require(end <= file.Length, "D.2: the last gzip member is whole");
                plain = Whole(file.AsSpan(start, end - start));
                if (plain is null) end++;
            }
            yield return plain;
            start = end;
        }
    }

    private static byte[]? Whole(ReadOnlySpan<byte> member)
    {
        using var packed = new MemoryStream(member[10..^8].ToArray());
        using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        try
        {
            deflate.CopyTo(plain);
        }
        catch (InvalidDataException)
        {
            return null;
        }
        var bytes = plain.ToArray();
        return BitConverter.ToUInt32(member[^4..]) == (uint)bytes.Length && BitConverter.ToUInt32(member[^8..^4]) == Crc32(bytes) ? bytes : null;
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var octet in bytes)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }
        return ~crc;
    }

    private static StrictWarcRecord Record(byte[] bytes)
    {
        var headEnd = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        Require(headEnd > 0, "4: an empty line ends the header");
        var lines = Encoding.UTF8.GetString(bytes, 0, headEnd).Split("\r\n");
        Require(lines[0] == "WARC/1.1", "4: the version comes first");
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var field = Field().Match(line);
            Require(field.Success, $"4: a named field is a token, a colon and a value: {line}");
            Require(fields.TryAdd(field.Groups[1].Value, field.Groups[2].Value), $"5.1: a field stands once: {line}");
        }
        foreach (var name in Mandatory) Require(fields.ContainsKey(name), $"5.1: {name} is mandatory");
        Require(RecordId().IsMatch(fields["WARC-Record-ID"]), "5.2: a record id is a URI in angle brackets");
        Require(Date().IsMatch(fields["WARC-Date"]), "5.4: a date is UTC after W3CDTF");
        var length = int.Parse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture);
        Require(bytes.Length == headEnd + 4 + length + 4 && bytes.AsSpan(bytes.Length - 4).SequenceEqual("\r\n\r\n"u8), "5.3 and 4: a block as long as it says, then two line ends and nothing more");
        var block = bytes[(headEnd + 4)..^4];
        Require(length == 0 || fields.ContainsKey("Content-Type"), "5.6: a block that is not empty has a type");
        if (fields.TryGetValue("WARC-Block-Digest", out var digest)) Require(digest == Sha256(block), "5.8: the digest of the block");
        if (fields["WARC-Type"] == "response") Response(fields, block);
        else Require(fields["WARC-Type"] == "warcinfo" && !fields.ContainsKey("WARC-Target-URI") && fields["Content-Type"] == "application/warc-fields", "6.2: information about the file has no target");
        return new(fields, block);
    }

    private static void Response(Dictionary<string, string> fields, byte[] block)
    {
        Require(fields.TryGetValue("WARC-Target-URI", out var target) && Uri.TryCreate(target, UriKind.Absolute, out _) && target.All(char.IsAscii), "5.9: a response has a target, a URI without brackets");
        Require(fields["Content-Type"] is "application/http; msgtype=response" or "application/http;msgtype=response", "6.3.2: an answer of HTTP");
        var end = block.AsSpan().IndexOf("\r\n\r\n"u8);
        Require(end > 0 && StatusLine().IsMatch(Encoding.ASCII.GetString(block, 0, block.AsSpan().IndexOf("\r\n"u8))), "RFC 9112, 4: a status line and an end of the header");
        if (fields.TryGetValue("WARC-Payload-Digest", out var digest)) Require(digest == Sha256(block[(end + 4)..]), "5.10: the digest of the payload");
    }

    /// <summary>Base32 (RFC 4648, 6) by reckoning with one big number, the padding last.</summary>
    private static string Sha256(byte[] bytes)
    {
        var number = new System.Numerics.BigInteger(SHA256.HashData(bytes), isUnsigned: true, isBigEndian: true) << 4;
        var text = new char[52];
        for (var i = 51; i >= 0; i--, number >>= 5) text[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(int)(number & 31)];
        return "sha256:" + new string(text) + "====";
    }

    private static void Require(bool holds, string clause)
    {
        if (!holds) throw new FormatException(clause);
    }

    [GeneratedRegex(@"^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([^\x00-\x1F\x7F]*)$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^<[a-z][a-z0-9+.\-]*:[\x21-\x3B=\x3F-\x7E]+>$")]
    private static partial Regex RecordId();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^HTTP/1\.[01] [1-5]\d\d [\x20-\x7E]*$")]
    private static partial Regex StatusLine();
}
