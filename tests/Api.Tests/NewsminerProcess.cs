using System.Diagnostics;

namespace NewsMiner.Api.Tests;

/// <summary>The program as a user runs it: its own process, its exit code and what it printed.</summary>
internal static class NewsminerProcess
{
    /// <summary>Runs a verb to its end; a process that hangs is killed after two minutes.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, string? input = null, string? folder = null, string? program = null)
    {
        using var process = Start(arguments, folder, program);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException((program ?? "newsminer") + " " + string.Join(' ', arguments));
        }
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts a verb and leaves it running; of the program as it was built, or of a published one.</summary>
    public static Process Start(string[] arguments, string? folder = null, string? program = null)
    {
        var start = new ProcessStartInfo(program ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        if (program is null) start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newsminer.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("newsminer-").FullName;

    public string Path { get; }

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A killed process may still hold its files for a moment; the system's temporary folder is swept anyway.
        }
    }
}
