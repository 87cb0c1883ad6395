using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>What a line that belongs to the page and not to the story is to the reader.</summary>
internal enum LineRole
{
    /// <summary>Part of the story.</summary>
    Story,

    /// <summary>Left out.</summary>
    Drop,

    /// <summary>Left out with all lines after it.</summary>
    Cut,

    /// <summary>Kept apart as a tail marker.</summary>
    Marker,

    /// <summary>Gives the news code.</summary>
    Code,
}

/// <summary>Tells the page's own lines from those of the story, by <c>boilerplate.tsv</c>.</summary>
internal static class Boilerplate
{
    /// <summary>Longer lines are prose, whatever they begin with.</summary>
    private const int MaxLength = 120;

    private static readonly (string Key, string How, LineRole Role)[] Rows =
        [.. LanguageTable.Read("Articles/boilerplate.tsv").Select(row => (Fold.Key(row[0]), How(row), row.Name<LineRole>(2)))];

    /// <summary>What a stretch of a text is, which is seldom short enough to be taken out of it.</summary>
    public static LineRole RoleOf(ReadOnlySpan<char> line) => line.Length > MaxLength ? LineRole.Story : RoleOf(line.ToString());

    /// <summary>What a line is.</summary>
    public static LineRole RoleOf(string line)
    {
        if (line.Length > MaxLength) return LineRole.Story;
        var key = Letters(line);
        if (key.Length == 0) return LineRole.Drop;
        if (key.All(char.IsAsciiDigit)) return IsRow(line) ? LineRole.Story : LineRole.Marker;
        foreach (var (words, how, role) in Rows)
        {
            var fits = how switch
            {
                "is" => key == words,
                "starts" => key.StartsWith(words, StringComparison.Ordinal),
                "ends" => key.EndsWith(words, StringComparison.Ordinal),
                _ => key.Contains(words, StringComparison.Ordinal),
            };
            // «کد خبر» followed by a sentence is a sentence; a code line holds little but its number.
            if (fits && (role != LineRole.Code || Digits(line).Length > 0 && key.Length <= words.Length + 16)) return role;
        }
        return IsSum(line) ? LineRole.Drop : LineRole.Story;
    }

    /// <summary>The digits of a line in ASCII.</summary>
    public static string Digits(string line) => string.Concat(line.Select(Fold.Character).Where(char.IsAsciiDigit));

    /// <summary>An hour by itself, such as <c>۱۲:۴۰</c>.</summary>
    public static bool IsHour(string line) => line.Length is 4 or 5 && line[^3] == ':' && line.All(c => c == ':' || char.IsDigit(c));

    /// <summary>Several numbers, one of them larger than the pages of a list: a row of a table.</summary>
    private static bool IsRow(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } cells && cells.Any(cell => Digits(cell).Length > 2);

    /// <summary>The sum a comment form asks for: <c>3 + 0 =</c>.</summary>
    private static bool IsSum(string line) =>
        line.Contains('=', StringComparison.Ordinal) && line.All(c => char.IsDigit(c) || char.IsWhiteSpace(c) || c is '+' or '-' or '×' or '*' or '=' or '?' or '؟');

    private static string Letters(string line)
    {
        var key = Fold.Key(line);
        Span<char> letters = stackalloc char[key.Length];
        var length = 0;
        foreach (var c in key)
        {
            if (char.IsLetterOrDigit(c)) letters[length++] = c;
        }
        return length == key.Length ? key : new(letters[..length]);
    }

    private static string How(TableRow row) => row[1] is "is" or "starts" or "ends" or "has" ? row[1] : throw row.Bad($"'{row[1]}' is none of is, starts, ends, has");
}
