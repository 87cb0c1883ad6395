using System.IO.Compression;

namespace NewsMiner.Crawler.Discovery;

/// <summary>Opens gzip files, such as <c>sitemap.xml.gz</c>, up to a bound.</summary>
internal static class Gzip
{
    /// <summary>The plain bytes; other bytes as they are; null where the file is damaged or holds more than <paramref name="limit"/> bytes.</summary>
    public static byte[]? Open(byte[] bytes, int limit)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return bytes;
        try
        {
            using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = zip.Read(buffer)) > 0;)
            {
                if (plain.Length + read > limit) return null;
                plain.Write(buffer, 0, read);
            }
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
