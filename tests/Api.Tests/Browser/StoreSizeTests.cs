using System.Globalization;
using NewsMiner.Benchmarks.Serving;
using Xunit.Abstractions;

namespace NewsMiner.Api.Tests.Browser;

/// <summary>The page over an empty store, over a single article and over many; over as many as the environment variable NEWSMINER_ARTICLES says besides.</summary>
[Collection(ChromiumTests.Name)]
public sealed class StoreSizeTests(Chromium chromium, ITestOutputHelper output)
{
    /// <summary>The processor time, in seconds, that all answers of a view take at most: about what a reader waits for them, however busy the machine is.</summary>
    private const double LongestView = 2;

    private static readonly string[] Views =
    [
        "/", "/?q=مددجو", "/?in=facts", "/?in=facts&q=سالمند", "/statements", "/statements?province=یزد", "/figures", "/figures?as=pivot", "/figures?as=series&counted=مددجو&unit=نفر", "/pledges", "/pledges?as=list&order=due",
        "/officials", "/officials?province=یزد", "/trends", "/trends?q=مددجو", "/trends?q=مددجو&q=سالمند&q=معلول&q=بیمار&q=خانوار&grain=week&measure=statements", "/compare?from=1399&to=1399&from2=1402&to2=1402", "/compare?province=یزد&province2=قزوین", "/map", "/status", "/alerts", "/quality",
    ];

    [BrowserTheory]
    [InlineData(0, "انبار هنوز خالی است")]
    [InlineData(1, "۱ خبر")]
    [InlineData(2_000, "۲٬۰۰۰")]
    public Task EveryViewStands(int articles, string firstView) => StandsAsync(new() { Held = ManyArticles.Make(articles) }, firstView, longestView: double.MaxValue);

    [BrowserFact]
    public async Task EveryViewStandsOverAsManyAsAsked()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("NEWSMINER_ARTICLES"), CultureInfo.InvariantCulture, out var articles)) await StandsAsync(new() { Filled = await FilledStore.OfAsync(articles) }, "خبر", LongestView);
    }

    private async Task StandsAsync(RunningApi api, string firstView, double longestView)
    {
        await api.InitializeAsync();
        try
        {
            await using var session = await chromium.OpenAsync(api, "/");
            await Microsoft.Playwright.Assertions.Expect(session.Find("main")).ToContainTextAsync(firstView);
            // What the index holds in memory is read once, when the server starts (IndexWarmth); the views are measured after that.
            foreach (var warm in new[] { "/api/search?limit=1", "/api/search/facts?limit=1", "/api/search/complete?q=مد" }) await api.GetAsync(warm);
            var late = new List<string>();
            foreach (var view in Views)
            {
                // Server and test are one process, the browser is another.
                var before = Environment.CpuUsage.TotalTime;
                await session.GoAsync(view);
                var took = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
                await session.AssertFitsAsync();
                Assert.Equal(0, await session.Find(".state.failed").CountAsync());
                var longest = await session.Page.EvaluateAsync<double>("performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).reduce((most, { duration }) => Math.max(most, duration), 0)");
                var line = string.Create(CultureInfo.InvariantCulture, $"{took,6:F2} s of processor time, {longest,6:F0} ms until the last answer: {view}");
                output.WriteLine(line);
                if (took > longestView) late.Add(line);
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
