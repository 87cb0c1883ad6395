namespace NewsMiner.Api.Input;

/// <summary>Why a file could not be read, in words that say what to do.</summary>
internal static class InputFile
{
    /// <summary>The reason, for a message that begins with the path.</summary>
    public static string Refusal(string path, Exception refused) =>
        Directory.Exists(path) ? "is a folder; give the files in it"
        : !File.Exists(path) ? "there is no such file"
        : $"cannot be opened: {refused.Message}";
}
