namespace NewsMiner.Api.Tests;

/// <summary>A test in a real browser; skipped, with the reason, where Debian's Chromium is not installed.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium)) Skip = "no Chromium at " + Chromium + ": apt-get install chromium";
        else if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html"))) Skip = "the page was not built: Node.js 20 or newer is missing";
    }
}
