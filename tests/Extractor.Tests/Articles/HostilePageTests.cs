using System.Diagnostics;
using System.Text;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Tests.Articles;

/// <summary>Pages made to exhaust a reader get an answer in bounded time.</summary>
public sealed class HostilePageTests
{
    private const string Story = "<p>مدیرکل بهزیستی استان در نشست با خبرنگاران گفت: ساخت خانه‌های تازه برای خانواده‌ها آغاز شده است.</p><p>وی افزود: تا پایان سال همه خانواده‌ها خانه‌دار می‌شوند و هیچ خانواده‌ای در نوبت نمی‌ماند.</p>";

    /// <summary>Processor time of the whole process, so that a loaded machine does not count; a quadratic walk takes many times as much.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(90);

    public static TheoryData<string> Names() => ["nested", "formatting", "attributes", "million attributes", "entities", "zero bytes", "fifty megabytes", "open comment", "million elements", "open quote", "nested tables", "nested links"];

    [Theory, MemberData(nameof(Names))]
    public void AnswersInBoundedTime(string name)
    {
        var html = Page(name);
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var result = ArticleReader.Read(html, new("https://www.example.ir/news/1"));
        process.Refresh();
        Assert.True(process.TotalProcessorTime - start < Bound, $"{name} took {process.TotalProcessorTime - start} of processor time");
        // The story of these lies in a comment, a quotation or a link.
        if (name is "open comment" or "open quote" or "nested links") return;
        var article = Assert.IsType<ReadResult.Found>(result).Article;
        Assert.Contains(article.Paragraphs, paragraph => paragraph.Contains("خانه‌دار می‌شوند", StringComparison.Ordinal));
    }

    [Fact]
    public void ExtremeNestingLosesItsTagsAndKeepsItsText()
    {
        var bounded = MarkupGuard.Bound(Page("nested"), out var flattened);
        Assert.True(flattened);
        Assert.Contains("خانه‌دار", bounded, StringComparison.Ordinal);
        Assert.False(HasMoreThan(bounded, "<div", 3 * MarkupGuard.MaxDepth));
    }

    [Fact]
    public void OrdinaryPagesAreLeftAlone()
    {
        MarkupGuard.Bound($"<html><body><div><ul><li>یک<li>دو</ul><p>سه<p>چهار<br><img src=a>{Story}</div></body></html>", out var flattened);
        Assert.False(flattened);
    }

    private static bool HasMoreThan(string text, string part, int count)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            if (--count < 0) return true;
        }
        return false;
    }

    private static string Page(string name) => name switch
    {
        "nested" => Repeat("<div>", 100_000) + "<h1>خانه‌ها ساخته می‌شود</h1>" + Story,
        "formatting" => "<h1>خانه‌ها</h1>" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<font color='{i}'><p>")) + "</p>" + Story,
        "million attributes" => "<h1>خانه‌ها</h1>" + Story + "<div " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=1 ")) + "></div>",
        "attributes" => "<h1>خانه‌ها</h1><div " + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"a{i}=1 ")) + ">" + Story + "</div>",
        "entities" => "<h1>خانه‌ها</h1><div>" + Story + Repeat("&#xFFFFFFFFFF;&zwnj&;&#0;&notanentity;&#x;&", 100_000) + "</div>",
        "zero bytes" => "<h1>خانه‌ها</h1>" + Story.Replace("گفت", "گف\0ت", StringComparison.Ordinal) + new string('\0', 100_000),
        "fifty megabytes" => "<h1>خانه‌ها</h1><div>" + Story + "</div>" + Repeat("<div><a href='/x'>پیوند</a></div>", 1_700_000),
        "open comment" => "<h1>خانه‌ها</h1><!--" + Repeat("-", 1_000_000) + Story,
        "million elements" => "<h1>خانه‌ها</h1><div>" + Story + "</div>" + Repeat("<i></i>", 500_000),
        "open quote" => "<h1>خانه‌ها</h1><a href=\"" + Repeat("x", 1_000_000) + Story,
        "nested tables" => "<h1>خانه‌ها</h1>" + Repeat("<table><tr><td>", 30_000) + Story,
        _ => "<h1>خانه‌ها</h1>" + Repeat("<a href=x><div>", 30_000) + Story,
    };

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
