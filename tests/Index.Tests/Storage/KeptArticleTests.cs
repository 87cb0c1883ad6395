using System.Text.Json;
using Microsoft.Data.Sqlite;
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

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>With facts of every kind, some twice, and marks that JSON escapes.</summary>
    private static AnalyzedArticle Full(AnalyzedArticle article, int i) => article with
    {
        Topics = i % 2 == 0 ? [] : ["housing", "budget"],
        Officials = [.. Enumerable.Range(0, i % 3).Select(_ => new Official { Id = $"o{i}", Name = "«نام» \"\\\u2028", Role = "مدیر", Sentence = "{[س]},", Rule = "test", Confidence = 0.5 })],
        Pledges = [.. Enumerable.Range(0, i % 4).Select(at => new Pledge { Id = $"p{i}-{at}", Actor = "اداره", Action = "ساخت", Strength = "promise", Sentence = "]}", Rule = "test", Confidence = 1, Start = at, End = at + 1 })],
    };
}
