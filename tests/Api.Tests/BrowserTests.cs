using Microsoft.Playwright;

namespace NewsMiner.Api.Tests;

/// <summary>What a person does on the page, in Chromium.</summary>
public sealed class BrowserTests(RunningApi api) : IClassFixture<RunningApi>, IAsyncLifetime
{
    private readonly List<string> troubles = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(BrowserFactAttribute.Chromium)) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    [BrowserFact]
    public async Task AnAnalystSearchesNarrowsAndReadsTheMarkedArticle()
    {
        var page = await OpenAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("اورژانس اجتماعی");
        await page.GetByRole(AriaRole.Button, new() { Name = "جست‌وجو" }).ClickAsync();
        await Assertions.Expect(page.GetByText("۶ خبر")).ToBeVisibleAsync();
        Assert.True(await page.Locator(".hits mark").CountAsync() > 0);
        await page.Locator(".facet a", new() { HasText = "یزد" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".chosen")).ToContainTextAsync("یزد");
        Assert.Contains("province=", page.Url, StringComparison.Ordinal);
        await page.Locator(".hits h2 a").First.ClickAsync();
        await Assertions.Expect(page.Locator("article .fact.is-figure").First).ToBeVisibleAsync();
        await page.Locator("article .fact.is-figure").First.ClickAsync();
        await Assertions.Expect(page.Locator(".card")).ToContainTextAsync("قاعده");
        Assert.Equal("rtl", await page.EvaluateAsync<string>("getComputedStyle(document.body).direction"));
        Assert.Empty(troubles);
    }

    [BrowserFact]
    public async Task AnAddressRestoresItsView()
    {
        var page = await OpenAsync("/figures?kind=money");
        await Assertions.Expect(page.Locator(".facts li").First).ToContainTextAsync("ریال");
        await page.Locator(".facts a.meta").First.ClickAsync();
        await Assertions.Expect(page.Locator("article h1")).ToContainTextAsync("سمنان");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("رقم‌ها");
        Assert.Empty(troubles);
    }

    [BrowserFact]
    public async Task TrendsDrawAChartWithItsTableBehindIt()
    {
        var page = await OpenAsync("/trends?q=" + Uri.EscapeDataString("مددجویان"));
        await Assertions.Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(7);
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("۵۰٪");
        Assert.Empty(troubles);
    }

    [BrowserFact]
    public async Task AWrongQueryIsExplainedAndThePageGoesOn()
    {
        var page = await OpenAsync("/?q=%22unclosed");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("مددجویان");
        await page.GetByRole(AriaRole.Button, new() { Name = "جست‌وجو" }).ClickAsync();
        await Assertions.Expect(page.GetByText("۶ خبر")).ToBeVisibleAsync();
    }

    /// <summary>Opens a view; console errors and requests to other hosts are remembered as trouble.</summary>
    private async Task<IPage> OpenAsync(string address)
    {
        var page = await browser!.NewPageAsync(new() { Locale = "fa-IR", ViewportSize = new() { Width = 1280, Height = 900 } });
        page.Console += (_, message) =>
        {
            if (message.Type == "error") troubles.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(api.Client.BaseAddress!.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) troubles.Add("asked " + request.Url);
        };
        await page.GotoAsync(new Uri(api.Client.BaseAddress!, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }
}
