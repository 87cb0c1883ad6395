using System.CommandLine;
using NewsMiner.Api.Commands;

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

return await CommandLine.RunAsync(program, args);
