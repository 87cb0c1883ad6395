using System.CommandLine;
using NewsMiner.Crawler;

namespace NewsMiner.Api.Commands;

/// <summary>What a verb that crawls can be told about its manners.</summary>
internal sealed class CrawlerSettings
{
    private readonly Option<double?> delay = new("--delay") { Description = "Seconds between two requests to a host (0 to 600), instead of the crawler's own; robots.txt may lengthen it." };
    private readonly Option<string[]> allow = new("--allow-private") { Description = "A host that may lie on this machine or in a private network, for trying things out.", AllowMultipleArgumentsPerToken = true };

    public CrawlerSettings() => delay.Validators.Add(result =>
    {
        if (result.GetValue(delay) is not (null or (>= 0 and <= 600))) result.AddError($"--delay {result.Tokens[^1].Value}: 0 to 600 seconds are expected");
    });

    public void AddTo(Command command)
    {
        command.Add(delay);
        command.Add(allow);
    }

    public CrawlerOptions Read(ParseResult parse)
    {
        var options = new CrawlerOptions();
        if (parse.GetValue(delay) is { } seconds) (options.HostDelay, options.LatencyFactor) = (TimeSpan.FromSeconds(seconds), seconds > 0 ? options.LatencyFactor : 0);
        foreach (var host in parse.GetValue(allow) ?? []) options.PrivateHostsAllowed.Add(host);
        return options;
    }
}
