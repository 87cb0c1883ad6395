using System.Text;

namespace NewsMiner.Crawler.Robots;

/// <summary>The part of an address that robots.txt speaks of.</summary>
internal static class RobotsPath
{
    /// <summary>An address as rules are compared with: what is beyond ASCII escaped, hex digits in upper case.</summary>
    public static string Escaped(Uri url) => Encoding.ASCII.GetString(RobotsPattern.Escape(Encoding.UTF8.GetBytes(url.AbsoluteUri)));

    /// <summary>Path, parameters and query, without the fragment; "/" where the address has none.</summary>
    public static byte[] Of(string url)
    {
        var nul = url.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0) url = url[..nul];
        var start = url.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var early = url.AsSpan(start).IndexOfAny('/', '?', ';');
        var scheme = url.AsSpan(start).IndexOf("://");
        if (scheme >= 0 && !(early >= 0 && early < scheme)) start += scheme + 3;
        var path = start > url.Length ? -1 : url.AsSpan(start).IndexOfAny('/', '?', ';');
        if (path < 0) return [(byte)'/'];
        path += start;
        var fragment = url.IndexOf('#', url.StartsWith("//", StringComparison.Ordinal) ? 2 : 0);
        if (fragment >= 0 && fragment < path) return [(byte)'/'];
        var text = fragment >= 0 ? url[path..fragment] : url[path..];
        return Encoding.UTF8.GetBytes(text[0] == '/' ? text : "/" + text);
    }
}
