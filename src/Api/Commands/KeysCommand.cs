using System.CommandLine;
using System.Globalization;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer keys add|list|revoke</c>: who may use the API.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Makes, lists and revokes keys of the API.") { Add(), List(), Revoke() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "Whom the key is for; each name once." };
        var scope = new Option<string>("--scope") { Description = "What it allows: read, export (reading and exports) or admin (all).", DefaultValueFactory = _ => "read" };
        scope.AcceptOnlyFromAmong("read", "export", "admin");
        var data = SharedOptions.Data();
        var command = new Command("add", "Makes a key and prints it, the only time it can be seen.") { name, scope, data };
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            var who = parse.GetValue(name)!.Trim();
            if (who.Length is 0 or > 100 || who.Any(char.IsControl))
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync("NAME: 1 to 100 characters");
                return ExitCode.Usage;
            }
            if (await new KeyBook(folder.Database).AddAsync(who, Enum.Parse<KeyScope>(parse.GetValue(scope)!, ignoreCase: true), TimeProvider.System.GetUtcNow(), cancellation) is not { } key)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync($"{who}: there is or was a key of that name already; choose another");
                return ExitCode.Incomplete;
            }
            await parse.InvocationConfiguration.Output.WriteLineAsync(key);
            await parse.InvocationConfiguration.Error.WriteLineAsync("Keep it: only its hash is stored. Send it in the header X-API-Key.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command List()
    {
        var data = SharedOptions.Data();
        var command = new Command("list", "Lists all keys, revoked ones too.") { data };
        command.SetAction((parse, _) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            var keys = new KeyBook(folder.Database).All();
            foreach (var key in keys)
            {
                await parse.InvocationConfiguration.Output.WriteLineAsync(string.Join('\t', key.Id, key.Name, key.Scope.ToString().ToLowerInvariant(), Day(key.CreatedAt),
                    key.LastUsed is { } used ? $"used {used:yyyy-MM-dd}" : "never used", key.RevokedAt is { } at ? $"revoked {Day(at)}" : "valid"));
            }
            if (keys.Count > 0) return ExitCode.Done;
            await parse.InvocationConfiguration.Error.WriteLineAsync("no keys; make one by: newsminer keys add NAME");
            return ExitCode.Incomplete;
        }));
        return command;
    }

    private static Command Revoke()
    {
        var key = new Argument<string>("NAME") { Description = "The key's name or id." };
        var data = SharedOptions.Data();
        var command = new Command("revoke", "Takes a key back at once.") { key, data };
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            if (await new KeyBook(folder.Database).RevokeAsync(parse.GetValue(key)!, TimeProvider.System.GetUtcNow(), cancellation))
            {
                await parse.InvocationConfiguration.Output.WriteLineAsync($"{parse.GetValue(key)}: revoked");
                return ExitCode.Done;
            }
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{parse.GetValue(key)}: no valid key of that name or id");
            return ExitCode.Incomplete;
        }));
        return command;
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
