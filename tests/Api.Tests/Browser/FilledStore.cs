using System.Globalization;
using NewsMiner.Api.Hosting;
using NewsMiner.Benchmarks.Serving;

namespace NewsMiner.Api.Tests.Browser;

/// <summary>
/// Stores of <see cref="ManyArticles"/> that outlive a run of the tests, in the folder that the environment variable NEWSMINER_STORES names; in a folder
/// that the system empties where it names none.
/// </summary>
internal static class FilledStore
{
    private const int Batch = 1000;

    /// <summary>The file of a store with so many articles, which is filled where it is not there yet.</summary>
    public static async Task<string> OfAsync(int articles)
    {
        var root = Environment.GetEnvironmentVariable("NEWSMINER_STORES") ?? Path.Combine(Path.GetTempPath(), "newsminer-stores");
        var folder = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"many-{ManyArticles.Version}-{articles}"));
        var file = Path.Combine(folder, DataFolder.FileName);
        if (File.Exists(file)) return file;
        var half = folder + ".part";
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        using (var data = DataFolder.Open(Directory.CreateDirectory(half)))
        {
            foreach (var batch in ManyArticles.Make(articles).Chunk(Batch))
                await data.Database.WriteAsync(transaction => batch.Sum(article => (int)data.Store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch)), toDisk: false, CancellationToken.None);
        }
        Directory.Move(half, folder);
        return file;
    }
}
