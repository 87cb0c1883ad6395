using System.Text;

namespace NewsMiner.Extractor.Addresses;

/// <summary>One address for each article, whatever parameters, slugs, fragments or encodings an outlet puts on its links.</summary>
/// <remarks>Percent-encoding, case and dot segments by RFC 3986, 6.2.2; internationalised names and characters by RFC 3987, 3.1.</remarks>
public static class CanonicalAddress
{
    /// <summary>The canonical, fetchable address, or null where the text is none of http or https.</summary>
    /// <param name="text">An address as a page, feed or person writes it.</param>
    /// <param name="baseAddress">What relative addresses are relative to.</param>
    public static Uri? Of(string text, Uri? baseAddress = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = Clean(text);
        if (clean.Length == 0) return null;
        if (!Uri.TryCreate(clean, UriKind.Absolute, out var address) || address.Scheme == Uri.UriSchemeFile)
        {
            if (baseAddress is null || !Uri.TryCreate(baseAddress, clean, out address)) return null;
        }
        return Of(address);
    }

    /// <summary>The canonical, fetchable form of an absolute address, or null where it is none of http or https.</summary>
    public static Uri? Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || Host(address) is not { Length: > 0 } host) return null;
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var canonical = $"{address.Scheme}://{host}{port}{Path(address.AbsolutePath)}{Query(address.Query)}";
        return Uri.TryCreate(canonical, UriKind.Absolute, out var result) ? result : null;
    }

    /// <summary>
    /// What two addresses of one article have in common: the canonical address without scheme, without <c>www.</c>, <c>m.</c>, <c>mobile.</c> or <c>amp.</c>,
    /// without a slash at its end. Not to be fetched.
    /// </summary>
    public static string Identity(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var canonical = Of(address) ?? address;
        return Site(canonical) + canonical.AbsolutePath.TrimEnd('/') + canonical.Query;
    }

    /// <summary>The site an address belongs to: its host without <c>www.</c>, <c>m.</c>, <c>mobile.</c> or <c>amp.</c>, with a port that is not the usual one.</summary>
    public static string Site(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var host = Host(address) ?? address.Host;
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "m.", "mobile.", "amp."])
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.')) host = host[prefix.Length..];
        }
        return address.IsDefaultPort ? host : $"{host}:{address.Port}";
    }

    /// <summary>Without line breaks and tabs, and without controls and spaces around it; a backslash in the path is a slash (WHATWG URL, 4.4).</summary>
    private static string Clean(string text)
    {
        var clean = string.Concat(text.Where(c => c is not ('\t' or '\n' or '\r'))).AsSpan().Trim();
        if (clean.StartsWith("<![CDATA[") && clean.EndsWith("]]>")) clean = clean[9..^3];
        while (clean.Length > 0 && (clean[0] <= ' ' || char.IsWhiteSpace(clean[0]))) clean = clean[1..];
        while (clean.Length > 0 && (clean[^1] <= ' ' || char.IsWhiteSpace(clean[^1]))) clean = clean[..^1];
        var end = clean.IndexOfAny('?', '#');
        var path = end < 0 ? clean : clean[..end];
        return path.Contains('\\') ? path.ToString().Replace('\\', '/') + (end < 0 ? "" : clean[end..].ToString()) : clean.ToString();
    }

    /// <summary>The host in ASCII and lower case, or null where it is no name.</summary>
    private static string? Host(Uri address)
    {
        try
        {
            if (address.HostNameType == UriHostNameType.IPv6) return address.Host;
            var host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
            // A name that ends in a number is an IPv4 address or nothing (WHATWG URL, 3.5).
            return address.HostNameType == UriHostNameType.Dns && host.AsSpan(host.LastIndexOf('.') + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? null : host;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static string Path(string path)
    {
        var session = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        if (session >= 0) path = path[..session];
        path = path.TrimEnd('&');
        var segments = Encode(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var form in AddressTables.ArticlePaths)
        {
            if (form.Shorten(segments) is { } shortest) return shortest;
        }
        var ends = segments.Length > 0 && path.EndsWith('/') ? "/" : "";
        if (segments is [_, .., "amp" or "print"]) segments = segments[..^1];
        return segments.Length == 0 ? "/" : "/" + string.Join('/', segments) + ends;
    }

    private static string Query(string query)
    {
        if (query.Length < 2) return "";
        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.StartsWith("amp;", StringComparison.Ordinal) ? pair[4..] : pair)
            .Select(pair => pair.Split('=', 2))
            .Where(parts => parts[0].Length > 0 && !AddressTables.IsTracking(Uri.UnescapeDataString(parts[0])))
            .Select(parts => string.Join('=', parts.Select(EncodeParameter)))
            .Order(StringComparer.Ordinal);
        var text = string.Join('&', kept);
        return text.Length == 0 ? "" : "?" + text;
    }

    /// <summary>Hex digits in upper case, unreserved characters bare, everything beyond ASCII and every control percent-encoded.</summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                var value = Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                if (IsUnreserved((char)value)) encoded.Append((char)value);
                else encoded.Append('%').Append(char.ToUpperInvariant(text[i + 1])).Append(char.ToUpperInvariant(text[i + 2]));
                i += 2;
            }
            else if (text[i] is > ' ' and < '\x7f' and not ('"' or '<' or '>' or '[' or '\\' or ']' or '^' or '`' or '{' or '|' or '}'))
            {
                encoded.Append(text[i]);
            }
            else
            {
                var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                foreach (var octet in Encoding.UTF8.GetBytes(text, i, length)) encoded.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                i += length - 1;
            }
        }
        return encoded.ToString();
    }

    /// <summary>A name or value as a form would send it: unreserved characters bare, a space as <c>+</c>, all else percent-encoded.</summary>
    private static string EncodeParameter(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in Encode(text.Replace("%20", "+", StringComparison.Ordinal).Replace(' ', '+')))
        {
            if (IsUnreserved(c) || c is '+' or '%') encoded.Append(c);
            else encoded.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return encoded.ToString();
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
