using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace NewsMiner.Evaluation.Articles;

/// <summary>A page of the fundus evaluation and the paragraphs people copied from it.</summary>
internal sealed record FundusPage(string Name, byte[] Bytes, Uri Url, string[] Body)
{
    /// <summary>The pages of a folder with <c>ground_truth.json</c> and <c>html/*.gz</c>, by name.</summary>
    public static IEnumerable<FundusPage> ReadAll(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground_truth.json"), Encoding.UTF8));
        foreach (var entry in truth.RootElement.EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, "html", entry.Name)), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            packed.CopyTo(bytes);
            yield return new(entry.Name, bytes.ToArray(), new(entry.Value.GetProperty("url").GetString()!), [.. entry.Value.GetProperty("body").EnumerateArray().Select(paragraph => paragraph.GetString()!)]);
        }
    }
}
