using System.Diagnostics;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Tests.Search;

/// <summary>A process that commits, merges or reindexes is killed at random moments: the index always holds just what the store does.</summary>
public sealed class CrashTests
{
    private const int Kills = 6;

    [Theory]
    [InlineData("commit")]
    [InlineData("merge")]
    [InlineData("reindex")]
    public async Task IndexIsStoreWheneverTheProcessDies(string work)
    {
        var folder = Directory.CreateTempSubdirectory("newsminer-crash-");
        var file = Path.Combine(folder.FullName, "newsminer.db");
        var random = new Random(1404);
        var articles = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start(work, file, kill);
            // The child says so once it is at work.
            Assert.Equal("working", await process.StandardOutput.ReadLineAsync());
            await Task.Delay(random.Next(20, 700));
            process.Kill();
            await process.WaitForExitAsync();
            using var database = NewsDatabase.Open(file);
            using var index = new NewsIndex(database);
            articles = IndexAgainstStore.Compare(database);
            Assert.Equal(articles, ((SearchAnswer<SearchResults>.Found)index.Search(new() { FoldDuplicates = false, Limit = 1 }, CancellationToken.None)).Results.Total);
        }
        Assert.True(articles > 0, "nothing was ever committed");
        folder.Delete(recursive: true);
    }

    private static Process Start(string work, string file, int round) => Process.Start(new ProcessStartInfo("dotnet")
    {
        RedirectStandardOutput = true,
        ArgumentList = { typeof(CrashTests).Assembly.Location, work, file, round.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    })!;
}

/// <summary>What the killed process does, without end.</summary>
internal static class EndlessWork
{
    private const int Batch = 20;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var work, var file, var round]) return 2;
        using var database = NewsDatabase.Open(file);
        var store = new NewsStore(database);
        using var index = new NewsIndex(database);
        var invented = new InventedArticles(round.Length + round[0]);
        void Commit(int batch) => database.Write(transaction =>
        {
            for (var i = 0; i < Batch; i++) store.Commit(transaction, null, invented.Next($"{(batch * Batch + i) % 300}"), DateTimeOffset.UnixEpoch);
            return 0;
        });
        Commit(0);
        Console.WriteLine("working");
        for (var batch = 1; ; batch++)
        {
            if (work != "reindex" || batch < 5) Commit(batch);
            if (work == "merge") database.Write(transaction => transaction.Connection!.Execute("INSERT INTO search (search) VALUES ('optimize')"));
            if (work == "reindex") await index.ReindexAsync(CancellationToken.None);
        }
    }
}
