using System.Globalization;
using NewsMiner.Benchmarks.Serving;

namespace NewsMiner.Api.Tests.Browser;

/// <summary>The page over an empty store, over a single article and over many; over as many as the environment variable NEWSMINER_ARTICLES says besides.</summary>
[Collection(ChromiumTests.Name)]
public sealed class StoreSizeTests(Chromium chromium)
{
    /// <summary>What a reader waits for at most until a view has its first answers, where no other program takes the processor.</summary>
    private const int LongestAnswer = 2000;

    private static readonly string[] Views =
    [
        "/", "/?q=مددجو", "/?in=facts", "/?in=facts&q=سالمند", "/statements", "/statements?province=یزد", "/figures", "/figures?as=pivot", "/figures?as=series&counted=مددجو&unit=نفر", "/pledges", "/pledges?as=list&order=due",
        "/officials", "/trends", "/trends?q=مددجو", "/compare?from=1399&to=1399&from2=1402&to2=1402", "/map", "/status", "/alerts", "/quality",
    ];

    [BrowserTheory]
    [InlineData(0, "انبار هنوز خالی است")]
    [InlineData(1, "۱ خبر")]
    [InlineData(2_000, "۲٬۰۰۰")]
    public Task EveryViewStands(int articles, string firstView) => StandsAsync(articles, firstView, longestAnswer: int.MaxValue);

    [BrowserFact]
    public async Task EveryViewStandsOverAsManyAsAsked()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("NEWSMINER_ARTICLES"), CultureInfo.InvariantCulture, out var articles)) await StandsAsync(articles, "خبر", LongestAnswer);
    }

    private async Task StandsAsync(int articles, string firstView, int longestAnswer)
    {
        var api = new RunningApi { Held = ManyArticles.Make(articles) };
        await api.InitializeAsync();
        try
        {
            await using var session = await chromium.OpenAsync(api, "/");
            await Microsoft.Playwright.Assertions.Expect(session.Find("main")).ToContainTextAsync(firstView);
            var late = new List<string>();
            foreach (var view in Views)
            {
                await session.GoAsync(view);
                await session.AssertFitsAsync();
                Assert.Equal(0, await session.Find(".state.failed").CountAsync());
                var longest = await session.Page.EvaluateAsync<double>("performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).reduce((most, { duration }) => Math.max(most, duration), 0)");
                if (longest > longestAnswer) late.Add(string.Create(CultureInfo.InvariantCulture, $"{view}: {longest:F0} ms"));
            }
            Assert.Empty(late);
            session.AssertNoTrouble();
        }
        finally
        {
            await api.DisposeAsync();
        }
    }
}
