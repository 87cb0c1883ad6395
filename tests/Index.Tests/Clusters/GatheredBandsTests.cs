using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Clusters;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Tests.Clusters;

/// <summary>Copies are found whether the bands of the first are written or only gathered, and whatever became of the process or transaction that gathered them.</summary>
public sealed class GatheredBandsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-bands-");
    private NewsDatabase database;
    private NewsStore store;

    public GatheredBandsTests() => (database, store) = Open();

    [Fact]
    public void OfThoseGatheredAndThoseWritten()
    {
        var written = 0L;
        for (var story = 0; story < BandIndex.Together + 40; story++)
        {
            Commit($"{story}", story);
            written = Math.Max(written, Written());
        }
        Assert.Equal(BandIndex.Together, written);
        foreach (var story in new[] { 0, BandIndex.Together - 1, BandIndex.Together, BandIndex.Together + 39 })
        {
            Commit($"copy of {story}", story);
            Assert.True(AreCopies($"{story}", $"copy of {story}"), $"{story}");
        }
    }

    [Fact]
    public void AfterTheStoreWasClosed()
    {
        Commit("first", 1);
        Reopen();
        Commit("copy", 1);
        Assert.True(AreCopies("first", "copy"));
    }

    [Fact]
    public void WhatWasRolledBackIsNoCopy()
    {
        Commit("kept", 1);
        Assert.Throws<InvalidOperationException>(() => database.Write<int>(transaction =>
        {
            store.Commit(transaction, null, Article("lost", 2), DateTimeOffset.UnixEpoch);
            throw new InvalidOperationException();
        }));
        Commit("other", 3);
        Commit("copy", 2);
        Commit("copy of the kept", 1);
        Assert.Null(store.Copies("copy"));
        Assert.True(AreCopies("kept", "copy of the kept"));
    }

    [Fact]
    public void AChangedTextIsFoundByItsNewWordsOnly()
    {
        Commit("changed", 1);
        Commit("between", 2);
        Commit("changed", 3);
        Commit("copy", 3);
        Commit("of the older", 1);
        Assert.True(AreCopies("changed", "copy"));
        Assert.Null(store.Copies("of the older"));
    }

    [Fact]
    public void WhatAnotherConnectionWroteIsFound()
    {
        Commit("first", 1);
        var (second, other) = Open();
        using (second)
        {
            second.Write(transaction => other.Commit(transaction, null, Article("elsewhere", 2), DateTimeOffset.UnixEpoch));
            Commit("copy", 2);
            second.Write(transaction => other.Commit(transaction, null, Article("copy elsewhere", 1), DateTimeOffset.UnixEpoch));
        }
        Assert.True(AreCopies("elsewhere", "copy"));
        Assert.True(AreCopies("first", "copy elsewhere"));
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Delete(recursive: true);
    }

    private (NewsDatabase Database, NewsStore Store) Open()
    {
        var opened = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
        return (opened, new(opened));
    }

    private void Reopen()
    {
        database.Dispose();
        (database, store) = Open();
    }

    private long Written() => database.Read(connection => connection.Scalar<long>("SELECT last FROM band_state"));

    private void Commit(string id, int story) => database.Write(transaction => store.Commit(transaction, null, Article(id, story), DateTimeOffset.UnixEpoch));

    /// <summary>Forty words that no other story has, in their order.</summary>
    private static Extractor.AnalyzedArticle Article(string id, int story)
    {
        var random = new Random(story);
        var words = Enumerable.Range(0, 40).Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('ا' + random.Next(20)))));
        return new() { Article = new() { Id = id, Source = id, Title = "گزارش روز", Paragraphs = [string.Join(' ', words)], Published = PublicationTime.On(new(2024, 5, 5)) } };
    }

    private bool AreCopies(string one, string other) => store.Copies(one)?.Copies.Any(copy => copy.ArticleId == other) == true;
}
