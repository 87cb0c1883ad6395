using System.CommandLine;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Input;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer import FILE</c>: takes articles into the store; a given id stays the article's id.</summary>
internal static class ImportCommand
{
    /// <summary>Articles committed together: large enough to spare the disk, small enough to lose little time when interrupted.</summary>
    private const int BatchSize = 200;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of articles (.jsonl, .json, .html, .txt), web archives (.warc, .warc.gz), folders, or -.", Arity = ArgumentArity.OneOrMore };
        var data = SharedOptions.Data();
        var command = new Command("import", "Takes articles into the store, with their facts and search entries.") { files, data };
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration,
            async folder =>
            {
                var archives = parse.GetValue(files)!.ToLookup(PageArchive.IsArchive);
                var code = archives[true].Any() ? await PageArchive.ReadAsync(folder, [.. archives[true]], parse.InvocationConfiguration, cancellation) : ExitCode.Done;
                return archives[false].Any() ? Math.Max(code, await RunAsync(folder, [.. archives[false]], parse.InvocationConfiguration, cancellation)) : code;
            }));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder folder, string[] files, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var input = Console.OpenStandardInput();
        var failed = 0;
        var outcomes = new Dictionary<CommitOutcome, int>();
        foreach (var batch in ArticleInput.Read(files, input).Chunk(BatchSize))
        {
            foreach (var bad in batch.OfType<InputItem.Unreadable>())
            {
                await console.Error.WriteLineAsync($"{bad.Where}: {bad.Reason}");
                failed++;
            }
            AnalyzedArticle[] analyzed = [.. batch.OfType<InputItem.Found>().Select(item => ArticleAnalyzer.Analyze(Addressed(item.Article)))];
            foreach (var outcome in await CommitAsync(folder, analyzed, cancellation))
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }
        await console.Output.WriteLineAsync(
            $"imported: {outcomes.GetValueOrDefault(CommitOutcome.Added)} new, {outcomes.GetValueOrDefault(CommitOutcome.Updated)} updated, "
            + $"{outcomes.GetValueOrDefault(CommitOutcome.Unchanged)} unchanged, {failed} unreadable");
        return failed == 0 && outcomes.Count > 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static Task<CommitOutcome[]> CommitAsync(DataFolder folder, AnalyzedArticle[] articles, CancellationToken cancellation) =>
        folder.Database.WriteAsync(
            transaction => articles.Select(article => folder.Store.Commit(transaction, null, article, TimeProvider.System.GetUtcNow())).ToArray(), cancellation);

    /// <summary>Every stored article has an address; one that came without is known by its id.</summary>
    private static Article Addressed(Article article) =>
        article.CanonicalUrl is not null ? article : article with { CanonicalUrl = new("urn:newsminer:" + Uri.EscapeDataString(article.Id)) };
}
