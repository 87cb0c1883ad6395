using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;
using NewsMiner.Index.Tests.Search;

namespace NewsMiner.Index.Tests.Storage;

/// <summary>The number of an article is given once.</summary>
public sealed class ArticleNumberTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-numbers-");
    private readonly InventedArticles invented = new(7);

    [Fact]
    public void OfAnArticleThatIsGoneIsNotUsedAgain()
    {
        using var database = Open();
        Assert.Equal([1, 2, 3], Numbers(database, "a", "b", "c"));
        Run(database, "DELETE FROM article WHERE id IN ('b', 'c')");
        Assert.Equal([1, 4], Numbers(database, "d"));
        Run(database, "DELETE FROM article");
        Assert.Equal([5], Numbers(database, "c"));
    }

    [Fact]
    public void OfARolledBackCommitIsGivenToTheNext()
    {
        using var database = Open();
        var store = new NewsStore(database);
        Assert.Throws<InvalidOperationException>(() => database.Write<int>(transaction =>
        {
            store.Commit(transaction, null, invented.Next("lost"), DateTimeOffset.UnixEpoch);
            throw new InvalidOperationException();
        }));
        Assert.Equal([1], Numbers(database, "kept"));
    }

    [Fact]
    public void AStoreOfAnOlderVersionGoesOnBehindItsLast()
    {
        using (var old = Open())
        {
            Numbers(old, "a", "b");
            Run(old, "DROP TABLE article_number");
            Run(old, "UPDATE schema_version SET version = version - 1 WHERE component = 'store'");
        }
        using var renewed = Open();
        Assert.Equal([1, 2, 3], Numbers(renewed, "c"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private NewsDatabase Open()
    {
        var database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
        StoreSchema.Ensure(database);
        return database;
    }

    /// <summary>The numbers of all articles after some were added.</summary>
    private List<long> Numbers(NewsDatabase database, params string[] added)
    {
        var store = new NewsStore(database);
        database.Write(transaction => added.Count(id => store.Commit(transaction, null, invented.Next(id), DateTimeOffset.UnixEpoch) == CommitOutcome.Added));
        return database.Read(connection => connection.Rows("SELECT number FROM article ORDER BY number", row => row.GetInt64(0)));
    }

    private static void Run(NewsDatabase database, string sql) => database.Write(transaction => transaction.Connection!.Execute(sql));
}
