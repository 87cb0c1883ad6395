using System.CommandLine;
using NewsMiner.Api.Hosting;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer openapi</c>: the description of the API, for generators of clients.</summary>
internal static class OpenApiCommand
{
    public static Command Create()
    {
        var command = new Command("openapi", "Prints the OpenAPI 3.1 document of the API.");
        command.SetAction(async (parse, cancellation) =>
        {
            // The document is made by a running server; an empty store will do.
            var folder = Directory.CreateTempSubdirectory("newsminer-openapi-");
            try
            {
                using var data = DataFolder.Open(folder);
                await using var app = ApiHost.Build(data.Database, "http://127.0.0.1:0", TimeProvider.System);
                await app.StartAsync(cancellation);
                using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
                await parse.InvocationConfiguration.Output.WriteLineAsync(await client.GetStringAsync("/openapi/v1.json", cancellation));
                await app.StopAsync(cancellation);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
            return ExitCode.Done;
        });
        return command;
    }
}
