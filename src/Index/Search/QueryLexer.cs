using System.Globalization;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Search;

/// <summary>The marks and words of the search language, found in a query's text.</summary>
internal static class QueryLexer
{
    /// <summary>Where a keyword that stands alone ends, or 0.</summary>
    public static int Word(string text, int at, string keyword)
    {
        var end = at + keyword.Length;
        return string.CompareOrdinal(text, at, keyword, 0, keyword.Length) == 0 && (end == text.Length || char.IsWhiteSpace(text[end]) || text[end] is '(' or ')' or '"') ? end : 0;
    }

    /// <summary><c>~</c> or <c>~5</c>, standing alone or glued to the next word.</summary>
    public static (int End, int? Distance)? Tilde(string text, int at)
    {
        if (text[at] != '~') return null;
        var end = at + 1;
        while (end < text.Length && char.IsDigit(text[end])) end++;
        if (end == at + 1) return (end, null);
        return (end, int.TryParse(Fold.Key(text.AsSpan(at + 1, end - at - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var distance) ? Math.Min(distance, 100) : 100);
    }

    /// <summary>The field whose name stands here before a colon, and where its value begins.</summary>
    public static (string Name, int ValueStart)? FieldName(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '\u200c')) end++;
        if (end == at || end >= text.Length || text[end] != ':') return null;
        var name = text[at..end];
        // «وی گفت: …» is no field; a Latin word before a colon with something behind it is meant as one.
        if (QueryFields.IsName(name)) return (name, end + 1);
        return char.IsAsciiLetter(name[0]) && end + 1 < text.Length && !char.IsWhiteSpace(text[end + 1]) && text[end + 1] != '/' ? (name, end + 1) : null;
    }

    /// <summary><c>figure&gt;1000</c>, <c>figure=10..20</c>; the range is null where no number follows.</summary>
    public static (FigureRange? Range, int End)? Comparison(string text, int at)
    {
        foreach (var name in (string[])["figure", "رقم", "عدد"])
        {
            var sign = at + name.Length;
            if (string.CompareOrdinal(text, at, name, 0, name.Length) != 0 || sign >= text.Length || text[sign] is not ('>' or '<' or '=' or '≥' or '≤')) continue;
            var orEqual = text[sign] is '≥' or '≤' || (sign + 1 < text.Length && text[sign + 1] == '=');
            var start = sign + 1 + (sign + 1 < text.Length && text[sign + 1] == '=' ? 1 : 0);
            var end = EndOfWord(text, start);
            var bounds = text[start..end].Split("..");
            if (Number(bounds[0]) is not { } low || bounds.Length > 2) return (null, end);
            if (bounds.Length == 2) return (text[sign] == '=' && Number(bounds[1]) is { } high ? new(low, false, high, false, null) : null, end);
            return (text[sign] switch
            {
                '>' or '≥' => new FigureRange(low, !orEqual, null, false, null),
                '<' or '≤' => new FigureRange(null, false, low, !orEqual, null),
                _ => new FigureRange(low, false, low, false, null),
            }, end);
        }
        return null;
    }

    /// <summary>Where the word that begins here ends: at white space, a quotation mark or a parenthesis.</summary>
    public static int EndOfWord(string text, int at, bool field = false)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '«' or '»' or '“' or '”' or '(' or ')') && (field || text[at] is not ('~' or '|'))) at++;
        return at;
    }

    /// <summary>The plain word behind <paramref name="at"/>, or null where something else or nothing follows.</summary>
    public static (int Start, int End)? NextPlainWord(string text, int at)
    {
        var start = at;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        if (start == text.Length || text[start] == '-' || Word(text, start, "OR") > 0 || Word(text, start, "AND") > 0) return null;
        var end = EndOfWord(text, start);
        if (end == start || text[end - 1] == '*' || FieldName(text, start) is not null || Comparison(text, start) is not null) return null;
        // A word before ~ belongs to it alone.
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next < text.Length && text[next] == '~' ? null : (start, end);
    }

    private static double? Number(string text)
    {
        var key = Fold.Key(text).Replace("٬", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace('٫', '.').Replace('/', '.');
        return double.TryParse(key, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }
}
