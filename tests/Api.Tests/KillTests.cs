using System.Diagnostics;

namespace NewsMiner.Api.Tests;

/// <summary>The demo killed at random moments, then started again: nothing lost, nothing twice, and the file opens.</summary>
public sealed class KillTests
{
    private const int Kills = 20;

    [Fact]
    public async Task DemoSurvivesBeingKilledAtRandomMoments()
    {
        using var reference = new TemporaryFolder();
        var (code, output, error) = await NewsminerProcess.RunAsync(["demo", "--once", "--data", reference.Path]);
        Assert.True(code == 0, output + error);
        var expected = Articles(reference.Path);
        Assert.True(expected.Count >= 60, $"the demo outlets gave {expected.Count} articles");

        using var folder = new TemporaryFolder();
        var random = new Random(1404);
        var clock = Stopwatch.StartNew();
        await NewsminerProcess.RunAsync(["--help"]);
        var startUp = clock.Elapsed;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = NewsminerProcess.Start(["demo", "--once", "--data", folder.Path]);
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            // The first kills fall into the start, later ones ever deeper into the crawl.
            await Task.Delay(startUp + TimeSpan.FromMilliseconds(random.Next(0, 200 + (kill * 60))));
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            AssertWhole(folder.Path);
        }
        (code, output, error) = await NewsminerProcess.RunAsync(["demo", "--once", "--data", folder.Path]);
        Assert.True(code == 0, output + error);
        Assert.Equal(expected, Articles(folder.Path));
        AssertWhole(folder.Path);
    }

    [Fact]
    public async Task ASecondStartAddsNothing()
    {
        using var folder = new TemporaryFolder();
        await NewsminerProcess.RunAsync(["demo", "--once", "--data", folder.Path]);
        var first = Articles(folder.Path);
        var (code, output, error) = await NewsminerProcess.RunAsync(["demo", "--once", "--data", folder.Path]);
        Assert.True(code == 0, output + error);
        Assert.Equal(first, Articles(folder.Path));
    }

    private static List<string> Articles(string folder) => StoreRows.Of(folder, "SELECT id FROM article ORDER BY id");

    private static void AssertWhole(string folder)
    {
        if (File.Exists(Path.Combine(folder, "newsminer.db"))) Assert.Equal(["ok"], StoreRows.Of(folder, "PRAGMA integrity_check"));
    }
}
