using System.CommandLine;
using NewsMiner.Api.Commands;

return await CommandLine.RunAsync(
    new RootCommand("The crawler of NewsMiner as a small native program: what it collects lies in the data folder that newsminer reads.")
    {
        CrawlCommand.Create(),
        RetryCommand.Create(),
        SourcesCommand.Create(),
    },
    args);
