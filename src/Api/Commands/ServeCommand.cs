using System.CommandLine;
using System.Net.Sockets;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler;
using NewsMiner.Crawler.Sources;

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
        var list = new Option<FileInfo?>("--sources") { Description = $"The source list to crawl by schedule ('{SourcesCommand.Real}' for the bundled list of real outlets); by default {DataFolder.SourcesFile} of the data folder, where it has one." };
        var noCrawl = new Option<bool>("--no-crawl") { Description = "API and page alone: nothing is crawled." };
        var command = new Command("serve", "Serves API and page on a data folder, and crawls its source list by schedule.") { data, urls, list, noCrawl };
        var (server, crawler) = (new ServerSettings(), new CrawlerSettings());
        server.AddTo(command);
        crawler.AddTo(command);
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            var console = parse.InvocationConfiguration;
            IReadOnlyList<CrawlSource>? sources = [];
            var file = parse.GetValue(list) ?? folder.Sources;
            if (!parse.GetValue(noCrawl) && file is not null && (sources = SourcesCommand.Read(file, console)) is null) return ExitCode.Usage;
            if (!parse.GetValue(noCrawl) && file is null)
                await console.Output.WriteLineAsync($"nothing is crawled: the data folder has no {DataFolder.SourcesFile} and --sources names none");
            return await RunAsync(folder, parse.GetValue(urls)!, sources, server.Read(parse), crawler.Read(parse), console, cancellation);
        }));
        return command;
    }

    /// <summary><c>--urls</c>.</summary>
    public static Option<string> Urls()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, parted by semicolons.", DefaultValueFactory = _ => DefaultUrls };
        urls.Validators.Add(result =>
        {
            var wrong = (result.GetValue(urls) ?? "").Split(';').FirstOrDefault(url => !IsAddress(url.Trim()));
            if (wrong is not null) result.AddError($"--urls: '{wrong}' is no address to listen on; write it like {DefaultUrls}");
        });
        return urls;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: >= 0 and <= 65_535 };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Serves, and crawls <paramref name="sources"/> by their schedules, until it is told to stop.</summary>
    public static async Task<int> RunAsync(DataFolder folder, string urls, IReadOnlyList<CrawlSource> sources, ServerOptions options, CrawlerOptions manners, InvocationConfiguration console, CancellationToken cancellation)
    {
        await using var app = ApiHost.Build(folder.Database, urls, TimeProvider.System, options);
        try
        {
            await app.StartAsync(cancellation);
        }
        // Taken or forbidden ports, addresses of other machines, https without a certificate.
        catch (Exception taken) when (taken is IOException or SocketException or InvalidOperationException)
        {
            await console.Error.WriteLineAsync($"{urls}: cannot listen there ({taken.Message}). Give another address with --urls.");
            return ExitCode.Incomplete;
        }
        await console.Output.WriteLineAsync($"serving {string.Join(", ", app.Urls)}");
        try
        {
            using var crawler = sources.Count > 0 ? new NewsCrawler(folder.Database, folder.Store, manners, TimeProvider.System) : null;
            var progress = new CrawlLog(app.Services.GetRequiredService<ILogger<NewsCrawler>>(), app.Services.GetRequiredService<CrawlHub>());
            if (crawler is not null) await ScheduledCrawl.RunAsync(folder, crawler, sources, progress, app.Services.GetRequiredService<CrawlDesk>(), console, cancellation);
            else await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }
        return ExitCode.Done;
    }
}
