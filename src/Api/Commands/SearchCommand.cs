using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Output;
using NewsMiner.Extractor;
using NewsMiner.Index.Search;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer search QUERY</c>: the API's answer on the terminal.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "Words of the search language; \"…\" for an exact phrase." };
        var top = new Option<int>("--top") { Description = "How many hits, 1 to 1000.", DefaultValueFactory = _ => 10 };
        top.Validators.Add(result =>
        {
            if (result.GetValue(top) is < 1 or > 1000) result.AddError("--top must be 1 to 1000");
        });
        var format = SharedOptions.Format("text", "json");
        var data = SharedOptions.Data();
        var filters = new FilterOptions();
        var command = new Command("search", "Searches the stored articles.") { query, top, format, data };
        filters.AddTo(command, query: false);
        command.SetAction((parse, cancellation) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration, folder =>
        {
            if (!filters.TryRead(parse, out var filter)) return Task.FromResult(ExitCode.Usage);
            var request = new SearchRequest { Filter = filter with { Query = parse.GetValue(query) }, Limit = parse.GetValue(top) };
            return Task.FromResult(Print(folder.Index.Search(request, cancellation), parse.GetValue(format)!, parse.InvocationConfiguration));
        }));
        return command;
    }

    private static int Print(SearchAnswer answer, string format, InvocationConfiguration console)
    {
        if (answer is SearchAnswer.Rejected rejected)
        {
            console.Error.WriteLine($"{rejected.MessageFa}\n{rejected.Message} (position {rejected.Position + 1})");
            return ExitCode.Usage;
        }
        var results = ((SearchAnswer.Found)answer).Results;
        if (format == "json")
        {
            console.Output.WriteLine(JsonSerializer.Serialize(results, Json.Indented));
        }
        else
        {
            console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Total} articles"));
            if (results.PartlyTotal > 0) console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.PartlyTotal} more hold some of the words"));
            foreach (var hit in results.Hits)
            {
                console.Output.WriteLine($"\n{Marked(hit.Title, hit.TitleHighlights)}");
                console.Output.WriteLine($"  {hit.PublishedJalali ?? "—"} · {hit.Outlet ?? "—"} · {hit.Province ?? "—"} · {hit.Id}");
                console.Output.WriteLine($"  {Marked(hit.Snippet, hit.SnippetHighlights)}");
            }
            if (results.DidYouMean is { } better) console.Output.WriteLine($"\nDid you mean: {better}");
        }
        return results.Hits.Count > 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    /// <summary>The text with what matched between ‹ ›, which a terminal of any kind can show.</summary>
    private static string Marked(string text, IReadOnlyList<TextSpan> spans)
    {
        var marked = new StringBuilder(text);
        foreach (var span in spans.OrderByDescending(span => span.Start)) marked.Insert(span.End, '›').Insert(span.Start, '‹');
        return marked.ToString();
    }
}
