using NewsMiner.Index.Storage;
using NewsMiner.Index.Tests.Search;

namespace NewsMiner.Index.Tests.Storage;

/// <summary>A store that was closed is one file, which can be copied as it is.</summary>
public sealed class ClosedFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-closed-");

    [Fact]
    public void LeavesNothingBesideIt()
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
}
