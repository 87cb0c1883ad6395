namespace NewsMiner.Crawler.Robots;

/// <summary>A rule: whether it allows, and the pattern of paths it speaks of.</summary>
internal sealed class RobotsRule(bool allow, byte[] pattern)
{
    private readonly byte[]? folder = allow ? FolderOfIndex(pattern) : null;

    public bool Allow => allow;

    public byte[] Pattern => pattern;

    /// <summary>The length of the pattern where it matches, which is its weight (RFC 9309, 2.2.2), else -1.</summary>
    public int Match(ReadOnlySpan<byte> path)
    {
        if (RobotsPattern.Matches(pattern, path)) return pattern.Length;
        return folder is not null && RobotsPattern.Matches(folder, path) ? folder.Length : -1;
    }

    /// <summary>Allowing <c>/a/index.html</c> allows <c>/a/</c>.</summary>
    private static byte[]? FolderOfIndex(byte[] pattern)
    {
        var slash = Array.LastIndexOf(pattern, (byte)'/');
        return slash >= 0 && pattern.AsSpan(slash).StartsWith("/index.htm"u8) ? [.. pattern.AsSpan(0, slash + 1), (byte)'$'] : null;
    }
}

/// <summary>The patterns of robots.txt: anchored at the start, <c>*</c> for any run of bytes, <c>$</c> at the very end for the path's end.</summary>
internal static class RobotsPattern
{
    public static bool Matches(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> path)
    {
        var anchored = pattern.EndsWith("$"u8);
        if (anchored) pattern = pattern[..^1];
        int p = 0, s = 0, star = -1, retry = 0;
        while (true)
        {
            if (p == pattern.Length)
            {
                if (!anchored || s == path.Length) return true;
            }
            else if (pattern[p] == '*')
            {
                star = p++;
                retry = s;
                continue;
            }
            else if (s < path.Length && pattern[p] == path[s])
            {
                p++;
                s++;
                continue;
            }
            if (star < 0 || retry >= path.Length) return false;
            p = star + 1;
            s = ++retry;
        }
    }

    /// <summary>Percent-encodes what is not ASCII and writes hex digits in upper case, so that a pattern compares byte for byte (RFC 9309, 2.2.2).</summary>
    public static byte[] Escape(ReadOnlySpan<byte> value)
    {
        var escaped = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit((char)value[i + 1]) && char.IsAsciiHexDigit((char)value[i + 2]))
            {
                escaped.AddRange([(byte)'%', Upper(value[i + 1]), Upper(value[i + 2])]);
                i += 2;
            }
            else if (value[i] >= 0x80)
            {
                escaped.AddRange([(byte)'%', "0123456789ABCDEF"u8[value[i] >> 4], "0123456789ABCDEF"u8[value[i] & 15]]);
            }
            else
            {
                escaped.Add(value[i]);
            }
        }
        return [.. escaped];
    }

    private static byte Upper(byte hex) => (byte)char.ToUpperInvariant((char)hex);
}
