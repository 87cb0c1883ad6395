using System.IO.Compression;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Index.Storage;

/// <summary>How articles, facts and pages lie in the file: JSON, and Brotli (RFC 7932) where it is long.</summary>
internal static class ArticleBlob
{
    private const int Quality = 2, ShortestWindow = 10, LongestWindow = 18;

    private static readonly StoreJson Json = new(new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>An article and its facts, about to be kept.</summary>
    public static ArticleJson Write(AnalyzedArticle analyzed) => new(JsonSerializer.SerializeToUtf8Bytes(analyzed, Json.AnalyzedArticle));

    public static byte[] Pack(ArticleJson json) => Compress(json.Article);

    public static Article Unpack(byte[] blob) => JsonSerializer.Deserialize(Decompress(blob), Json.Article)
        ?? throw new StoreException("an article in the store is empty: run `newsminer reextract`");

    public static T ReadFact<T>(string json) => JsonSerializer.Deserialize(json, TypeOf<T>())
        ?? throw new StoreException("a fact in the store is empty: run `newsminer reextract`");

    /// <summary>Those properties of a fact that a type has, from its JSON in UTF-8.</summary>
    public static T ReadPart<T>(byte[] json) => JsonSerializer.Deserialize(json, TypeOf<T>())
        ?? throw new StoreException("a fact in the store is empty: run `newsminer reextract`");

    /// <summary>A fact of a kind of the store: <c>official</c>, <c>statement</c>, <c>figure</c> or <c>pledge</c>.</summary>
    public static Fact ReadFact(string kind, string json) => kind switch
    {
        "official" => ReadFact<Official>(json),
        "statement" => ReadFact<Statement>(json),
        "figure" => ReadFact<Figure>(json),
        _ => ReadFact<Pledge>(json),
    };

    public static string WriteHeaders(IReadOnlyDictionary<string, string> headers) => JsonSerializer.Serialize(headers, Json.IReadOnlyDictionaryStringString);

    public static Dictionary<string, string> ReadHeaders(string json) => JsonSerializer.Deserialize(json, Json.DictionaryStringString) ?? [];

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T))!;

    public static byte[] Compress(byte[] bytes)
    {
        // No longer than the bytes: the encoder makes its tables ready for all of it.
        var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, ShortestWindow, LongestWindow);
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, target, out var written, Quality, window)
            ? target[..written]
            : throw new InvalidOperationException("Brotli needs no more than its own bound");
    }

    public static byte[] Decompress(byte[] blob)
    {
        using var source = new BrotliStream(new MemoryStream(blob), CompressionMode.Decompress);
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}
