using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Http;
using NewsMiner.Api.Output;
using NewsMiner.Extractor;
using NewsMiner.Index.Search;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer search QUERY</c>: the API's answers on the terminal.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string?>("QUERY") { Description = "Words of the search language; \"…\" for an exact phrase. Left out: everything.", Arity = ArgumentArity.ZeroOrOne };
        var top = new Option<int>("--top") { Description = "How many hits, 1 to 1000.", DefaultValueFactory = _ => 10 };
        top.Validators.Add(result =>
        {
            if (result.GetValue(top) is < 1 or > 1000) result.AddError("--top must be 1 to 1000");
        });
        var within = new Option<string>("--in") { Description = "articles or facts.", DefaultValueFactory = _ => "articles" };
        within.AcceptOnlyFromAmong("articles", "facts");
        var fact = new Option<string?>("--fact") { Description = "With --in facts: statement, figure or pledge alone." };
        fact.AcceptOnlyFromAmong("statement", "figure", "pledge");
        var order = new Option<string?>("--order") { Description = "relevance, newest or oldest." };
        var recency = new Option<string?>("--recency") { Description = "Newer hits weigh up to twice as much; this many days before the newest the bonus is halved." };
        var unfolded = new Option<bool>("--no-fold") { Description = "Lists each copy of a story by itself." };
        var similar = new Option<string?>("--similar") { Description = "Articles like the one with this id, instead of a query." };
        var format = SharedOptions.Format("text", "json");
        var data = SharedOptions.Data();
        var filters = new FilterOptions();
        var command = new Command("search", "Searches the stored articles, or the statements, figures and pledges in them.") { query, top, within, fact, order, recency, unfolded, similar, format, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(fact) is not null && result.GetValue(within) != "facts") result.AddError("--fact is for facts; add: --in facts");
        });
        filters.AddTo(command, query: false);
        command.SetAction((parse, cancellation) => StoreVerb.LookAsync(parse.GetValue(data)!, parse.InvocationConfiguration, folder =>
        {
            if (!filters.TryRead(parse, out var filter)) return Task.FromResult(ExitCode.Usage);
            var console = parse.InvocationConfiguration;
            var errors = new Dictionary<string, string[]>();
            if (!new RankParameters { Order = parse.GetValue(order), Recency = parse.GetValue(recency) }.TryRead(out var request, errors))
            {
                foreach (var (field, messages) in errors) console.Error.WriteLine($"--{field}: {messages[0]}");
                return Task.FromResult(ExitCode.Usage);
            }
            request = request with
            {
                Filter = filter with { Query = parse.GetValue(query) is { } words && !string.IsNullOrWhiteSpace(words) ? words : null },
                Limit = parse.GetValue(top), FoldDuplicates = !parse.GetValue(unfolded), Fact = parse.GetValue(fact),
            };
            var json = parse.GetValue(format) == "json";
            if (parse.GetValue(similar) is { } id) return Task.FromResult(PrintSimilar(folder.Index.Similar(id, request.Limit, cancellation), id, json, console));
            return Task.FromResult(parse.GetValue(within) == "facts"
                ? Print(folder.Index.SearchFacts(request, cancellation), json, console, PrintFacts)
                : Print(folder.Index.Search(request, cancellation), json, console, PrintArticles));
        }));
        return command;
    }

    private static int Print<T>(SearchAnswer<T> answer, bool json, InvocationConfiguration console, Func<T, TextWriter, int> print)
    {
        if (answer is SearchAnswer<T>.Rejected rejected)
        {
            console.Error.WriteLine($"{rejected.MessageFa}\n{rejected.Message} (position {rejected.Position + 1})");
            return ExitCode.Usage;
        }
        var results = ((SearchAnswer<T>.Found)answer).Results;
        if (json) console.Output.WriteLine(JsonSerializer.Serialize(results, Json.Indented));
        var hits = print(results, json ? TextWriter.Null : console.Output);
        return hits > 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static int PrintArticles(SearchResults results, TextWriter output)
    {
        PrintTotals(output, results.Total, "articles", results.PartlyTotal);
        foreach (var hit in results.Hits) PrintHit(hit, output);
        if (results.DidYouMean is { } better) output.WriteLine($"\nDid you mean: {better}");
        return results.Hits.Count;
    }

    private static int PrintFacts(FactResults results, TextWriter output)
    {
        PrintTotals(output, results.Total, "facts", results.PartlyTotal);
        foreach (var hit in results.Hits)
        {
            output.WriteLine($"\n{Marked(hit.Snippet, hit.SnippetHighlights)}");
            output.WriteLine($"  {hit.Fact} · {hit.Kind} · {hit.Speaker ?? "—"} · {hit.PublishedJalali ?? "—"} · {hit.Outlet ?? "—"} · {hit.Id}");
            output.WriteLine($"  {hit.Title} · {hit.ArticleId}");
        }
        if (results.DidYouMean is { } better) output.WriteLine($"\nDid you mean: {better}");
        return results.Hits.Count;
    }

    private static int PrintSimilar(SimilarArticles? similar, string id, bool json, InvocationConfiguration console)
    {
        if (similar is null)
        {
            console.Error.WriteLine($"خبری با شناسهٔ {id} نیست\nno article has the id {id}");
            return ExitCode.Incomplete;
        }
        if (json) console.Output.WriteLine(JsonSerializer.Serialize(similar, Json.Indented));
        else
        {
            console.Output.WriteLine(string.Join("، ", similar.Terms));
            foreach (var hit in similar.Hits) PrintHit(hit, console.Output);
        }
        return similar.Hits.Count > 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static void PrintTotals(TextWriter output, long total, string what, long partly)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total} {what}"));
        if (partly > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{partly} more hold some of the words"));
    }

    private static void PrintHit(SearchHit hit, TextWriter output)
    {
        output.WriteLine($"\n{Marked(hit.Title, hit.TitleHighlights)}");
        output.WriteLine($"  {hit.PublishedJalali ?? "—"} · {hit.Outlet ?? "—"} · {hit.Province ?? "—"} · {hit.Id}");
        output.WriteLine($"  {Marked(hit.Snippet, hit.SnippetHighlights)}");
    }

    /// <summary>The text with what matched between ‹ ›, which a terminal of any kind can show.</summary>
    private static string Marked(string text, IReadOnlyList<TextSpan> spans)
    {
        var marked = new StringBuilder(text);
        foreach (var span in spans.OrderByDescending(span => span.Start)) marked.Insert(span.End, '›').Insert(span.Start, '‹');
        return marked.ToString();
    }
}
