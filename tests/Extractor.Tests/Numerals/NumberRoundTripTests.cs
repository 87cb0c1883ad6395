using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Tests.Numerals;

/// <summary>Number → words → number, by a seeded sample over all scales.</summary>
public sealed class NumberRoundTripTests
{
    private const int Sample = 20_000;

    [Fact]
    public void EverySmallNumber()
    {
        for (var number = -1100m; number <= 11_000; number++) Same(number);
    }

    [Fact]
    public void NumbersOfEveryScale()
    {
        var random = new Random(1403);
        for (var i = 0; i < Sample; i++) Same(Any(random));
        foreach (var number in new[] { decimal.MaxValue, decimal.MinValue, 1_000_000_000_000_000_000_000_000_000m, 999_999_999_999_999_999_999_999_999m, 1_000_000m, 1001m, 1_000_001m })
            Same(number);
    }

    [Fact]
    public void DecimalFractionsUpToThousandths()
    {
        var random = new Random(1404);
        for (var i = 0; i < Sample; i++)
        {
            var places = random.Next(1, 4);
            var number = decimal.Truncate(random.Next(0, 2_000_000)) + random.Next(1, (int)Math.Pow(10, places)) / (decimal)Math.Pow(10, places);
            Same(number);
        }
    }

    [Fact]
    public void Ordinals()
    {
        var random = new Random(1405);
        for (var i = 0; i < Sample; i++)
        {
            // «دو هزارم» is read as two thousandths, «دو هزارمین» as the two thousandth.
            var number = i < 2000 ? i + 1 : random.NextInt64(1, 1_000_000_000_000);
            if (number % 1000 == 0) continue;
            var words = NumberWords.WriteOrdinal(number);
            var read = Assert.Single(NumberReader.Find(TokenizedText.Read(words)));
            Assert.True(read.Ordinal && read.Value == number, $"{number} → {words} → {read}");
        }
    }

    [Fact]
    public void ANumberKeepsItsSpanInsideASentence()
    {
        var random = new Random(1406);
        for (var i = 0; i < 2000; i++)
        {
            var number = decimal.Truncate(random.NextInt64(2, 1_000_000_000_000));
            var words = NumberWords.Write(number);
            var text = TokenizedText.Read($"امسال {words} نفر کمک گرفتند.");
            var read = Assert.Single(NumberReader.Find(text));
            Assert.Equal((number, words), (read.Value, read.NumeralSpan(text).In(text.Normalized.Original).ToString()));
        }
    }

    [Fact]
    public void DigitsOfEverySetAndMarkAreOneNumber()
    {
        var random = new Random(1407);
        string[] sets = ["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"];
        for (var i = 0; i < 3000; i++)
        {
            var number = random.NextInt64(1000, 1_000_000_000_000);
            var grouped = number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture).Replace(',', ",٬،"[random.Next(3)]);
            var written = string.Concat(grouped.Select(c => char.IsAsciiDigit(c) ? sets[i % 3][c - '0'] : c));
            Assert.Equal(number, DigitNumber.Parse(written));
        }
    }

    private static decimal Any(Random random)
    {
        var digits = random.Next(1, 29);
        var number = 0m;
        // Runs of zeros are as common as they are in what people write.
        for (var i = 0; i < digits; i++) number = number * 10 + (random.Next(3) == 0 ? random.Next(10) : i == 0 ? random.Next(1, 10) : 0);
        return random.Next(8) == 0 ? -number : number;
    }

    private static void Same(decimal number)
    {
        var words = NumberWords.Write(number);
        var read = NumberReader.Parse(words);
        Assert.True(read == number, $"{number} → {words} → {read}");
    }
}
