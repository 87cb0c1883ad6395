using NewsMiner.Index;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Hosting;

/// <summary>An open data folder: the store file with what reads and writes it.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>The store's file in the folder.</summary>
    public const string FileName = "newsminer.db";

    /// <summary>The folder's own source list, which <c>crawl</c> and <c>serve</c> use where they are given none.</summary>
    public const string SourcesFile = "sources.json";

    private DataFolder(NewsDatabase database)
    {
        Database = database;
        Store = new(database);
        Index = new(database);
    }

    public NewsDatabase Database { get; }

    public NewsStore Store { get; }

    public NewsIndex Index { get; }

    /// <summary>The folder's source list, or null where it has none.</summary>
    public FileInfo? Sources
    {
        get
        {
            var file = new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Database.Path))!, SourcesFile));
            return file.Exists ? file : null;
        }
    }

    /// <summary>Opens the store, making folder and file where they are missing.</summary>
    /// <exception cref="StoreException">The file cannot be opened or is no store; the message says what to do.</exception>
    public static DataFolder Open(DirectoryInfo folder) => new(NewsDatabase.Open(Path.Combine(folder.FullName, FileName)));

    public void Dispose()
    {
        Index.Dispose();
        Database.Dispose();
    }
}
