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
        var clean = string.Concat(text.Where(c => c is not ('\t' or '\n' or '\r'))).Trim();
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
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.IdnHost.Length == 0) return null;
        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost.ToLowerInvariant().TrimEnd('.');
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var canonical = $"{address.Scheme}://{host}{port}{Path(address.AbsolutePath)}{Query(address.Query)}";
        return Uri.TryCreate(canonical, UriKind.Absolute, out var result) ? result : null;
    }

    /// <summary>
    /// What two addresses of one article have in common: the canonical address without scheme, without <c>www.</c>, <c>m.</c> or <c>amp.</c>,
    /// without a slash at its end. Not to be fetched.
    /// </summary>
    public static string Identity(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var canonical = Of(address) ?? address;
        return Site(canonical) + canonical.AbsolutePath.TrimEnd('/') + canonical.Query;
    }

    /// <summary>The site an address belongs to: its host without <c>www.</c>, <c>m.</c> or <c>amp.</c>, with a port that is not the usual one.</summary>
    public static string Site(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var host = address.IdnHost.ToLowerInvariant();
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "m.", "amp."])
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.')) host = host[prefix.Length..];
        }
        return address.IsDefaultPort ? host : $"{host}:{address.Port}";
    }

    private static string Path(string path)
    {
        var session = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        if (session >= 0) path = path[..session];
        var segments = Encode(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var form in AddressTables.ArticlePaths)
        {
            if (form.Shorten(segments) is { } shortest) return shortest;
        }
        var ends = segments.Length > 0 && path.EndsWith('/') ? "/" : "";
        if (segments is [.., "amp"]) segments = segments[..^1];
        return segments.Length == 0 ? "/" : "/" + string.Join('/', segments) + ends;
    }

    private static string Query(string query)
    {
        if (query.Length < 2) return "";
        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.StartsWith("amp;", StringComparison.Ordinal) ? pair[4..] : pair)
            .Select(pair => (Name: Encode(pair.Split('=', 2)[0]), Pair: Encode(pair)))
            .Where(parameter => parameter.Name.Length > 0 && !AddressTables.IsTracking(Uri.UnescapeDataString(parameter.Name)))
            .OrderBy(parameter => parameter.Pair, StringComparer.Ordinal)
            .Select(parameter => parameter.Pair.Replace("%20", "+", StringComparison.Ordinal));
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
            else if (text[i] is > ' ' and < '\x7f' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}'))
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

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
