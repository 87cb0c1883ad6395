using System.CommandLine;

namespace NewsMiner.Api.Commands;

/// <summary>Exit codes of the program.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Nothing was found, or a part failed; standard error says which.</summary>
    public const int Incomplete = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int Usage = 2;
}

/// <summary>Options that several verbs share.</summary>
internal static class SharedOptions
{
    /// <summary><c>--data</c>: the folder of the store.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "The data folder; the store is the file newsminer.db in it.",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    /// <summary><c>--format</c> with the values allowed, the first being the default.</summary>
    public static Option<string> Format(params string[] values)
    {
        var option = new Option<string>("--format") { Description = "One of: " + string.Join(", ", values) + ".", DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
