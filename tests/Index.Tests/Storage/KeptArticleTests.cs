using System.Text.Json;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Storage;
using NewsMiner.Index.Tests.Search;

namespace NewsMiner.Index.Tests.Storage;

/// <summary>An article and each of its facts come out of the store as they went in.</summary>
public sealed class KeptArticleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-kept-");

    [Fact]
    public void IsReadAsItWasWritten()
    {
        using var database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
        var store = new NewsStore(database);
        var invented = new InventedArticles(11);
        for (var i = 0; i < 40; i++)
        {
            var article = Full(invented.Next($"a{i}"), i);
            database.Write(transaction => store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch));
            Assert.Equal(JsonSerializer.Serialize(article), JsonSerializer.Serialize(store.Find(article.Article.Id)));
            Assert.Equal(CommitOutcome.Unchanged, database.Write(transaction => store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch)));
        }
    }

    [Fact]
    public void TheJsonIsThatOfTheTypes()
    {
        // The store tells by the digest of the JSON whether an article changed: another way of writing it would change them all.
        var usual = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var invented = new InventedArticles(12);
        for (var i = 0; i < 40; i++)
        {
            var article = Full(invented.Next($"a{i}"), i);
            Assert.Equal(System.Security.Cryptography.SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(article, usual)), ArticleBlob.Write(article).Digest());
        }
    }

    [Fact]
    public void WhatAnOlderProgramDidNotWriteHasItsDefault()
    {
        var article = ArticleBlob.Unpack(ArticleBlob.Compress("""{"id":"a","source":"s","title":"عنوان","paragraphs":["متن"]}"""u8.ToArray()));
        Assert.Equal(("عنوان\nمتن", 0, 0, 0), (article.Text, article.Tags.Count, article.Markers.Count, article.Evidence.Count));
        var pledge = ArticleBlob.ReadFact<Pledge>("""{"sentence":"س","rule":"r","confidence":1,"actor":"اداره","action":"ساخت","strength":"promise","start":3,"end":7}""");
        Assert.Equal(("", "", "", 0, 3, 7), (pledge.Id, pledge.ArticleId, pledge.Url, pledge.Amounts.Count, pledge.Span.Start, pledge.Span.End));
    }

    [Fact]
    public void IsInOneFileOnceTheStoreIsClosed()
    {
        var path = Path.Combine(folder.FullName, "newsminer.db");
        using (var database = NewsDatabase.Open(path))
        {
            var store = new NewsStore(database);
            var invented = new InventedArticles(13);
            for (var i = 0; i < 5; i++) database.Write(transaction => store.Commit(transaction, null, invented.Next($"a{i}"), DateTimeOffset.UnixEpoch));
            Assert.Equal(5, store.Counts().Articles);
        }
        Assert.Equal(["newsminer.db"], folder.EnumerateFiles().Select(file => file.Name));
        File.Move(path, path + ".copy");
        using var copy = NewsDatabase.Open(path + ".copy");
        Assert.Equal(5, new NewsStore(copy).Counts().Articles);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>With facts of every kind, some twice, and marks that JSON escapes.</summary>
    private static AnalyzedArticle Full(AnalyzedArticle article, int i) => article with
    {
        Topics = i % 2 == 0 ? [] : ["housing", "budget"],
        Officials = [.. Enumerable.Range(0, i % 3).Select(_ => new Official { Id = $"o{i}", Name = "«نام» \"\\\u2028", Role = "مدیر", Sentence = "{[س]},", Rule = "test", Confidence = 0.5 })],
        Pledges = [.. Enumerable.Range(0, i % 4).Select(at => new Pledge { Id = $"p{i}-{at}", Actor = "اداره", Action = "ساخت", Strength = "promise", Sentence = "]}", Rule = "test", Confidence = 1, Start = at, End = at + 1 })],
    };
}
