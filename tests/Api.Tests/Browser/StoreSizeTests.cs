using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Api.Tests.Browser;

/// <summary>The page over an empty store, over a single article and over many.</summary>
[Collection(ChromiumTests.Name)]
public sealed class StoreSizeTests(Chromium chromium)
{
    private static readonly string[] Views = ["/", "/?in=facts", "/statements", "/figures", "/figures?as=pivot", "/pledges", "/officials", "/trends", "/trends?q=مددجو", "/compare?from=1402&to=1402&from2=1403&to2=1403", "/map", "/status", "/quality"];

    [BrowserTheory]
    [InlineData(0, "انبار هنوز خالی است")]
    [InlineData(1, "۱ خبر")]
    [InlineData(2_000, "۲٬۰۰۰")]
    public async Task EveryViewStands(int articles, string firstView)
    {
        var api = new RunningApi { Held = Articles(articles) };
        await api.InitializeAsync();
        try
        {
            await using var session = await chromium.OpenAsync(api, "/");
            await Microsoft.Playwright.Assertions.Expect(session.Find("main")).ToContainTextAsync(firstView);
            foreach (var view in Views)
            {
                await session.GoAsync(view);
                await session.AssertFitsAsync();
                Assert.Equal(0, await session.Find(".state.failed").CountAsync());
            }
            session.AssertNoTrouble();
        }
        finally
        {
            await api.DisposeAsync();
        }
    }

    /// <summary>Articles over two years of days in words drawn from two thousand; every hundredth is analysed, the others only fill the store.</summary>
    private static IEnumerable<AnalyzedArticle> Articles(int count)
    {
        var random = new Random(1402);
        string[] words = [.. Enumerable.Range(0, 2000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => "ابپتجدرسشفکگلمنوهی"[random.Next(18)])))];
        string Word() => words[(int)(words.Length * random.NextDouble() * random.NextDouble())];
        for (var i = 0; i < count; i++)
        {
            var article = new Article
            {
                Id = $"many-{i}", Source = "test", CanonicalUrl = new($"http://outlet.example/many/{i}"), Title = $"{Word()} {Word()} مددجویان {Word()}",
                Paragraphs = [$"مدیرکل بهزیستی استان یزد گفت: {i + 3} خانوار مددجو تا پایان سال بیمه می‌شوند.", string.Join(' ', Enumerable.Range(0, 40).Select(_ => Word()))],
                Outlet = $"رسانهٔ {i % 40}", Province = i % 3 == 0 ? "یزد" : "سمنان", Published = PublicationTime.On(new DateOnly(2023, 4, 5).AddDays(i % 700)),
            };
            yield return i % 100 == 0 ? ArticleAnalyzer.Analyze(article) : new() { Article = article };
        }
    }
}
