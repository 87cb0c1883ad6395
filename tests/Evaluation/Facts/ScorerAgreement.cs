using System.Diagnostics;
using System.Text.Json;
using NewsMiner.Api.Output;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;

namespace NewsMiner.Evaluation.Facts;

/// <summary>Our scorer and the guide's <c>score.py</c> count the same, to the digit.</summary>
public sealed class ScorerAgreement
{
    [FactWithShared("extraction/score.py", Program = "python3")]
    public async Task BothScorersCountTheSame()
    {
        var folder = SharedFiles.Path("extraction/gold");
        GoldArticle[] gold = [.. GoldArticle.ReadAll(folder)];
        (GoldArticle Gold, AnalyzedArticle Found)[] pairs = [.. gold.Select(article => (article, ArticleAnalyzer.Analyze(article.ToArticle())))];
        var predictions = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(predictions, pairs.Select(pair => JsonSerializer.Serialize(new { id = pair.Gold.Id, officials = pair.Found.Officials, statements = pair.Found.Statements, figures = pair.Found.Figures, pledges = pair.Found.Pledges }, Json.Line)));
            using var process = Process.Start(new ProcessStartInfo("python3", [SharedFiles.Path("extraction/score.py"), folder, predictions, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var printed = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, await error);
            using var theirs = JsonDocument.Parse(printed);
            var scores = FactScorer.Score(pairs);
            var compared = 0;
            foreach (var theirScore in theirs.RootElement.EnumerateObject())
            {
                if (scores.Scores.FirstOrDefault(score => score.Name == theirScore.Name) is not { } ours) continue;
                compared++;
                int Count(string name) => theirScore.Value.GetProperty(name).GetInt32();
                Assert.Equal((theirScore.Name, Count("tp"), Count("gold"), Count("found")), (ours.Name, ours.Right, ours.Gold, ours.Found));
            }
            Assert.True(compared >= 8, printed);
        }
        finally
        {
            File.Delete(predictions);
        }
    }
}
