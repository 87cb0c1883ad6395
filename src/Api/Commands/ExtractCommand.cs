using System.CommandLine;
using System.Text.Json;
using NewsMiner.Api.Exports;
using NewsMiner.Api.Input;
using NewsMiner.Api.Output;
using NewsMiner.Extractor;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer extract PATH…</c>: articles and their facts on standard output.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files (.html, .txt, .json, .jsonl), folders of them, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = SharedOptions.Format("jsonl", "csv");
        var explain = new Option<bool>("--explain") { Description = "Also print the numbers that are no figures, each with what it is instead (jsonl only)." };
        var command = new Command("extract", "Reads articles and prints each with its officials, statements, figures and pledges.") { paths, format, explain };
        command.SetAction(parse => Run(parse.GetValue(paths)!, parse.GetValue(format)!, parse.GetValue(explain), parse.InvocationConfiguration));
        return command;
    }

    private static int Run(string[] paths, string format, bool explain, InvocationConfiguration console)
    {
        using var input = Console.OpenStandardInput();
        var failed = 0;
        var articles = ArticleInput.Read(paths, input).Select(item =>
        {
            if (item is InputItem.Found found) return ArticleAnalyzer.Analyze(found.Article);
            var bad = (InputItem.Unreadable)item;
            console.Error.WriteLine($"{bad.Where}: {bad.Reason}");
            failed++;
            return null;
        }).OfType<AnalyzedArticle>();
        var written = format == "csv" ? FactTable.Write(console.Output, articles) : WriteLines(console.Output, articles, explain);
        return failed == 0 && written > 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static int WriteLines(TextWriter output, IEnumerable<AnalyzedArticle> articles, bool explain)
    {
        var written = 0;
        foreach (var article in articles)
        {
            output.Write(JsonSerializer.Serialize(explain ? ArticleOutput.Explained(article) : ArticleOutput.From(article), Json.Line));
            output.Write('\n');
            written++;
        }
        return written;
    }
}
