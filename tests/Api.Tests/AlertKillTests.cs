using NewsMiner.Api.Hosting;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Alerts;

namespace NewsMiner.Api.Tests;

/// <summary>A run of the alerts killed at random moments, then run to its end: each finding told, none twice.</summary>
public sealed class AlertKillTests
{
    private const int Articles = 300;

    private const int Kills = 6;

    [Fact]
    public async Task EveryMailIsWrittenOnceThoughTheRunIsKilled()
    {
        using var folder = new TemporaryFolder();
        var mail = Path.Combine(folder.Path, "mail");
        using (var data = DataFolder.Open(new(folder.Path)))
        {
            await new AlertBook(data.Database).AddAsync(new("همه", AlertAbout.Article, new(), null, null, "pr@office.example", false), DateTimeOffset.UnixEpoch, CancellationToken.None);
            await data.Database.WriteAsync(transaction => Enumerable.Range(0, Articles).Select(i => data.Store.Commit(transaction, null, Article(i), DateTimeOffset.UnixEpoch)).ToArray(), CancellationToken.None);
        }
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await NewsminerProcess.RunAsync(["--help"]);
        var startUp = clock.Elapsed;
        var random = new Random(1405);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = NewsminerProcess.Start(["alerts", "run", "--data", folder.Path, "--mail", mail]);
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            await Task.Delay(startUp + TimeSpan.FromMilliseconds(random.Next(0, 400)));
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        // A run sends a bounded number; they go on until nothing is left.
        for (var run = 0; run < 5; run++)
        {
            var (code, output, error) = await NewsminerProcess.RunAsync(["alerts", "run", "--data", folder.Path, "--mail", mail]);
            Assert.True(code == 0, output + error);
        }
        var files = Directory.GetFiles(mail, "*.eml");
        Assert.Equal(Articles, files.Length);
        Assert.Equal(Articles, files.Select(file => File.ReadLines(file).Single(line => line.StartsWith("Message-ID", StringComparison.Ordinal))).Distinct().Count());
        Assert.All(files, file => Assert.EndsWith("\n", File.ReadAllText(file), StringComparison.Ordinal));
        using var after = DataFolder.Open(new(folder.Path));
        var alert = Assert.Single(new AlertBook(after.Database).All());
        Assert.Equal((Articles, 0, 0), (alert.Matches, alert.Pending, alert.Failed));
    }

    private static AnalyzedArticle Article(int i) => new()
    {
        Article = new() { Id = $"k{i}", Source = "test", Title = $"خبر شمارهٔ {i}", Paragraphs = [$"متن خبر شمارهٔ {i}."], Published = PublicationTime.On(new(2026, 1, 1)), CanonicalUrl = new($"http://outlet.example/k{i}") },
    };
}
