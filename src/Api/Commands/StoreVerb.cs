using System.CommandLine;
using NewsMiner.Api.Hosting;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Commands;

/// <summary>Runs a verb on an open data folder and turns a store that cannot be used into a message and an exit code.</summary>
internal static class StoreVerb
{
    /// <summary>Makes the store where there is none yet: for verbs that fill it.</summary>
    public static async Task<int> RunAsync(DirectoryInfo folder, InvocationConfiguration console, Func<DataFolder, Task<int>> work)
    {
        try
        {
            using var data = DataFolder.Open(folder);
            return await work(data);
        }
        catch (StoreException unusable)
        {
            await console.Error.WriteLineAsync(unusable.Message);
            return ExitCode.Incomplete;
        }
    }

    /// <summary>Only on a store that is there: for verbs that look into it. A mistyped folder stays as it is.</summary>
    public static async Task<int> LookAsync(DirectoryInfo folder, InvocationConfiguration console, Func<DataFolder, Task<int>> work)
    {
        var file = Path.Combine(folder.FullName, DataFolder.FileName);
        if (File.Exists(file)) return await RunAsync(folder, console, work);
        await console.Error.WriteLineAsync($"{file}: there is no store. Name the data folder with --data, or fill one first: newsminer demo, newsminer crawl or newsminer import.");
        return ExitCode.Usage;
    }
}
