using System.Text.Json;
using System.Text.Json.Nodes;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Extractor.Tests.Articles;

/// <summary>Each folder of <c>corpus/pages</c> holds a page in the markup of a CMS family and what a person reads on it.</summary>
public sealed class CorpusPageTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "corpus", "pages");

    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Pages() => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void ReadsCorpusPage(string name)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "expected.json")))!.AsObject();
        var html = PageDecoder.Decode(File.ReadAllBytes(Path.Combine(Folder, name, "source.html")), null).Text;
        var result = ArticleReader.Read(html, new((string)expected["url"]!));
        if (expected["kind"] is { } kind)
        {
            Assert.Equal((string)kind!, Assert.IsType<ReadResult.NotAnArticle>(result).Kind);
            return;
        }
        var article = result is ReadResult.Found found ? found.Article : throw new InvalidOperationException(result.ToString());
        var actual = JsonSerializer.SerializeToNode(article, Names)!;
        var differences = expected.Where(field => field.Key is not "url")
            .Where(field => (field.Value?.ToJsonString(Names) ?? "null") != (actual[field.Key]?.ToJsonString(Names) ?? "null"))
            .Select(field => $"{field.Key}: expected {field.Value?.ToJsonString(Names)}, read {actual[field.Key]?.ToJsonString(Names)}");
        Assert.True(!differences.Any(), string.Join('\n', differences));
    }

    [Fact]
    public void EveryFieldOfAnArticlePageSaysWhereItWasFound()
    {
        var html = PageDecoder.Decode(File.ReadAllBytes(Path.Combine(Folder, "nastooh-kicker-lead", "source.html")), null).Text;
        var article = ((ReadResult.Found)ArticleReader.Read(html, new("https://www.nastooh1.example.ir/news/1"))).Article;
        Assert.Subset(article.Evidence.Select(evidence => evidence.Field).ToHashSet(), new HashSet<string> { "title", "kicker", "lead", "paragraphs", "outlet", "published", "updated", "code", "section", "tags", "canonicalUrl", "language", "image" });
    }
}
