using Microsoft.Playwright;

namespace NewsMiner.Api.Tests.Browser;

/// <summary>The page's own controls with mouse and keyboard, and what an address restores.</summary>
[Collection(ChromiumTests.Name)]
public sealed class ControlTests(Chromium chromium, RunningApi api) : IClassFixture<RunningApi>
{
    [BrowserFact]
    public async Task ADayIsTypedOrChosenByKeyboard()
    {
        await using var session = await chromium.OpenAsync(api, "/statements?from=1402-03-31");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "پالایش", Exact = true }).ClickAsync();
        var day = session.Page.GetByLabel("از روز", new() { Exact = true });
        await Expect(day).ToHaveValueAsync("۱۴۰۲/۰۳/۳۱");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "از روز: تقویم" }).ClickAsync();
        await Expect(session.Find(".calendar td button:focus")).ToHaveAttributeAsync("aria-label", "۳۱ خرداد ۱۴۰۲");
        await session.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(session.Find(".calendar td button:focus")).ToHaveAttributeAsync("aria-label", "۱ تیر ۱۴۰۲");
        await session.Page.Keyboard.PressAsync("PageDown");
        await session.Page.Keyboard.PressAsync("Enter");
        await Expect(day).ToHaveValueAsync("۱۴۰۲/۰۵/۰۱");
        Assert.Contains("from=1402-05-01", session.Page.Url, StringComparison.Ordinal);
        await day.FillAsync("1402/13");
        await day.PressAsync("Enter");
        await Expect(session.Find(".wrong")).ToContainTextAsync("چنین روزی نیست");
        await day.FillAsync("۱۴۰۲/۶");
        await day.PressAsync("Enter");
        await Expect(session.Find(".chips")).ToContainTextAsync("شهریور ۱۴۰۲");
        session.AssertNoTrouble();
    }

    /// <summary>Each wrong address is told in Persian, under a heading, to keyboard and screen reader too, on a phone as well.</summary>
    [BrowserTheory]
    [InlineData("/articles/none", "خبر با این نشانی در انبار نیست", "رفتن به جست‌وجو")]
    [InlineData("/alerts/none", "هشداری با این نشانی در انبار نیست", "رفتن به جست‌وجو")]
    [InlineData("/officials/هیچ کس", "هیچ خبری به این نام سمتی نداده است", "گفته‌ها")]
    [InlineData("/statements?from=1402-13", "از روز: تاریخ خوانده نشد؛ نمونه: ۱۴۰۲، ۱۴۰۲-۰۵", "از روز: ۱۴۰۲-۱۳")]
    [InlineData("/trends?q=وام&from=1403&to=1401", "تا روز: پیش از آغاز بازه است", "از روز: ۱۴۰۳")]
    [InlineData("/compare?province=یزد&province2=ناکجا", "سوی دوم، استان: ", "سوی دوم")]
    [InlineData("/?q=(", "پرانتزی که این‌جا باز شده", "این درخواست خوانده نشد")]
    [InlineData("/figures?cursor=zzz", "نشانهٔ ادامه خوانده نشد", "از آغاز فهرست")]
    public async Task WhatCannotBeShownSaysWhy(string address, string why, string besides)
    {
        await using var session = await chromium.OpenAsync(api, address);
        foreach (var text in new[] { why, besides }) await Expect(session.Find("main")).ToContainTextAsync(text);
        await Expect(session.Find("h1")).ToHaveCountAsync(1);
        await session.LookAsync(Look.Phone);
        await session.AssertFitsAsync();
        await session.AssertAccessibleAsync();
    }

    /// <summary>On paper stands what was found, over its whole width, and nothing to press.</summary>
    [BrowserTheory]
    [InlineData("/", ".hits")]
    [InlineData("/articles/article-00", ".reading article")]
    public async Task APrintedViewFillsThePaper(string address, string found)
    {
        await using var session = await chromium.OpenAsync(api, address);
        await session.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var (main, hits) = ((await session.Find("main").BoundingBoxAsync())!, (await session.Find(found).First.BoundingBoxAsync())!);
        Assert.True(hits.Width >= main.Width * 0.9, $"{hits.Width} of {main.Width}");
        foreach (var part in new[] { ".rail", ".top", ".facets", ".reading .note", ".filters" })
        {
            foreach (var one in await session.Find(part).AllAsync()) await Expect(one).ToBeHiddenAsync();
        }
    }

    [BrowserFact]
    public async Task AStretchOfTimeIsChosenFromTheHistogram()
    {
        await using var session = await chromium.OpenAsync(api, "/");
        var bars = session.Find(".histogram .bars");
        var box = (await bars.BoundingBoxAsync())!;
        await session.Page.Mouse.MoveAsync(box.X + (box.Width * 0.02f), box.Y + 20);
        await session.Page.Mouse.DownAsync();
        await session.Page.Mouse.MoveAsync(box.X + (box.Width * 0.10f), box.Y + 20);
        await session.Page.Mouse.UpAsync();
        await Expect(session.Find(".chips")).ToContainTextAsync("از روز");
        Assert.Matches("from=1402-\\d\\d&to=1402-\\d\\d", session.Page.Url);
        var before = session.Page.Url;
        await session.Page.GetByRole(AriaRole.Slider, new() { Name = "آغاز بازه" }).PressAsync("ArrowRight");
        await session.Page.WaitForURLAsync(url => url != before);
        session.AssertNoTrouble();
    }

    [BrowserFact]
    public async Task CompletionsAreChosenByKeyboard()
    {
        await using var session = await chromium.OpenAsync(api, "/");
        var box = session.Page.GetByRole(AriaRole.Combobox, new() { Name = "واژه‌های جست‌وجو" });
        await box.PressSequentiallyAsync("اورژا");
        await Expect(session.Find(".options li").First).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await Expect(session.Find(".options li[aria-selected=true]")).ToHaveCountAsync(1);
        await box.PressAsync("Enter");
        await Expect(session.Find(".count h2")).ToHaveTextAsync("۶ خبر");
        session.AssertNoTrouble();
    }

    [BrowserFact]
    public async Task NumbersAreCopiedInLatinAndQuotationsAsWritten()
    {
        await using var session = await chromium.OpenAsync(api, "/figures?kind=money");
        const string Copy = """
            selector => {
                const range = document.createRange();
                range.selectNodeContents(document.querySelector(selector));
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                const data = new DataTransfer();
                document.querySelector(selector).dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
                return data.getData('text/plain') || String(getSelection());
            }
            """;
        var row = await session.Page.EvaluateAsync<string>(Copy, "main tbody tr");
        Assert.Matches("[0-9]+ میلیارد ریال|[0-9]+ ریال|[0-9]", row);
        Assert.DoesNotMatch("[۰-۹]", row);
        await session.GoAsync("/statements");
        var quotation = await session.Page.EvaluateAsync<string>(Copy, "main blockquote");
        Assert.Equal(await session.Find("main blockquote").First.InnerTextAsync(), quotation);
        session.AssertNoTrouble();
    }

    [BrowserFact]
    public async Task AWrongQueryIsExplainedAndThePageGoesOn()
    {
        await using var session = await chromium.OpenAsync(api, "/?q=%22unclosed");
        await Expect(session.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("بسته نشده");
        session.ForgetTroubles();
        await session.Page.GetByRole(AriaRole.Combobox).FillAsync("مددجویان");
        await session.Page.Keyboard.PressAsync("Enter");
        await Expect(session.Find(".count h2")).ToHaveTextAsync("۶ خبر");
        session.AssertNoTrouble();
    }

    [BrowserFact]
    public async Task TheKeyboardReachesTheTextFirstAndThemesAreKept()
    {
        await using var session = await chromium.OpenAsync(api, "/help");
        await session.Page.Keyboard.PressAsync("Tab");
        await Expect(session.Find(".skip")).ToBeFocusedAsync();
        await session.Page.Keyboard.PressAsync("Enter");
        await Expect(session.Find("main")).ToBeFocusedAsync();
        var theme = session.Page.GetByRole(AriaRole.Button, new() { Name = "رنگ: " });
        await theme.ClickAsync();
        await theme.ClickAsync();
        await session.Page.ReloadAsync();
        await Expect(session.Find("html")).ToHaveAttributeAsync("data-theme", "dark");
        session.AssertNoTrouble();
    }

    [BrowserFact]
    public async Task AnEditorsKeyMakesAVerdictEffective()
    {
        await using var session = await chromium.OpenAsync(api, "/articles/article-02");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "کلید دسترسی" }).ClickAsync();
        await session.Page.GetByLabel("کلید", new() { Exact = true }).FillAsync(api.Admin.DefaultRequestHeaders.GetValues("X-API-Key").Single());
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "به‌کار بردن" }).ClickAsync();
        await Expect(session.Find("dialog .note")).ToContainTextAsync("ویراستار");
        await session.Page.Keyboard.PressAsync("Escape");
        await session.Find("article .fact.is-figure[role=button]").First.ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "درست است", Exact = true }).ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "بفرست: درست است" }).ClickAsync();
        await Expect(session.Find(".flag .note")).ToContainTextAsync("داوری: درست");
        await session.Page.ReloadAsync();
        await Expect(session.Find(".flag .note")).ToContainTextAsync("داوری: درست");
        session.AssertNoTrouble();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
