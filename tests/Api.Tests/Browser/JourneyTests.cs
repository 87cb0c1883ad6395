using Microsoft.Playwright;

namespace NewsMiner.Api.Tests.Browser;

/// <summary>What the three readers come for, from the first page to the answer.</summary>
[Collection(ChromiumTests.Name)]
public sealed class JourneyTests(Chromium chromium, RunningApi api) : IClassFixture<RunningApi>
{
    [BrowserFact]
    public async Task AnAnalystFindsATopicNarrowsItAndReadsWhyAFactIsBelieved()
    {
        await using var session = await chromium.OpenAsync(api, "/");
        await session.Page.Keyboard.PressAsync("/");
        await session.Page.Keyboard.TypeAsync("اورژانس اجتماعی");
        await session.Page.Keyboard.PressAsync("Enter");
        await Expect(session.Find(".count h2")).ToHaveTextAsync("۶ خبر");
        await Expect(session.Find(".hits mark").First).ToBeVisibleAsync();
        await session.Find(".facet a", new() { HasText = "یزد" }).First.ClickAsync();
        await Expect(session.Find(".chips")).ToContainTextAsync("استان: یزد");
        Assert.Contains("province=", session.Page.Url, StringComparison.Ordinal);
        await session.Find(".hits h3 a").First.ClickAsync();
        var figure = session.Find("article .fact.is-figure[role=button]").First;
        await figure.HoverAsync();
        await Expect(session.Find(".peek")).ToContainTextAsync("مقدار");
        await figure.FocusAsync();
        await session.Page.Keyboard.PressAsync("Enter");
        await session.Find(".why summary").ClickAsync();
        await Expect(session.Find(".fact-card .why")).ToContainTextAsync("قاعدهٔ");
        Assert.Contains("fact=", session.Page.Url, StringComparison.Ordinal);
        await session.Page.GoBackAsync();
        await Expect(session.Find(".count h2")).ToHaveTextAsync("۶ خبر");
        session.AssertNoTrouble();
    }

    [BrowserFact]
    public async Task APressOfficerFollowsAPersonAndSaysThatAFactIsWrong()
    {
        await using var session = await chromium.OpenAsync(api, "/officials");
        await session.Find("main tbody a", new() { HasText = "کامران یزدان‌فر" }).First.ClickAsync();
        await Expect(session.Find("h1")).ToHaveTextAsync("کامران یزدان‌فر");
        await Expect(session.Find(".posts")).ToContainTextAsync("بهزیستی");
        await session.Find(".posts a").First.ClickAsync();
        await Expect(session.Find(".fact-card.is-official")).ToContainTextAsync("کامران یزدان‌فر");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "نادرست است" }).ClickAsync();
        await session.Page.GetByLabel("یادداشت (اختیاری)").FillAsync("نام پدر است");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "بفرست: نادرست است" }).ClickAsync();
        await Expect(session.Find(".flag .note")).ToContainTextAsync("در نوبت بازبینی");
        await session.GoAsync("/quality");
        await Expect(session.Find(".fact-line.is-official")).ToContainTextAsync("نام پدر است");
        session.AssertNoTrouble();
    }

    [BrowserFact]
    public async Task WhoHasNoPostStillHasHisWords()
    {
        await using var session = await chromium.OpenAsync(api, "/officials/" + Uri.EscapeDataString("بهزاد بی‌سمت"));
        await Expect(session.Find("h1")).ToHaveTextAsync("بهزاد بی‌سمت");
        await Expect(session.Find("main .state")).ToContainTextAsync("هیچ خبری به این نام سمتی نداده است");
        await session.Find("main .state a", new() { HasText = "گفته‌ها" }).ClickAsync();
        await Expect(session.Find("h1")).ToHaveTextAsync("گفته‌ها");
        Assert.Contains("speaker=", session.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task AResearcherMeasuresATrendAndTakesItsNumbersAway()
    {
        await using var session = await chromium.OpenAsync(api, "/trends");
        await session.Page.GetByRole(AriaRole.Combobox, new() { Name = "پرسش برای سنجیدن" }).FillAsync("مددجویان");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "افزودن" }).ClickAsync();
        await Expect(session.Find(".chart canvas")).ToBeVisibleAsync();
        await session.Page.GetByText("جدول داده").First.ClickAsync();
        await Expect(session.Find("main tbody tr")).ToHaveCountAsync(7);
        await Expect(session.Find("main tbody").First).ToContainTextAsync("۵۰٪");
        await session.GoAsync("/figures?kind=money");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "دریافت" }).ClickAsync();
        var download = await session.Page.RunAndWaitForDownloadAsync(() => session.Find(".menu-list a", new() { HasText = "CSV" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(7, System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        session.AssertNoTrouble();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
