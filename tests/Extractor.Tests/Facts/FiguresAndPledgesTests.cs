using System.Globalization;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Tests.Numerals;

namespace NewsMiner.Extractor.Tests.Facts;

public sealed class FiguresAndPledgesTests
{
    public static TheoryData<string, string> Figures => CaseTable.Read("Facts/figures.tsv");

    public static TheoryData<string, string> NonFigures => CaseTable.Read("Facts/non-figures.tsv");

    public static TheoryData<string, string> Pledges => CaseTable.Read("Facts/pledges.tsv");

    [Theory, MemberData(nameof(Figures))]
    public void ReadsFigures(string text, string expected) => Assert.Equal(expected, string.Join(" | ", Analyze(text).Figures.Select(Show)));

    [Theory, MemberData(nameof(NonFigures))]
    public void SaysWhatANumberIsInstead(string text, string expected) => Assert.Equal(expected, Assert.Single(Analyze(text).RejectedNumbers).Reason);

    [Theory, MemberData(nameof(Pledges))]
    public void ReadsPledges(string text, string expected) => Assert.Equal(expected, string.Join(" | ", Analyze(text).Pledges.Select(Show)));

    [Theory]
    [InlineData("۲۷ واحد مسکونی واگذار شد.\nاز این تعداد ۹ واحد در اراک، ۱۲ واحد در شازند و ۶ واحد در ساوه است.", 27, "agrees: 9 + 12 + 6 = 27")]
    [InlineData("۳۰ واحد مسکونی واگذار شد.\nاز این تعداد ۹ واحد در اراک، ۱۲ واحد در شازند و ۶ واحد در ساوه است.", 30, "disagrees: 9 + 12 + 6 = 27, not 30")]
    [InlineData("از این تعداد ۹ واحد در اراک، ۱۲ واحد در شازند و بقیه در ساوه است.", 12, null)]
    [InlineData("اعتبار از ۲۰ به ۳۰ میلیارد تومان رسید که ۵۰ درصد رشد دارد.", 50, "agrees: (30000000000 - 20000000000) / 20000000000 = 50 %")]
    [InlineData("اعتبار از ۲۰ به ۳۰ میلیارد تومان رسید که ۷۰ درصد رشد دارد.", 70, "disagrees: (30000000000 - 20000000000) / 20000000000 = 50 %")]
    [InlineData("مشارکت مردم ۴۱ درصد بیشتر شد و از ۲ به ۲.۸ میلیارد تومان رسید.", 41, "agrees: (2800000000 - 2000000000) / 2000000000 = 40 %")]
    [InlineData("هزینه پروتز ۴۰ درصد بیشتر شده است؛ سهم بیمار اما از ۳۰ به ۱۵ درصد رسید.", 40, null)]
    [InlineData("روزانه ۵۰۰ پرس غذا و ماهانه ۱۵ هزار پرس غذا پخته می‌شود.", 500, "agrees: 500 a day × 30 = 15000 a month")]
    [InlineData("هفته‌ای ۴۱ بسته غذا داده می‌شود.\nماهانه ۳۰۰ بسته غذا داده می‌شود.", 41, "disagrees: 41 a week × 7.32 = 300 a month")]
    [InlineData("ماهانه ۲۰ بسته غذا و سالانه ۲۴۰ بسته غذا داده می‌شود.", 240, "agrees: 20 a month × 12 = 240 a year")]
    [InlineData("از ۱۸۰۰ خانه، ۹۲ درصد یعنی ۱۶۵۶ خانه بیمه شد.", 1656, "agrees: 92 % of 1800 = 1656")]
    [InlineData("از ۱۸۰۰ خانه، ۹۲ درصد یعنی ۹۰۰ خانه بیمه شد.", 900, null)]
    [InlineData("شمار خودروها از ۱۰ به ۳۰ دستگاه رسید که سه برابر است.", 30, null)]
    [InlineData("۱۲۰ کودک پذیرش شدند؛ ۷۰ کودک در اراک و ۵۰ کودک در ساوه.", 120, "agrees: 70 + 50 = 120")]
    public void DoesTheArithmeticOfAnArticle(string text, int value, string? expected) =>
        Assert.Equal(expected, Analyze(text).Figures.First(figure => figure.Value == value).Check);

    [Fact]
    public void SaysWhereAndWhenAFigureHolds()
    {
        var figures = Analyze("در سال ۱۴۰۲ در شهرستان اراک ۹ خانه ساخته شد و ۶ خانه در ساوه.").Figures;
        Assert.Equal(["اراک", "ساوه"], figures.Select(figure => figure.Place));
        Assert.Equal(new DateOnly(2023, 3, 21), figures[0].ValidFrom);
        Assert.Equal(new DateOnly(2024, 3, 19), figures[0].ValidTo);
    }

    [Theory]
    [InlineData("۵")]
    [InlineData("نه")]
    [InlineData("تا ۵")]
    [InlineData("۳-")]
    [InlineData("از ۵ به")]
    [InlineData("خواهد")]
    [InlineData("۲ همت و")]
    [InlineData("یک")]
    [InlineData("قرار است")]
    [InlineData("در این")]
    public void AnythingMayEndAText(string text)
    {
        var analyzed = Analyze(text);
        Assert.All(analyzed.Figures, figure => Assert.InRange(figure.End, figure.Start, analyzed.Article.Text.Length));
    }

    private static AnalyzedArticle Analyze(string text) => ArticleAnalyzer.Analyze(new Article
    {
        Id = "a", Source = "a", Title = "خبر", Paragraphs = text.Split('\n'), Published = PublicationTime.Parse("2024-07-31"),
    });

    private static string Show(Figure figure) =>
        string.Join(' ', new[] { figure.Value.ToString("0.##", CultureInfo.InvariantCulture) + (figure.Max is { } max ? "-" + max.ToString("0.##", CultureInfo.InvariantCulture) : ""), figure.Unit, $"[{figure.Counted}]", figure.Kind, figure.Qualifier, figure.Change, figure.Period }.Where(part => part is not null));

    private static string Show(Pledge pledge) =>
        string.Join(' ', new[] { pledge.Strength, pledge.Deadline, pledge.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }.Where(part => part is not null));
}
