namespace NewsMiner.Evaluation;

/// <summary>Files handed to every developer beside the repository; evaluations that need them are skipped elsewhere.</summary>
internal static class SharedFiles
{
    private static readonly string? Root = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Root!, relative);

    public static bool Exists(string relative) => Root is not null && System.IO.Path.Exists(System.IO.Path.Combine(Root, relative));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "shared", "extraction"))) return System.IO.Path.Combine(folder.FullName, "shared");
        }
        return null;
    }
}

/// <summary>A test that is skipped where a shared file is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithSharedAttribute : FactAttribute
{
    /// <summary>Needs the file or folder, relative to the shared folder.</summary>
    public FactWithSharedAttribute(string relative)
    {
        Needs = relative;
        if (!SharedFiles.Exists(relative)) Skip = $"no ../shared/{relative} here";
    }

    /// <summary>What it needs.</summary>
    public string Needs { get; }

    /// <summary>A program it needs besides, looked for on the search path.</summary>
    public string? Program
    {
        get;
        set
        {
            field = value;
            var folders = Environment.GetEnvironmentVariable("PATH")?.Split(System.IO.Path.PathSeparator) ?? [];
            if (!Array.Exists(folders, folder => File.Exists(System.IO.Path.Combine(folder, value!)))) Skip ??= $"no {value} on the search path";
        }
    }
}
