using System.Text.Json;
using Microsoft.Playwright;

namespace NewsMiner.Api.Tests.Browser;

/// <summary>An open page; what goes wrong in it is remembered: console errors, broken policies, requests to other hosts.</summary>
internal sealed class PageSession : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri server;
    private readonly List<string> troubles = [];

    private PageSession(IBrowserContext context, IPage page, Uri server)
    {
        (this.context, Page, this.server) = (context, page, server);
        page.SetDefaultTimeout(60_000);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") troubles.Add("console: " + message.Text);
        };
        page.PageError += (_, message) => troubles.Add("exception: " + message);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                troubles.Add("asked another host: " + request.Url);
        };
    }

    public IPage Page { get; }

    public static async Task<PageSession> OpenAsync(IBrowser browser, Uri server, string address)
    {
        var context = await browser.NewContextAsync(new() { Locale = "fa-IR", ViewportSize = new() { Width = Look.Light.Width, Height = Look.Light.Height }, ColorScheme = Look.Light.Colours, ReducedMotion = ReducedMotion.Reduce });
        var session = new PageSession(context, await context.NewPageAsync(), server);
        await session.GoAsync(address);
        return session;
    }

    /// <summary>Goes to an address and waits until the view stands: its heading is there and nothing is being read.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(new Uri(server, address).ToString());
        await SettledAsync();
    }

    public async Task SettledAsync()
    {
        await Assertions.Expect(Page.Locator("h1").First).ToBeAttachedAsync();
        await Assertions.Expect(Page.Locator(".bones, .busy")).ToHaveCountAsync(0);
    }

    /// <summary>Looks at the same view on another screen.</summary>
    public async Task LookAsync(Look look)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = look.Colours });
        await Page.SetViewportSizeAsync(look.Width, look.Height);
    }

    /// <summary>What a person sees under a selector.</summary>
    public ILocator Find(string selector, PageLocatorOptions? options = null) => Page.Locator(selector, options);

    /// <summary>Fails where anything went wrong since the page was opened.</summary>
    public void AssertNoTrouble() => Assert.Empty(troubles);

    /// <summary>Forgets what went wrong, where a test has just asked for something wrong.</summary>
    public void ForgetTroubles() => troubles.Clear();

    /// <summary>Fails where axe-core finds what WCAG 2.2 AA or good practice forbids.</summary>
    public async Task AssertAccessibleAsync()
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in window")) await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        var found = await Page.EvaluateAsync<JsonElement>("() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })");
        Assert.Empty(found.GetProperty("violations").EnumerateArray().Select(violation =>
            $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("nodes")[0].GetProperty("html").GetString()} {violation.GetProperty("nodes")[0].GetProperty("failureSummary").GetString()}"));
    }

    /// <summary>Fails where the view reads from left to right or is wider than the screen.</summary>
    public async Task AssertFitsAsync()
    {
        Assert.Equal("rtl", await Page.EvaluateAsync<string>("getComputedStyle(document.body).direction"));
        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "the page is wider than the screen");
    }

    /// <summary>Keeps what the view looks like in the folder <c>screenshots</c> beside the tests.</summary>
    public async Task KeepScreenshotAsync(string name) =>
        await Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png") });

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
