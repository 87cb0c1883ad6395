namespace NewsMiner.Extractor.Addresses;

/// <summary>The form of an article's path and the shortest one the article also answers to.</summary>
internal sealed class ArticlePath(string[] form, string[] shortest)
{
    /// <summary>The shortest path of the same article, or null where <paramref name="segments"/> are not of this form.</summary>
    public string? Shorten(ReadOnlySpan<string> segments)
    {
        var ids = new Queue<string>();
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == "{slug}" && i == form.Length - 1)
            {
                if (segments.Length > form.Length) return null;
                continue;
            }
            if (i >= segments.Length || Fill(form[i], segments[i]) is not { } id) return null;
            if (id.Length > 0) ids.Enqueue(id);
        }
        if (segments.Length > form.Length) return null;
        return "/" + string.Join('/', shortest.Select(part => part.Contains("{id}", StringComparison.Ordinal) ? part.Replace("{id}", ids.Dequeue(), StringComparison.Ordinal) : part));
    }

    /// <summary>The digits that stand for <c>{id}</c>, "" where the segment is the word itself, null where it is neither.</summary>
    private static string? Fill(string pattern, string segment)
    {
        var at = pattern.IndexOf("{id}", StringComparison.Ordinal);
        if (at < 0) return pattern.Equals(segment, StringComparison.OrdinalIgnoreCase) ? "" : null;
        if (!segment.StartsWith(pattern[..at], StringComparison.OrdinalIgnoreCase)) return null;
        var digits = segment[at..];
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
