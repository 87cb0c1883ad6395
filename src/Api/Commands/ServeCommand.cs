using System.CommandLine;
using NewsMiner.Api.Hosting;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer serve</c>: API and page on a data folder.</summary>
internal static class ServeCommand
{
    /// <summary>Where API and page answer unless <c>--urls</c> says otherwise.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var data = SharedOptions.Data();
        var urls = Urls();
        var command = new Command("serve", "Serves API and page on a data folder.") { data, urls };
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration,
            folder => RunAsync(folder, parse.GetValue(urls)!, parse.InvocationConfiguration, cancellation)));
        return command;
    }

    /// <summary><c>--urls</c>.</summary>
    public static Option<string> Urls() => new("--urls") { Description = "Addresses to listen on, parted by semicolons.", DefaultValueFactory = _ => DefaultUrls };

    /// <summary>Serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(DataFolder folder, string urls, InvocationConfiguration console, CancellationToken cancellation)
    {
        await using var app = ApiHost.Build(folder.Database, urls, TimeProvider.System);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            await console.Error.WriteLineAsync($"{urls}: cannot listen there ({taken.Message}). Give another address with --urls.");
            return ExitCode.Incomplete;
        }
        await console.Output.WriteLineAsync($"serving {string.Join(", ", app.Urls)}");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }
        return ExitCode.Done;
    }
}
