namespace NewsMiner.Api.Commands;

/// <summary>The file a verb writes to, or standard output.</summary>
internal static class OutputFile
{
    /// <summary>The open file, made anew; standard output where none is given; null where it cannot be written, which <paramref name="error"/> is told.</summary>
    public static Stream? Open(FileInfo? file, TextWriter error)
    {
        if (file is null) return Console.OpenStandardOutput();
        try
        {
            return file.Create();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(file.FullName) ? "is a folder; give the name of a file"
                : file.Directory is { Exists: false } missing ? $"cannot be written, there is no folder {missing.FullName}; make it first"
                : $"cannot be written: {refused.Message}";
            error.WriteLine($"{file}: {reason}");
            return null;
        }
    }
}
