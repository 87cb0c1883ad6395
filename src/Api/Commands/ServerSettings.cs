using System.CommandLine;
using NewsMiner.Api.Hosting;

namespace NewsMiner.Api.Commands;

/// <summary>What a verb that serves can be told about callers.</summary>
internal sealed class ServerSettings
{
    private readonly Option<bool> requireKey = new("--require-key") { Description = "Ask a key of readers too; writing always needs one (see: newsminer keys add)." };
    private readonly Option<int> rate = new("--rate") { Description = "Requests one caller may send in a minute, 60 or more.", DefaultValueFactory = _ => new ServerOptions().RequestsPerMinute };
    private readonly Option<string?> site = new("--site") { Description = "The address people reach the page under, for links in feeds, mails and exports." };
    private readonly Option<DirectoryInfo?> mail = new("--mail") { Description = "A folder for the mails of alerts, one .eml file each; a mail server picks them up there." };

    public ServerSettings() => rate.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 60 or > 1_000_000) result.AddError("--rate: a number from 60 to 1000000");
    });

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { requireKey, rate, site, mail }) command.Add(option);
    }

    public ServerOptions Read(ParseResult parse) => new()
    {
        RequireKey = parse.GetValue(requireKey), RequestsPerMinute = parse.GetValue(rate), PublicUrl = parse.GetValue(site)?.TrimEnd('/'), MailFolder = parse.GetValue(mail)?.FullName,
    };
}
