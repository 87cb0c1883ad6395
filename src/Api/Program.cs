using System.CommandLine;
using System.Text;
using NewsMiner.Api.Commands;

Console.OutputEncoding = new UTF8Encoding(false);
Console.InputEncoding = new UTF8Encoding(false);

var program = new RootCommand("NewsMiner turns Iranian provincial welfare news into facts one can check.")
{
    DemoCommand.Create(),
    ServeCommand.Create(),
    CrawlCommand.Create(),
    RetryCommand.Create(),
    ExtractCommand.Create(),
    ImportCommand.Create(),
    SearchCommand.Create(),
    TrendsCommand.Create(),
    ReadCommand.Create(),
    TextCommand.Create(),
    ExportCommand.Create(),
    EvaluateCommand.Create(),
    ReextractCommand.Create(),
    ReindexCommand.Create(),
    SourcesCommand.Create(),
    KeysCommand.Create(),
    AlertsCommand.Create(),
    OpenApiCommand.Create(),
};

var parsed = program.Parse(args);
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
var path = parsed.CommandResult.Command.Parents.Prepend(parsed.CommandResult.Command).Where(command => command is not RootCommand).Reverse().Select(command => command.Name + " ");
await Console.Error.WriteLineAsync($"See: newsminer {string.Concat(path)}--help");
return ExitCode.Usage;
