using System.Text.Json;

namespace NewsMiner.Evaluation.Gold;

/// <summary>The checks of gold files notice what is wrong and let pass what is right.</summary>
public sealed class GoldChecksTests
{
    private const string Article = """
        {"id": "yazd-1402-05-example", "title": null, "published": "2023-08-01",
         "paragraphs": ["رئیس بهزیستی اردکان گفت: ۱۲ هزار و ۵۰۰ بسته تا دهه فجر توزیع می‌شود."],
         "officials": [], "statements": [], "figures": [], "pledges": []}
        """;

    private const string Figure = """{"value": VALUE, "max": null, "unit": "بسته", "kind": "count", "qualifier": null, "counted": "بسته", "change": null, "period": null, "speaker": null}""";

    [Theory]
    [InlineData("۱۲ هزار و ۵۰۰ بسته", 12500)]
    [InlineData("هزار و ۲۴۰ نفر", 1240)]
    [InlineData("هزار و ۸۵۰ میلیارد تومان", 1850000000000)]
    [InlineData("۲ همت و ۳۰۰ میلیارد تومان", 2300000000000)]
    [InlineData("از 5 به 10 میلیون", 5000000)]
    [InlineData("دو میلیون و نیم", 2500000)]
    [InlineData("سیزده میلیارد و نیم", 13500000000)]
    [InlineData("۵۲/۵ درصد", 52.5)]
    [InlineData("دو و سه‌دهم درصد", 2.3)]
    [InlineData("۱٬۲۵۰ نفر", 1250)]
    [InlineData("بیستوهشت خانه", 28)]
    [InlineData("رتبه هفدهم", 17)]
    [InlineData("ارومیه۱۸،تکاب ۱۲", 12)]
    public void ReadsANumberHoweverItIsWritten(string text, double value) => Assert.Equal(1, new NumbersInText(text).Count((decimal)value));

    [Theory]
    [InlineData("بسته‌های نوروزی", 12)]
    [InlineData("۱۲ بسته و ۵۰۰ تومان", 512)]
    public void FindsNoNumberThatIsNotThere(string text, double value) => Assert.Equal(0, new NumbersInText(text).Count((decimal)value));

    [Fact]
    public void LetsARightFigurePass() => Assert.Empty(Faults("figures", Figure.Replace("VALUE", "12500", StringComparison.Ordinal)));

    [Theory]
    [InlineData("figures", """{"value": 13500, "max": null, "unit": "بسته", "kind": "count", "qualifier": null, "counted": "بسته", "change": null, "period": null, "speaker": null}""")]
    [InlineData("figures", """{"value": 12500, "max": null, "unit": "درصد", "kind": "count", "qualifier": null, "counted": "بسته", "change": null, "period": null, "speaker": null}""")]
    [InlineData("officials", """{"name": "کسی دیگر", "role": "رئیس", "organisation": "بهزیستی", "place": "اردکان", "placeKind": "county"}""")]
    [InlineData("statements", """{"speaker": null, "verb": "گفت", "text": "۱۲ هزار بسته توزیع شد", "kind": "report"}""")]
    [InlineData("statements", """{"speaker": "فرماندار اردکان", "verb": "گفت", "text": "توزیع می‌شود.", "kind": "report"}""")]
    [InlineData("pledges", """{"actor": null, "speaker": null, "action": "بسته توزیع می‌شود", "strength": "firm", "deadline": "تا پایان سال", "due": "2024-03-19", "amounts": [], "place": null, "beneficiary": null}""")]
    [InlineData("pledges", """{"actor": null, "speaker": null, "action": "بسته توزیع می‌شود", "strength": "firm", "deadline": "تا دهه فجر", "due": "2023-02-11", "amounts": [], "place": null, "beneficiary": null}""")]
    public void NoticesWhatTheTextDoesNotBearOut(string kind, string entry) => Assert.NotEmpty(Faults(kind, entry));

    [Fact]
    public void NoticesAFigureMoreOftenThanItStands() => Assert.NotEmpty(Faults("figures", Figure.Replace("VALUE", "12500", StringComparison.Ordinal) + "," + Figure.Replace("VALUE", "12500", StringComparison.Ordinal)));

    [Theory]
    [InlineData("statements", """{"speaker": null, "verb": "گفت", "text": "توزیع می‌شود.", "kind": "promise"}""")]
    [InlineData("statements", """{"speaker": null, "text": "توزیع می‌شود.", "kind": "report"}""")]
    [InlineData("statements", """{"speaker": null, "verb": "گفت", "text": "توزیع می‌شود.", "kind": "report", "note": "?"}""")]
    [InlineData("officials", """{"name": "رئیس", "role": "رئیس", "organisation": "بهزیستی", "place": "-", "placeKind": "country"}""")]
    public void NoticesWhatIsNoFieldOfTheGuide(string kind, string entry)
    {
        using var article = With(kind, entry);
        Assert.NotEmpty(GoldSchema.Faults(article.RootElement));
    }

    private static List<string> Faults(string kind, string entry)
    {
        using var article = With(kind, entry);
        Assert.Empty(GoldSchema.Faults(article.RootElement));
        return [.. new GoldFile(article.RootElement).Faults()];
    }

    private static JsonDocument With(string kind, string entry) => JsonDocument.Parse(Article.Replace($"\"{kind}\": []", $"\"{kind}\": [{entry}]", StringComparison.Ordinal));
}
