using NewsMiner.Extractor.Articles;

namespace NewsMiner.Extractor.Tests.Articles;

/// <summary>The forms in which pages write their time, in <c>page-dates.tsv</c>.</summary>
public sealed class PageDateTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Articles", "page-dates.tsv")))
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var text, var expected]) data.Add(text, expected);
        }
        return data;
    }

    [Theory, MemberData(nameof(Cases))]
    public void ReadsPageDate(string text, string expected) => Assert.Equal(expected, PageDates.Parse(text)?.ToString() ?? "");
}
