using System.Security.Cryptography;
using System.Text.Json;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Index.Storage;

/// <summary>An article with its facts as JSON, written once: the digest is of all of it, and what the store keeps in parts are parts of it.</summary>
internal sealed class ArticleJson
{
    private readonly byte[] json;
    private readonly Dictionary<string, Queue<Range>> facts = new(StringComparer.Ordinal);
    private Range article;

    /// <param name="json">The <see cref="AnalyzedArticle"/> in UTF-8.</param>
    public ArticleJson(byte[] json)
    {
        this.json = json;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray) facts[name] = Parts(ref reader);
            else if (name == JsonNamingPolicy.CamelCase.ConvertName(nameof(AnalyzedArticle.Article))) article = Part(ref reader);
            else reader.Skip();
        }
    }

    /// <summary>What decides whether an article changed: all its words and facts, whatever the extractor's version.</summary>
    public byte[] Digest() => SHA256.HashData(json);

    /// <summary>The <see cref="Article"/>.</summary>
    public byte[] Article => json[article];

    /// <summary>The next fact of a list of <see cref="AnalyzedArticle"/>, such as <c>officials</c>, in UTF-8.</summary>
    public ReadOnlySpan<byte> NextFact(string list) => json.AsSpan(facts[list].Dequeue());

    private static Queue<Range> Parts(ref Utf8JsonReader reader)
    {
        var parts = new Queue<Range>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) parts.Enqueue(Part(ref reader));
        return parts;
    }

    private static Range Part(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }
}
