using System.CommandLine;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer reindex</c>: makes all search entries anew from the stored articles.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var command = new Command("reindex", "Makes the search index anew from the stored articles.") { data };
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            var articles = await folder.Index.ReindexAsync(cancellation);
            await parse.InvocationConfiguration.Output.WriteLineAsync($"indexed {articles} articles");
            return articles > 0 ? ExitCode.Done : ExitCode.Incomplete;
        }));
        return command;
    }
}
