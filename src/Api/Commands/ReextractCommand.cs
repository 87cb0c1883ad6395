using System.CommandLine;
using NewsMiner.Api.Hosting;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer reextract</c>: runs the current extractor over the kept pages and shows what changed.</summary>
internal static class ReextractCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var command = new Command("reextract", "Runs the current extractor over the kept pages and prints which facts appeared, changed or vanished.") { data };
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration,
            folder => RunAsync(folder, parse.InvocationConfiguration, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder folder, InvocationConfiguration console, CancellationToken cancellation)
    {
        var (articles, changed) = (0, 0);
        foreach (var id in folder.Store.Articles(new ArticleFilter(), cancellation).Select(row => row.Article.Id).ToArray())
        {
            if (folder.Store.Find(id) is not { } before) continue;
            var after = ArticleAnalyzer.Analyze(Read(folder.Store, before.Article));
            var difference = Difference(before, after);
            articles++;
            if (difference.Count == 0) continue;
            changed++;
            foreach (var line in difference) await console.Output.WriteLineAsync($"{id}\t{line}");
            await folder.Database.WriteAsync(transaction => folder.Store.Commit(transaction, null, after, TimeProvider.System.GetUtcNow()), cancellation);
        }
        await console.Error.WriteLineAsync($"{articles} articles read again, {changed} with other facts");
        return articles > 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    /// <summary>The article as today's reader sees its kept page; as it was stored where no page was kept or the page is no longer read as one.</summary>
    private static Article Read(NewsStore store, Article stored) =>
        store.FindPage(stored.Id) is { } page
        && ArticleReader.Read(PageDecoder.Decode(page.Body, page.Headers.GetValueOrDefault("content-type")).Text, page.Url) is ReadResult.Found found
            ? found.Article with { Id = stored.Id, Source = stored.Source, CanonicalUrl = stored.CanonicalUrl, Outlet = stored.Outlet ?? found.Article.Outlet, Province = found.Article.Province ?? stored.Province }
            : stored;

    private static List<string> Difference(AnalyzedArticle before, AnalyzedArticle after)
    {
        var old = Facts(before).ToDictionary(fact => fact.Id);
        var now = Facts(after).ToDictionary(fact => fact.Id);
        return
        [
            .. now.Values.Where(fact => !old.ContainsKey(fact.Id)).Select(fact => $"appeared\t{Name(fact)}"),
            .. now.Values.Where(fact => old.TryGetValue(fact.Id, out var was) && Name(was) != Name(fact)).Select(fact => $"changed\t{Name(old[fact.Id])}\t{Name(fact)}"),
            .. old.Values.Where(fact => !now.ContainsKey(fact.Id)).Select(fact => $"vanished\t{Name(fact)}"),
        ];
    }

    private static IEnumerable<Fact> Facts(AnalyzedArticle article) =>
        article.Officials.Cast<Fact>().Concat(article.Statements).Concat(article.Figures).Concat(article.Pledges);

    private static string Name(Fact fact) => fact switch
    {
        Official official => $"official {official.Name}: {official.Role} {official.Organisation} {official.Place}",
        Statement statement => $"statement {statement.Speaker} ({statement.Kind}): {statement.Text}",
        Figure figure => $"figure {figure.Value} {figure.Unit}: {figure.Counted}",
        Pledge pledge => $"pledge {pledge.Actor} ({pledge.Strength}) {pledge.Due}: {pledge.Action}",
        _ => throw new InvalidOperationException("Fact is closed"),
    };
}
