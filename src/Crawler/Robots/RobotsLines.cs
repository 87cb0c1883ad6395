namespace NewsMiner.Crawler.Robots;

internal enum RobotsKey { Other, UserAgent, Allow, Disallow, Sitemap, CrawlDelay, RequestRate, VisitTime }

/// <summary>The lines of a robots.txt that have a key and a value, read as google/robotstxt reads them.</summary>
internal ref struct RobotsLines(ReadOnlySpan<byte> rest)
{
    /// <summary>What stands beyond this in a line is ignored: eight times the longest address of a browser.</summary>
    private const int MaxLine = 2083 * 8 - 1;

    private ReadOnlySpan<byte> rest = WithoutMark(rest);

    public RobotsKey Key { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly RobotsLines Current => this;

    public readonly RobotsLines GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (Read(line.Length > MaxLine ? line[..MaxLine] : line)) return true;
        }
        return false;
    }

    /// <summary>A byte order mark, or as much of one as there is, is no part of the text.</summary>
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes[bytes.CommonPrefixLength("\uFEFF"u8)..];

    private bool Read(ReadOnlySpan<byte> line)
    {
        // The reference works on C strings: a NUL ends the line.
        var end = line.IndexOfAny((byte)'#', (byte)0);
        line = Trim(end < 0 ? line : line[..end]);
        if (line.IsEmpty) return false;
        var separator = line.IndexOf((byte)':');
        if (separator < 0)
        {
            // A forgotten colon is forgiven where the line is two words.
            separator = line.IndexOfAny((byte)' ', (byte)'\t');
            if (separator < 0 || line[separator..].TrimStart(" \t"u8).ContainsAny((byte)' ', (byte)'\t')) return false;
        }
        var name = Trim(line[..separator]);
        if (name.IsEmpty) return false;
        Key = KeyOf(name);
        Value = Trim(line[(separator + 1)..]);
        return true;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => line.Trim(" \t\n\v\f\r"u8);

    private static RobotsKey KeyOf(ReadOnlySpan<byte> name)
    {
        if (Begins(name, "user-agent"u8) || Begins(name, "useragent"u8) || Begins(name, "user agent"u8)) return RobotsKey.UserAgent;
        if (Begins(name, "allow"u8)) return RobotsKey.Allow;
        if (Begins(name, "disallow"u8) || Begins(name, "dissallow"u8) || Begins(name, "dissalow"u8) || Begins(name, "disalow"u8)
            || Begins(name, "diasllow"u8) || Begins(name, "disallaw"u8)) return RobotsKey.Disallow;
        if (Begins(name, "sitemap"u8) || Begins(name, "site-map"u8)) return RobotsKey.Sitemap;
        if (Begins(name, "crawl-delay"u8)) return RobotsKey.CrawlDelay;
        if (Begins(name, "visit-time"u8)) return RobotsKey.VisitTime;
        return Begins(name, "request-rate"u8) ? RobotsKey.RequestRate : RobotsKey.Other;
    }

    private static bool Begins(ReadOnlySpan<byte> name, ReadOnlySpan<byte> word) =>
        name.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(name[..word.Length], word);
}
