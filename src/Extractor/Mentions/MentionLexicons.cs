using System.Collections.Frozen;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>A head of a post: the role as exported, the body it names itself, and the kind of place it covers where nothing else says so.</summary>
/// <param name="Name">As exported.</param>
/// <param name="Body">The body a head of this name leads, or null.</param>
/// <param name="PlaceKind">The kind of place covered where nothing else says so, or null.</param>
/// <param name="NeedsBody">True for words that are a post only beside a body: «عضو», «مشاور».</param>
internal sealed record Role(string Name, string? Body, string? PlaceKind, bool NeedsBody);

/// <summary>A body as exported; national ones cover no smaller place, some names tell the city.</summary>
internal sealed record Body(string Name, bool IsNational, string? City);

/// <summary>A place of the country: <c>province</c>, <c>county</c> or <c>city</c>, the widest of that name, and the province it lies in.</summary>
internal sealed record Place(string Name, string Kind, string Province);

/// <summary>The tables by which persons, posts and attributions are found.</summary>
internal static class MentionLexicons
{
    public static readonly JoinedPhraseTable<Role> Roles = JoinedPhraseTable<Role>.Read("Mentions/roles.tsv", RoleOf);

    /// <summary>Bodies by name; one that ends in a long vowel takes the ی of the ezafe that follows it.</summary>
    public static readonly JoinedPhraseTable<Body> Bodies = new(LanguageTable.Read("Mentions/bodies.tsv")
        .Select(row => (Words: row[0], Body: new Body(row[1], row[2] == "country", row[2] is "" or "country" ? null : row[2])))
        .SelectMany(row => row.Words[^1] is 'ا' or 'و' ? new[] { (row.Words, row.Body), (row.Words + "ی", row.Body) } : [(row.Words, row.Body)]));

    public static readonly JoinedPhraseTable<string> Honorifics = JoinedPhraseTable<string>.Read("Mentions/honorifics.tsv", row => row[0]);

    /// <summary>Places by name; of several with one name the widest, as a text means it.</summary>
    public static readonly JoinedPhraseTable<Place> Places = new(LanguageTable.Read("Lexicons/places.tsv")
        .Select(row => new Place(row[0], row[1], row[2]))
        .OrderBy(place => place.Kind switch { "province" => 0, "county" => 1, _ => 2 })
        .Select(place => (place.Name, place)));

    public static readonly FrozenSet<string> Boundaries = LanguageTable.Read("Mentions/boundaries.tsv").Select(row => Fold.Key(row[0])).Where(key => key.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Folded words that make the name behind them that of a thing or of somebody of the past.</summary>
    public static readonly FrozenSet<string> NamedAfter = LanguageTable.Read("Mentions/named-after.tsv").Select(row => Fold.Key(row[0])).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What says who a person is without giving a post.</summary>
    public static readonly JoinedPhraseTable<string> Occupations = JoinedPhraseTable<string>.Read("Mentions/occupations.tsv", row => row[0]);

    /// <summary>Words too frequent to be taken for a family name on weak evidence.</summary>
    public static readonly FrozenSet<string> CommonWords = LanguageTable.Read("Lexicons/common-words.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The head of a post that a row of <c>roles.tsv</c> describes.</summary>
    public static Role RoleOf(TableRow row) => new(row[1], NullIfEmpty(row[2]), NullIfEmpty(row[3]), row[4] == "body");

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
