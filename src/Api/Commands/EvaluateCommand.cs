using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsMiner.Api.Output;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer evaluate --gold DIR</c>: precision, recall and F1 by fact kind and field, worst errors listed.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var gold = new Option<DirectoryInfo>("--gold") { Description = "A folder of gold articles, one JSON file each.", Required = true };
        gold.AcceptExistingOnly();
        var part = new Option<string>("--part") { Description = "Which articles: all, dev or held-out.", DefaultValueFactory = _ => "all" };
        part.AcceptOnlyFromAmong("all", "dev", "held-out");
        var errors = new Option<int>("--errors") { Description = "How many errors to list; errors of held-out articles are never shown.", DefaultValueFactory = _ => 0 };
        var format = SharedOptions.Format("text", "json");
        var command = new Command("evaluate", "Scores the extractor against gold articles.") { gold, part, errors, format };
        command.SetAction(parse => Run(parse.GetValue(gold)!, parse.GetValue(part)!, parse.GetValue(errors), parse.GetValue(format)!, parse.InvocationConfiguration));
        return command;
    }

    private static int Run(DirectoryInfo folder, string part, int errors, string format, InvocationConfiguration console)
    {
        GoldArticle[] gold;
        try
        {
            gold = [.. GoldArticle.ReadAll(folder.FullName).Where(article => part == "all" || article.HeldOut == (part == "held-out"))];
        }
        catch (InvalidDataException bad)
        {
            console.Error.WriteLine(bad.Message);
            return ExitCode.Incomplete;
        }
        if (gold.Length == 0)
        {
            console.Error.WriteLine($"{folder}: holds no gold article of that part");
            return ExitCode.Incomplete;
        }
        var scores = FactScorer.Score([.. gold.Select(article => (article, ArticleAnalyzer.Analyze(article.ToArticle())))]);
        if (format == "json")
        {
            console.Output.WriteLine(JsonSerializer.Serialize(scores.Scores.ToDictionary(score => score.Name), Json.Indented));
            return ExitCode.Done;
        }
        console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{gold.Length + " articles",-22}{"P",8}{"R",8}{"F1",8}{"gold",7}{"found",7}"));
        foreach (var score in scores.Scores)
            console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Name,-22}{score.Precision,8:F3}{score.Recall,8:F3}{score.F1,8:F3}{score.Gold,7}{score.Found,7}"));
        var hidden = gold.Where(article => article.HeldOut).Select(article => article.Id).ToHashSet();
        foreach (var error in scores.Errors.Where(error => !hidden.Contains(error.ArticleId)).Take(errors))
            console.Output.WriteLine($"{error.ArticleId}\t{error.Name}\t{error.What}\tgold={JsonSerializer.Serialize(error.Gold, Json.Line)}\tgot={JsonSerializer.Serialize(error.Got, Json.Line)}");
        return ExitCode.Done;
    }
}
