using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>The outlet's own number of an article.</summary>
internal static class NewsCode
{
    private static readonly string[] Labels = ["کدخبر", "شناسهخبر", "کدمطلب", "شناسهمطلب", "شمارهخبر", "newsid", "newscode", "شناسه", "کد"];

    private static readonly string[] QueryWords = ["nn", "newsid", "news_id", "nid", "id", "code"];

    private static readonly string[] AddressWords = ["news", "photo", "video", "media", "report", "interview", "doc", "live", "print", "detail", "content", "post", "story"];

    /// <summary>By the family's place, the metas, a line of the text, and the address, in this order; whatever disagrees is noted.</summary>
    public static string? Read(PageTree tree, Family family, PageMeta meta, string? ofText, Uri url, List<FieldEvidence> evidence)
    {
        var found = new List<(string Place, string Code)>();
        void Add(string place, string? code)
        {
            if (code is { Length: > 0 }) found.Add((place, code));
        }
        foreach (var place in family.Find(tree, "code")) Add(family.Name + " code", In(tree.Attribute(place, "value") ?? BlockText.OneLine(tree, place)));
        foreach (var (place, value) in meta.All("nastooh:code", "nastooh:nid", "nastooh:news_id", "news_id", "newsid", "dc.identifier", "article:id")) Add(place, In(value));
        Add("text", ofText);
        Add("address", OfAddress(url));
        if (found.Count == 0) return null;
        foreach (var (place, code) in found.Distinct()) evidence.Add(new("code", place, code, code == found[0].Code ? null : "another than the stronger place says"));
        return found[0].Code;
    }

    /// <summary>The number behind «کد خبر» or its like; without such a label the first number that is no date or hour.</summary>
    internal static string? In(string text)
    {
        var folded = string.Concat(text.Select(Fold.Character).Where(c => c != '\0')).Trim();
        var squeezed = Fold.Key(folded);
        foreach (var label in Labels)
        {
            var at = squeezed.IndexOf(label, StringComparison.Ordinal);
            if (at >= 0 && Number(squeezed.AsSpan(at + label.Length).TrimStart(":：؛-#/ ")) is { } labelled) return labelled;
        }
        foreach (var word in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Trim(':', '#', '(', ')', '[', ']') is { Length: >= 2 } number && number.All(c => char.IsAsciiDigit(c) || c == '-') && Number(number) is { } code) return code;
        }
        return null;
    }

    /// <summary>Digits, those of a code in parts (<c>14020514-118</c>) joined.</summary>
    private static string? Number(ReadOnlySpan<char> text)
    {
        var digits = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '-' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))); i++)
        {
            if (text[i] != '-') digits.Append(text[i]);
        }
        return digits.Length is > 0 and <= 20 ? digits.ToString() : null;
    }

    /// <summary>The longest number behind a word such as <c>news</c>, or a query such as <c>nn=</c>.</summary>
    private static string? OfAddress(Uri url)
    {
        var best = (string?)null;
        var isBehind = false;
        foreach (var part in url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (isBehind && part.All(c => char.IsAsciiDigit(c) || c == '-') && Number(part) is { Length: > 2 } code && code.Length > (best?.Length ?? 0)) best = code;
            isBehind |= AddressWords.Contains(part, StringComparer.OrdinalIgnoreCase);
        }
        foreach (var pair in url.Query.TrimStart('?').Split('&'))
        {
            var (name, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : (pair, "");
            if (best is null && QueryWords.Contains(name, StringComparer.OrdinalIgnoreCase) && value.All(char.IsAsciiDigit) && Number(value) is { Length: > 2 } code) best = code;
        }
        return best;
    }
}
