using Microsoft.Playwright;

namespace NewsMiner.Api.Tests.Browser;

/// <summary>Debian's Chromium, started once for all tests of the page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why no test of the page can run here, or null.</summary>
    public static string? Missing { get; } =
        !File.Exists(Path) ? $"no Chromium at {Path}: apt-get install chromium"
        : !File.Exists(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")) ? "the page was not built: Node.js 20 or newer is missing"
        : null;

    public async Task InitializeAsync()
    {
        if (Missing is not null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox"] });
        Assertions.SetDefaultExpectTimeout(30_000);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens an address of the page in a window of its own.</summary>
    internal async Task<PageSession> OpenAsync(RunningApi api, string address) => await PageSession.OpenAsync(browser!, api.Client.BaseAddress!, address);
}

/// <summary>Tests of the page run one after another in one browser.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumTests : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}

/// <summary>How the page is looked at.</summary>
internal sealed record Look(string Name, int Width, int Height, ColorScheme Colours)
{
    public static readonly Look Light = new("light", 1366, 900, ColorScheme.Light), Dark = new("dark", 1366, 900, ColorScheme.Dark), Phone = new("phone", 390, 844, ColorScheme.Light);
}
