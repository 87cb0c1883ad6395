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

    /// <summary>Reads the first two paragraphs, then the section the page stands in, then counts which province is named most.</summary>
    public static Dateline Read(IReadOnlyList<string> paragraphs, string? section, List<FieldEvidence> evidence)
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
        var most = paragraphs.SelectMany(Mentioned).GroupBy(province => province).OrderByDescending(group => group.Count()).FirstOrDefault();
        if (most is not null) evidence.Add(new("province", "text", most.Key, $"named {most.Count()} times"));
        return new(most?.Key, null, agency);
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

    private static (string Province, string? City)? Find(string words) =>
        Places.TryGetValue(Fold.Key(words.Replace("استان ", "", StringComparison.Ordinal).Replace("شهرستان ", "", StringComparison.Ordinal)), out var place) ? place : null;

    private static IEnumerable<string> Mentioned(string paragraph)
    {
        for (var at = paragraph.IndexOf("استان ", StringComparison.Ordinal); at >= 0; at = paragraph.IndexOf("استان ", at + 1, StringComparison.Ordinal))
        {
            var words = paragraph[(at + 6)..].Split([' ', '،', '.', ',', ':', '؛'], 4, StringSplitOptions.RemoveEmptyEntries);
            for (var take = Math.Min(3, words.Length); take > 0; take--)
            {
                if (!Places.TryGetValue(Fold.Key(string.Concat(words[..take])), out var place)) continue;
                yield return place.Province;
                break;
            }
        }
    }

    private static string? Agencies(string paragraph)
    {
        var at = paragraph.IndexOf("به گزارش ", StringComparison.Ordinal);
        if (at is < 0 or > 40) return null;
        var rest = paragraph[(at + "به گزارش ".Length)..];
        var ends = AgencyEnds.Select(mark => rest.IndexOf(mark, StringComparison.Ordinal)).Where(end => end > 0).ToArray();
        return ends.Length > 0 && ends.Min() < 90 ? rest[..ends.Min()].Trim() : null;
    }
}
