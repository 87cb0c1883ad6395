namespace NewsMiner.Extractor.Articles;

/// <summary>The lines of a story without those of its page.</summary>
/// <param name="Paragraphs">The story.</param>
/// <param name="Markers">Tail markers, as they stood.</param>
/// <param name="Code">The news code a line gave, or null.</param>
internal sealed record StoryLines(IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Markers, string? Code)
{
    /// <summary>Nobody writes a paragraph this long twice; a page that draws it twice does so for two screens. UTF-16 units.</summary>
    private const int RepeatLength = 80;

    /// <summary>Sorts lines; a title that is repeated word for word is left out.</summary>
    public static StoryLines Sort(IEnumerable<string> lines, string title)
    {
        var (paragraphs, markers, code) = (new List<string>(), new List<string>(), (string?)null);
        // The hours of a running report stand between its entries; the same behind the last one is the page's clock.
        var hours = new List<string>();
        var (titleKey, seen) = (Text.Fold.Key(title), new HashSet<string>());
        foreach (var line in lines.Select(Trim).Where(line => line.Length > 0))
        {
            var role = Boilerplate.RoleOf(line);
            if (role == LineRole.Cut)
            {
                if (paragraphs.Count > 0) break;
                continue;
            }
            if (role == LineRole.Marker && Boilerplate.IsHour(line) && paragraphs.Count > 0)
            {
                hours.Add(line);
                continue;
            }
            if (role == LineRole.Story)
            {
                paragraphs.AddRange(hours);
                hours.Clear();
            }
            if (role == LineRole.Marker) markers.Add(line);
            else if (role == LineRole.Code) code ??= Boilerplate.Digits(line);
            else if (role == LineRole.Story && (titleKey.Length == 0 || Text.Fold.Key(line) != titleKey) && (line.Length < RepeatLength || seen.Add(line))) paragraphs.Add(line);
        }
        markers.AddRange(hours);
        return new(paragraphs, markers, code);
    }

    /// <summary>Without white space at either end, no-break and zero-width ones included.</summary>
    internal static string Trim(string line) => line.Trim(' ', '\t', '\r', '\n', '\v', '\f', '\u00a0', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff', '\u2028', '\u2029');
}
