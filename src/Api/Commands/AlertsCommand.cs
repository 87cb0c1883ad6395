using System.CommandLine;
using System.Globalization;
using NewsMiner.Api.Alerts;
using NewsMiner.Index.Alerts;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer alerts list|run</c>: saved searches, and one run of them without a server.</summary>
internal static class AlertsCommand
{
    public static Command Create() => new("alerts", "Lists saved searches, or runs them once without a server.") { List(), Run() };

    private static Command List()
    {
        var data = SharedOptions.Data();
        var command = new Command("list", "Lists saved searches with what they found.") { data };
        command.SetAction((parse, _) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            var alerts = new AlertBook(folder.Database).All();
            foreach (var alert in alerts)
            {
                await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{alert.Id}\t{alert.Draft.Name}\t{alert.Draft.About}\t{alert.Matches} found\t{alert.Pending} to send\t{alert.Failed} given up"));
            }
            if (alerts.Count > 0) return ExitCode.Done;
            await parse.InvocationConfiguration.Error.WriteLineAsync("no saved searches; they are made in the page or by POST /api/alerts");
            return ExitCode.Incomplete;
        }));
        return command;
    }

    private static Command Run()
    {
        var data = SharedOptions.Data();
        var settings = new ServerSettings();
        var command = new Command("run", "Looks for what is new and sends what is due, once; serve does so every 15 s.") { data };
        settings.AddTo(command);
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            var options = settings.Read(parse);
            using var webhooks = new WebhookSender(options, TimeProvider.System);
            var report = await new AlertRun(new(folder.Database), webhooks, options, TimeProvider.System).RunAsync(cancellation);
            await parse.InvocationConfiguration.Output.WriteLineAsync($"{report.Found} found, {report.Posted} posted, {report.Mailed} mails written, {report.Failed} failed");
            return report.Failed == 0 ? ExitCode.Done : ExitCode.Incomplete;
        }));
        return command;
    }
}
