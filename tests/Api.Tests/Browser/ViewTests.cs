namespace NewsMiner.Api.Tests.Browser;

/// <summary>Every view in every look: complete, readable by everybody, without errors and without asking anybody else.</summary>
[Collection(ChromiumTests.Name)]
public sealed class ViewTests(Chromium chromium, RunningApi api) : IClassFixture<RunningApi>
{
    public static TheoryData<string, string, string> Views
    {
        get
        {
            var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Browser", "views.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
            var data = new TheoryData<string, string, string>();
            foreach (var row in rows) data.Add(row[0], row[1], row[2]);
            return data;
        }
    }

    [BrowserTheory, MemberData(nameof(Views))]
    public async Task AViewIsWhole(string name, string address, string text)
    {
        await using var session = await chromium.OpenAsync(api, address);
        await Microsoft.Playwright.Assertions.Expect(session.Find("main")).ToContainTextAsync(text);
        foreach (var look in new[] { Look.Light, Look.Dark, Look.Phone })
        {
            await session.LookAsync(look);
            await session.AssertFitsAsync();
            await session.KeepScreenshotAsync($"{name}-{look.Name}");
            await session.AssertAccessibleAsync();
        }
        session.AssertNoTrouble();
    }

    /// <summary>What a reader with an empty cache loads before the first view stands, as it comes over the wire.</summary>
    [BrowserFact]
    public async Task TheFirstViewIsLight()
    {
        await using var session = await chromium.OpenAsync(api, "/");
        var bytes = await session.Page.EvaluateAsync<int>("""
            document.fonts.ready.then(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.encodedBodySize, 0))
            """);
        Assert.InRange(bytes, 1, 200 * 1024);
    }
}
