using System.CommandLine;
using NewsMiner.Crawler;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer retry</c>: puts quarantined addresses back into the frontier.</summary>
internal static class RetryCommand
{
    public static Command Create()
    {
        var addresses = new Argument<string[]>("URL") { Description = "The addresses to try again; all that the options mean where none is given.", Arity = ArgumentArity.ZeroOrMore };
        var only = new Option<string?>("--source") { Description = "Only those of this source." };
        var kind = new Option<string?>("--kind") { Description = "Only those of this kind, such as failed, challenge or missing." };
        var data = SharedOptions.Data();
        var command = new Command("retry", "Takes addresses out of quarantine; the next crawl fetches them again.") { addresses, only, kind, data };
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            HashSet<string> wanted = [.. parse.GetValue(addresses) ?? []];
            using var crawler = new NewsCrawler(folder.Database, folder.Store, new CrawlerOptions(), TimeProvider.System);
            var renewed = await crawler.RetryAsync(entry => (wanted.Count == 0 || wanted.Contains(entry.Url))
                && (parse.GetValue(only) is not { } source || entry.SourceId == source)
                && (parse.GetValue(kind) is not { } reason || entry.Kind == reason), cancellation);
            await parse.InvocationConfiguration.Output.WriteLineAsync($"{renewed} addresses will be fetched again by the next crawl");
            return renewed > 0 ? ExitCode.Done : ExitCode.Incomplete;
        }));
        return command;
    }
}
