using System.Security.Cryptography;
using System.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>From a text already stripped of its markup, boilerplate left in, to its article.</summary>
public static class PlainTextReader
{
    /// <summary>A first line longer than this is a lead, not a title; UTF-16 units.</summary>
    private const int MaxTitleLength = 140;

    /// <summary>Reads a text: each line is a paragraph, a short first line without a full stop the title.</summary>
    /// <param name="text">The text; a NUL marks it as no text.</param>
    /// <param name="source">The path or address it came from, from which the id is made.</param>
    public static ReadResult Read(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('\0', StringComparison.Ordinal)) return new ReadResult.NotAnArticle("binary", "it holds zero bytes");
        string[] lines = [.. text.Split('\n').Select(StoryLines.Trim).Where(line => line.Length > 0)];
        if (lines.Length == 0) return new ReadResult.NotAnArticle("empty", "it holds no line of text");
        var hasTitle = lines.Length > 1 && lines[0].Length <= MaxTitleLength && lines[0][^1] is not ('.' or ':' or '؛' or '،') && Boilerplate.RoleOf(lines[0]) == LineRole.Story;
        var title = hasTitle ? lines[0] : "";
        var story = StoryLines.Sort(lines.Skip(hasTitle ? 1 : 0), title);
        if (story.Paragraphs.Count == 0) return new ReadResult.NotAnArticle("empty", hasTitle ? "nothing follows its title" : "all its lines belong to the page, not to a story");
        return new ReadResult.Found(new()
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 8)),
            Source = source,
            Title = title,
            Paragraphs = story.Paragraphs,
            Markers = story.Markers,
            Code = story.Code,
        });
    }
}
