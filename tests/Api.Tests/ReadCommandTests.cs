using System.Text.Json;

namespace NewsMiner.Api.Tests;

/// <summary><c>newsminer read</c> as a researcher with a saved page meets it.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private const string Page = """
        <!DOCTYPE html><html lang="fa"><head><meta charset="utf-8"><title>خانه‌ها ساخته شد - خبر استان</title><link rel="canonical" href="https://khabar.example.ir/news/4711/x"></head>
        <body><nav><a href="/">خانه</a></nav><h1>خانه‌ها ساخته شد</h1><time datetime="2024-05-01T10:00:00+03:30">۱۲ اردیبهشت ۱۴۰۳</time>
        <div class="news-content"><p>مدیرکل بهزیستی استان سمنان در نشست با خبرنگاران گفت: ساخت ۲۰ خانه برای خانواده‌ها به پایان رسید.</p>
        <p>وی افزود: تا پایان سال همه خانواده‌ها خانه‌دار می‌شوند و هیچ خانواده‌ای در نوبت نمی‌ماند.</p></div></body></html>
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task WithoutAddressThePageNamesItsOwn()
    {
        var (code, output, error) = await NewsminerProcess.RunAsync(["read", folder.Write("page.html", Page)]);
        Assert.True(code == 0, error);
        var article = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("خانه‌ها ساخته شد", "https://khabar.example.ir/news/4711/x", "4711"), (Text(article, "title"), Text(article, "canonicalUrl"), Text(article, "code")));
        Assert.Equal(2, article.GetProperty("paragraphs").GetArrayLength());
        Assert.Equal(0, article.GetProperty("evidence").GetArrayLength());
    }

    [Fact]
    public async Task StandardInputIsReadAndEachFieldExplained()
    {
        var (code, output, error) = await NewsminerProcess.RunAsync(["read", "-", "--url", "https://khabar.example.ir/news/4711", "--explain"], Page);
        Assert.True(code == 0, error);
        var article = JsonDocument.Parse(output).RootElement;
        Assert.Equal("https://khabar.example.ir/news/4711", Text(article, "source"));
        Assert.Contains(article.GetProperty("evidence").EnumerateArray(), evidence => Text(evidence, "field") == "published" && Text(evidence, "value") == "2024-05-01T10:00:00+03:30" && Text(evidence, "note") == "chosen");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\t ", "is empty")]
    [InlineData("یک خط متن ساده بدون نشانه‌گذاری", "holds no markup")]
    [InlineData("<html><body><a href='/a'>یک</a></body></html>", "holds no article (empty)")]
    public async Task WhatIsNoPageIsRefusedWithTheReason(string input, string reason)
    {
        var (code, output, error) = await NewsminerProcess.RunAsync(["read", "-"], input);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("standard input: " + reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BinaryHugeAndMissingFilesAreNamed()
    {
        var (binary, huge) = (Path.Combine(folder.Path, "photo.jpg"), Path.Combine(folder.Path, "huge.html"));
        await File.WriteAllBytesAsync(binary, [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 >> 3))]);
        await using (var file = File.Create(huge)) file.SetLength((64 * 1024 * 1024) + 1);
        foreach (var (path, reason) in new[] { (binary, "binary data"), (huge, "is larger than 64 MB"), (Path.Combine(folder.Path, "none.html"), "there is no such file") })
        {
            var (code, output, error) = await NewsminerProcess.RunAsync(["read", path]);
            Assert.Equal((1, ""), (code, output));
            Assert.Contains(path, error, StringComparison.Ordinal);
            Assert.Contains(reason, error, StringComparison.Ordinal);
        }
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
