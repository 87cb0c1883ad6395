using System.CommandLine;
using NewsMiner.Api.Hosting;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Commands;

/// <summary>Runs a verb on an open data folder and turns a store that cannot be used into a message and an exit code.</summary>
internal static class StoreVerb
{
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
}
