using System.Diagnostics;
using NewsMiner.Extractor.Tests.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Tests.Text;

public sealed class NormalizerTests
{
    private const string Alphabet = "ابپتجدرسعکگلمنوهیآئءًِٔـ\u200c\u200c\u200f   \n..،؟?!()«»\"0۵٣aZ/-:@\ud83d\ude00\ud800ﻼﷲيك";

    public static TheoryData<string, string> Cases => CaseTable.Read("Text/normalizer.tsv");

    [Theory, MemberData(nameof(Cases))]
    public void BringsTextIntoTheHousesSpelling(string text, string expected) => Assert.Equal(expected, Normalizer.Normalize(text).Text);

    [Theory, MemberData(nameof(Cases))]
    public void LeavesTheHousesSpellingAlone(string _, string right) => Assert.Equal(right, Normalizer.Normalize(right).Text);

    [Fact]
    public void IsIdempotentOnRandomText()
    {
        foreach (var text in RandomTexts(2000))
        {
            var once = Normalizer.Normalize(text).Text;
            Assert.Equal(once, Normalizer.Normalize(once).Text);
        }
    }

    [Fact]
    public void MapsEachPositionThereAndBack()
    {
        foreach (var text in RandomTexts(2000))
        {
            var normalized = Normalizer.Normalize(text);
            Assert.Equal(text.Length, normalized.ToOriginal(normalized.Text.Length));
            for (var at = 0; at < normalized.Text.Length; at++)
            {
                var origin = normalized.ToOriginal(at);
                Assert.InRange(origin, at == 0 ? 0 : normalized.ToOriginal(at - 1), text.Length - 1);
                Assert.Equal(origin, normalized.ToOriginal(normalized.FromOriginal(origin)));
                Assert.InRange(normalized.ToOriginal(new TextSpan(at, at + 1)).Length, 1, text.Length);
            }
        }
    }

    [Fact]
    public void SpansLeadToTheOriginalLetters()
    {
        var normalized = Normalizer.Normalize("وي گفت كه فعاليت هاي مركز ميشود .");
        var span = new TextSpan(normalized.Text.IndexOf("فعالیت‌های", StringComparison.Ordinal), normalized.Text.IndexOf(" مرکز", StringComparison.Ordinal));
        Assert.Equal("فعاليت هاي", normalized.ToOriginal(span).In(normalized.Original).ToString());
    }

    [Theory]
    [InlineData("م")]
    [InlineData("(")]
    [InlineData(" ")]
    [InlineData("\ud800")]
    [InlineData("بت")]
    [InlineData("می شودها")]
    [InlineData("ی\u200c")]
    [InlineData("a.")]
    public void TakesTimeInProportionToLength(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        Normalizer.Normalize(text);
        // Ten million characters take under a second; anything quadratic would take hours.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public void TakesTimeInProportionToLengthOnAnyUnicode()
    {
        var random = new Random(11);
        var text = string.Create(10_000_000, random, (span, source) =>
        {
            foreach (ref var c in span) c = (char)(source.Next(2) == 0 ? source.Next(0x600, 0x700) : source.Next(char.MaxValue + 1));
        });
        var clock = Stopwatch.StartNew();
        var normalized = Normalizer.Normalize(text);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(text.Length, normalized.ToOriginal(normalized.Text.Length));
    }

    private static IEnumerable<string> RandomTexts(int count)
    {
        var random = new Random(3);
        string[] words = ["می", "شود", "میشود", "کتاب", "های", "هایش", "ها", "خانه", "ای", "برنامه", "ریزی", "بر", "گردد", "پیش", "بینی", "آن", "تر", "بزرگ", "و", "از", "باید", "بایداز", "بیاد", "مددجوبان", "حضو", "ریافته", "آنرا", "نرم", "افزار", "دهند", "خواهدشد", "ـ", "سازمانهای", "12", "درصد", ".", "،"];
        for (var i = 0; i < count; i++)
        {
            var length = random.Next(1, 40);
            yield return (i % 3) switch
            {
                0 => string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(Alphabet.Length)])),
                1 => string.Concat(Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)] + (random.Next(4) switch { 0 => "", 1 => "\u200c", _ => " " }))),
                // Any UTF-16 units, lone surrogates among them, and those of the Arabic blocks more often.
                _ => string.Concat(Enumerable.Range(0, length).Select(_ => (char)(random.Next(2) == 0 ? random.Next(0x600, 0x700) : random.Next(char.MaxValue + 1)))),
            };
        }
    }
}
