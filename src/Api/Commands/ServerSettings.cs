using System.CommandLine;
using System.Net.Mail;
using NewsMiner.Api.Alerts;
using NewsMiner.Api.Hosting;

namespace NewsMiner.Api.Commands;

/// <summary>What a verb that serves can be told about callers.</summary>
internal sealed class ServerSettings
{
    private readonly Option<bool> requireKey = new("--require-key") { Description = "Ask a key of readers too; writing always needs one (see: newsminer keys add)." };
    private readonly Option<int> rate = new("--rate") { Description = "Requests one caller may send in a minute, 60 or more.", DefaultValueFactory = _ => new ServerOptions().RequestsPerMinute };
    private readonly Option<string?> site = new("--site") { Description = "The address people reach the page under, for links in feeds, mails and exports." };
    private readonly Option<DirectoryInfo?> mail = new("--mail") { Description = "A folder for the mails of alerts, one .eml file each; a mail server picks them up there." };

    private readonly Option<string?> smtp = new("--smtp") { Description = "The mail server that takes the mails of alerts: HOST or HOST:PORT (587 where none is given), instead of --mail." };
    private readonly Option<string> security = new("--smtp-security") { Description = "starttls, tls (from the first byte, mostly port 465) or none (a server on this machine).", DefaultValueFactory = _ => "starttls" };
    private readonly Option<string?> user = new("--smtp-user") { Description = $"The user to log in as; the password is read from the environment variable {PasswordVariable}." };
    private readonly Option<string?> from = new("--mail-from") { Description = "The address the mails come from; needed with --smtp." };

    /// <summary>The environment variable with the password of the mail server: command lines can be read by others.</summary>
    public const string PasswordVariable = "NEWSMINER_SMTP_PASSWORD";

    public ServerSettings()
    {
        security.AcceptOnlyFromAmong("starttls", "tls", "none");
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 60 or > 1_000_000) result.AddError("--rate: a number from 60 to 1000000");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { requireKey, rate, site, mail, smtp, security, user, from }) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(smtp) is not { } server) return;
            if (Server(server) is null) result.AddError($"--smtp: '{server}' is no mail server; write it like mail.example.org:587");
            if (result.GetValue(mail) is not null) result.AddError("--mail and --smtp are two ways for the same mails: give one of them");
            if (!MailAddress.TryCreate(result.GetValue(from), out var sender) || sender.Address != result.GetValue(from)) result.AddError("--smtp needs --mail-from, the address the mails come from");
            if (result.GetValue(user) is not null && Environment.GetEnvironmentVariable(PasswordVariable) is null) result.AddError($"--smtp-user needs a password in the environment variable {PasswordVariable}");
        });
    }

    public ServerOptions Read(ParseResult parse) => new()
    {
        RequireKey = parse.GetValue(requireKey), RequestsPerMinute = parse.GetValue(rate), PublicUrl = parse.GetValue(site)?.TrimEnd('/'), MailFolder = parse.GetValue(mail)?.FullName,
        Smtp = parse.GetValue(smtp) is { } server && Server(server) is var (host, port) ? new()
        {
            Host = host, Port = port, Security = Enum.Parse<SmtpSecurity>(parse.GetValue(security)!, ignoreCase: true), User = parse.GetValue(user),
            Password = Environment.GetEnvironmentVariable(PasswordVariable), From = parse.GetValue(from)!,
        } : null,
    };

    private static (string Host, int Port)? Server(string text)
    {
        const int submission = 587;
        if (Uri.TryCreate($"smtp://{text}", UriKind.Absolute, out var server) && server is { PathAndQuery: "" or "/", UserInfo: "", Host.Length: > 0 }) return (server.IdnHost, server.IsDefaultPort ? submission : server.Port);
        return null;
    }
}
