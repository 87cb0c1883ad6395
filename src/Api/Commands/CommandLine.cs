using System.CommandLine;
using System.Text;

namespace NewsMiner.Api.Commands;

/// <summary>Runs a program's verbs: UTF-8 in and out, and a usage error with the way to its help.</summary>
internal static class CommandLine
{
    /// <summary>Runs the verb that <paramref name="arguments"/> name and returns the program's exit code.</summary>
    public static async Task<int> RunAsync(RootCommand program, string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        Console.InputEncoding = new UTF8Encoding(false);
        var parsed = program.Parse(arguments);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        var path = parsed.CommandResult.Command.Parents.Prepend(parsed.CommandResult.Command).Where(command => command is not RootCommand).Reverse().Select(command => command.Name + " ");
        await Console.Error.WriteLineAsync($"See: {program.Name} {string.Concat(path)}--help");
        return ExitCode.Usage;
    }
}
