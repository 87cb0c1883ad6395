using System.Buffers;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Api.Input;

/// <summary>What one file, or one line of a file, turned out to be.</summary>
internal abstract record InputItem
{
    private InputItem() { }

    /// <summary>An article.</summary>
    public sealed record Found(Article Article) : InputItem;

    /// <summary>Something that could not be read as one.</summary>
    /// <param name="Where">The path, with the line after a colon where there is one.</param>
    /// <param name="Reason">What is wrong and what to do.</param>
    public sealed record Unreadable(string Where, string Reason) : InputItem;
}

/// <summary>Reads articles from files: pages (<c>.html</c>), texts (<c>.txt</c>), articles (<c>.json</c>, <c>.jsonl</c>) and standard input (<c>-</c>).</summary>
internal static class ArticleInput
{
    /// <summary>The largest file read, in bytes: a page of 64 MB is no article, and a list of articles belongs in JSON Lines, which streams.</summary>
    public const long MaxFileBytes = 64L * 1024 * 1024;

    private static readonly string[] Extensions = [".html", ".htm", ".txt", ".json", ".jsonl"];

    private static readonly SearchValues<byte> Blank = SearchValues.Create("\t\n\r "u8);

    /// <summary>The articles of all paths in order; a folder stands for the files in it.</summary>
    public static IEnumerable<InputItem> Read(IEnumerable<string> paths, Stream standardInput) =>
        paths.SelectMany(path => Directory.Exists(path) ? ReadFolder(path, standardInput) : ReadOne(path, standardInput));

    private static IEnumerable<InputItem> ReadFolder(string path, Stream standardInput)
    {
        string[] files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
        return files.Length == 0
            ? [new InputItem.Unreadable(path, "the folder holds no " + string.Join(", ", Extensions) + " file")]
            : files.SelectMany(file => ReadOne(file, standardInput));
    }

    private static IEnumerable<InputItem> ReadOne(string path, Stream standardInput)
    {
        if (path == "-") return ReadBytes("-", ReadAll(standardInput), KindOf);
        if (!File.Exists(path)) return [new InputItem.Unreadable(path, "there is no such file or folder")];
        var extension = Path.GetExtension(path);
        if (extension.Equals(".jsonl", StringComparison.OrdinalIgnoreCase)) return ArticleLines.Read(path);
        try
        {
            if (new FileInfo(path).Length > MaxFileBytes)
                return [new InputItem.Unreadable(path, $"larger than {MaxFileBytes / (1024 * 1024)} MB; give many articles as JSON Lines (.jsonl), which has no such bound")];
            var bytes = File.ReadAllBytes(path);
            return ReadBytes(path, bytes, _ => KindByExtension(extension) ?? KindOf(bytes));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [new InputItem.Unreadable(path, InputFile.Refusal(path, refused))];
        }
    }

    private static IEnumerable<InputItem> ReadBytes(string path, byte[] bytes, Func<byte[], string> kindOf)
    {
        if (bytes.AsSpan().IndexOfAnyExcept(Blank) < 0) return [new InputItem.Unreadable(path, "the file is empty")];
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 8192)).Contains((byte)0) && !StartsWithUtf16Bom(bytes))
            return [new InputItem.Unreadable(path, "a binary file, not a page or a text (it holds zero bytes)")];
        return kindOf(bytes) switch
        {
            "json" => ArticleLines.ReadDocument(path, bytes),
            "html" => [FromPage(path, PageDecoder.Decode(bytes, null).Text)],
            _ => [From(path, PlainTextReader.Read(PageDecoder.Decode(bytes, "text/plain").Text, path))],
        };
    }

    private static InputItem FromPage(string path, string html)
    {
        var item = From(path, ArticleReader.Read(html, AddressOf(path)));
        return item is InputItem.Found found ? new InputItem.Found(found.Article with { Source = path }) : item;
    }

    private static InputItem From(string path, ReadResult result) => result switch
    {
        ReadResult.Found found => new InputItem.Found(found.Article),
        ReadResult.NotAnArticle other => new InputItem.Unreadable(path, $"holds no article ({other.Kind}): {other.Reason}"),
        _ => throw new InvalidOperationException("ReadResult is closed"),
    };

    private static Uri AddressOf(string path) => path == "-" ? new("file:///-") : new(Path.GetFullPath(path));

    private static string? KindByExtension(string extension) => extension.ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => "html",
        ".TXT" => "text",
        ".JSON" => "json",
        _ => null,
    };

    /// <summary>What input without a telling name is: its first visible character decides.</summary>
    private static string KindOf(byte[] bytes)
    {
        var start = bytes.AsSpan();
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        var first = start.IndexOfAnyExcept(Blank);
        return first < 0 ? "text" : start[first] switch { (byte)'<' => "html", (byte)'{' or (byte)'[' => "json", _ => "text" };
    }

    private static bool StartsWithUtf16Bom(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static byte[] ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
