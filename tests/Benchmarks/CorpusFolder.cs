namespace NewsMiner.Benchmarks;

/// <summary>Finds the corpus in a folder above the program.</summary>
internal static class CorpusFolder
{
    /// <summary>The folder of our own gold articles.</summary>
    public static string Gold()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "corpus", "gold"))) folder = folder.Parent;
        return folder is null ? throw new DirectoryNotFoundException("corpus/gold lies in no folder above the program") : Path.Combine(folder.FullName, "corpus", "gold");
    }
}
