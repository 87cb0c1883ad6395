using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>What the first lines of a story say of its origin: «به گزارش X از Y»، «Y - »، «X - Y».</summary>
/// <param name="Province">The province, or null.</param>
/// <param name="City">The city where it is a capital, or null.</param>
/// <param name="Agency">The agency or office quoted as the origin, or null.</param>
internal sealed record Dateline(string? Province, string? City, string? Agency)
{
    /// <summary>The origin stands at the beginning of a paragraph; UTF-16 units.</summary>
    private const int Reach = 160;

    private static readonly string[] AgencyEnds = ["،", ",", " از ", " به نقل", "؛", ":"];

    private static readonly FrozenDictionary<string, (string Province, string? City)> Places = LanguageTable.Read("Lexicons/provinces.tsv")
        .SelectMany(row => new[] { (Key: Fold.Key(row[0]), Place: (row[0], row[0] == row[1] ? row[1] : (string?)null)), (Key: Fold.Key(row[1]), Place: (row[0], (string?)row[1])) })
        .DistinctBy(entry => entry.Key).ToFrozenDictionary(entry => entry.Key, entry => entry.Place);

    /// <summary>Reads the first two paragraphs, then the section the page stands in, then counts the places named.</summary>
    public static Dateline Read(string title, IReadOnlyList<string> paragraphs, string? section, List<FieldEvidence> evidence)
    {
        var agency = paragraphs.Take(3).Select(Agencies).FirstOrDefault(found => found is not null);
        if (agency is not null) evidence.Add(new("agency", "به گزارش …", agency));
        var named = paragraphs.Take(2).Select(paragraph => Origin(paragraph)).FirstOrDefault(found => found is not null);
        if (named is { } origin)
        {
            evidence.Add(new("province", "dateline", origin.Words));
            return new(origin.Province, origin.City, agency);
        }
        if (section?.Split('>').Select(Find).LastOrDefault(found => found is not null) is { } filed)
        {
            evidence.Add(new("province", "section", section));
            return new(filed.Province, null, agency);
        }
        var most = PlaceVotes.Most(title, paragraphs);
        if (most is { } leading) evidence.Add(new("province", "text", leading.Province, $"its places are named most, {leading.Votes} votes"));
        return new(most?.Province, null, agency);
    }

    private static (string Province, string? City, string Words)? Origin(string paragraph)
    {
        var head = paragraph[..Math.Min(Reach, paragraph.Length)];
        var dash = head.IndexOfAny(['-', '–', '—', ':', 'ـ', '/']);
        if (dash is > 1 and < 40 && Find(head[..dash]) is { } before) return (before.Province, before.City, head[..dash].Trim());
        var at = head.IndexOf("به گزارش", StringComparison.Ordinal);
        if (at < 0 || head.IndexOf(" از ", at, StringComparison.Ordinal) is not (> 0 and var from)) return null;
        var rest = head[(from + 4)..];
        var end = rest.AsSpan().IndexOfAny("،,;؛") is var comma && comma > 0 ? comma : rest.Length;
        var words = rest[..end].Trim();
        return Find(words) is { } place ? (place.Province, place.City, words) : null;
    }

    private static (string Province, string? City)? Find(string words)
    {
        var name = words.Replace("شهرستان ", "", StringComparison.Ordinal).Replace("استان ", "", StringComparison.Ordinal).Trim();
        return Places.TryGetValue(Fold.Key(name), out var place) ? place : PlaceVotes.ProvinceOf(name) is { } province ? (province, name) : null;
    }

    private static string? Agencies(string paragraph)
    {
        var at = paragraph.IndexOf("به گزارش ", StringComparison.Ordinal);
        if (at is < 0 or > 40) return null;
        var rest = paragraph[(at + "به گزارش ".Length)..];
        // «به گزارش ایرنا به نقل از روابط عمومی …»: the outlet's own name, and whom it quotes.
        var quoted = rest.IndexOf("به نقل از ", StringComparison.Ordinal);
        if (quoted is >= 0 and < 60) rest = rest[(quoted + "به نقل از ".Length)..];
        var ends = AgencyEnds.Select(mark => rest.IndexOf(mark, StringComparison.Ordinal)).Where(end => end > 0).ToArray();
        return ends.Length > 0 && ends.Min() < 90 ? rest[..ends.Min()].Trim() : null;
    }
}
