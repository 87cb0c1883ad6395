using System.Globalization;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Tests.Numerals;

public sealed class NumberReaderTests
{
    public static TheoryData<string, string> Cases => CaseTable.Read("Numerals/numerals.tsv");

    [Theory, MemberData(nameof(Cases))]
    public void FindsTheNumbers(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', NumberReader.Find(TokenizedText.Read(text)).Select(Show)));

    [Fact]
    public void SpanAndSuffixOfAGluedNumber()
    {
        var text = TokenizedText.Read("خیابان سی‌متری جی");
        var number = Assert.Single(NumberReader.Find(text));
        Assert.Equal("سی‌متری", text.OriginalText(number.FirstToken, number.EndToken));
        Assert.Equal("متری", number.Suffix);
    }

    [Fact]
    public void SpanOfAMixedNumberCoversAllItsWords()
    {
        var text = TokenizedText.Read("مبلغ ۴ میلیارد و پنج هزار و ۲ دلار فروخت");
        var number = Assert.Single(NumberReader.Find(text));
        Assert.Equal("۴ میلیارد و پنج هزار و ۲", text.OriginalText(number.FirstToken, number.EndToken));
    }

    [Fact]
    public void ALineFeedEndsANumber() => Assert.Equal("3000 200", string.Join(' ', NumberReader.Find(TokenizedText.Read("سه هزار\n۲۰۰")).Select(Show)));

    private static string Show(NumberMention number)
    {
        var value = Show(number.Value) + (number.Max is { } max ? ".." + Show(max) : "") + (number.Ordinal ? "th" : "");
        return number.Kind == NumberKind.Exact ? value : "~" + value;
    }

    private static string Show(decimal value) => decimal.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
