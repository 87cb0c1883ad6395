using NewsMiner.Extractor.Articles;

namespace NewsMiner.Extractor.Tests.Articles;

/// <summary>Short stories whose headlines hold the words of an error page are stories; error pages are none.</summary>
public sealed class PageKindTests
{
    private const string Story = "مدیرکل بهزیستی استان سمنان گفت: سهم این استان از اعتبار امسال دو برابر شده است و نیمی از آن به مناسب‌سازی معابر و خرید تجهیزات می‌رسد.";

    private static readonly Uri Url = new("https://news.example/fa/news/12345/");

    [Theory]
    [InlineData("بودجه ۱۴۰۴ بهزیستی سمنان دو برابر شد", "")]
    [InlineData("سهم 1404 سمنان ابلاغ شد", "")]
    [InlineData("کودک گم‌شده سمنانی پیدا نشد", "<meta property=\"og:type\" content=\"article\">")]
    public void AShortStoryIsAStory(string title, string head) => Assert.IsType<ReadResult.Found>(Read(title, head, Story));

    [Theory]
    [InlineData("خطای ۴۰۴")]
    [InlineData("404 - Not Found")]
    [InlineData("صفحه پیدا نشد")]
    public void AnErrorPageIsMissing(string title) =>
        Assert.Equal("missing", Assert.IsType<ReadResult.NotAnArticle>(Read(title, "", "نشانی را وارسی کنید یا به صفحه نخست بازگردید تا خبرهای دیگر را بخوانید.")).Kind);

    private static ReadResult Read(string title, string head, string paragraph) =>
        ArticleReader.Read($"<!doctype html><html lang=fa><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{paragraph}</p></article></body></html>", Url);
}
