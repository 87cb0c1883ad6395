using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Tests.Dates;

/// <summary>Whatever the text: no exception, spans inside it and in order, and time in proportion to its length.</summary>
public sealed class RobustnessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Pieces =
    [
        "پایان ", "اوایل ", "تا ", "از ", "در ", "طی ", "بین ", "هفته ", "دوم ", "ماه ", "سال ", "نیمه ", "دهه ", "هر ", "این ", "چند ", "ربع ", "به ", "دقیقه ", "ساعت ", "شنبه ", "مهر ",
        "روز ", "عید فطر ", "رمضان ", "۱۴۰۲ ", "1402/5/12 ", "99/12/30 ", "12:30 ", "۵ ", "۳۱ ", "سی ", "و ", "، ", "- ", "نیم ", "هزار ", "میلیون ", "صد ", "یک ", "دو ", "سوم ", "م ", "ام ", "منفی ", "پیش ", "آینده ", "دیگر ",
        "گذشته ", "میلادی ", "قمری ", "ه.ش. ", "ظرف ", "پس از ", "منتهی به ", "نخست ", "صبح ", "شب ", "در میان ", "\n", ".", "/", ":", "\u200c", "قرن ", "۱۲۰۰ قمری ", "9999 ", "اسفند ", "۳۰ ", "دی‌ماه ",
    ];

    public static TheoryData<string> Repeated => [.. Pieces, "پایان اوایل ", "اوایل تا ", "هفته دوم ", "سه ماه منتهی به ", "۱، ", "۱ و ", "دو سال و ", "بین ۲ و ", "هزار و ", "شنبه تا ", "فروردین و ", "۲ تا ", "یک شب در ", "روز به روز ", "در در ", "پس از پس از ", "مهر ماه سال "];

    [Theory, MemberData(nameof(Repeated))]
    public async Task ALongTextOfTheSameIsReadInPassing(string piece) => await ReadAll(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));

    [Theory]
    [InlineData('ا', 10), InlineData('د', 10), InlineData('5', 10), InlineData('۹', 10), InlineData('و', 10), InlineData('.', 1), InlineData('\ud800', 1)]
    public async Task TenMegabytesOfOneLetterAndAMegabyteWithoutASpace(char letter, int megabytes)
    {
        await ReadAll(new string(letter, megabytes * 1_000_000));
        await ReadAll(string.Concat(Enumerable.Repeat("سیصدو" + letter, 170_000)));
    }

    [Fact]
    public void RandomUnicodeHasNoNumbersThatBreakUs()
    {
        var random = new Random(1408);
        for (var i = 0; i < 300; i++)
        {
            var characters = new char[random.Next(1, 400)];
            for (var j = 0; j < characters.Length; j++) characters[j] = (char)(random.Next(4) == 0 ? random.Next(0, 0x10000) : random.Next(0x600, 0x700));
            Check(new string(characters));
        }
    }

    [Fact]
    public void RandomWordsOfTimeAndNumber()
    {
        var random = new Random(1409);
        for (var i = 0; i < 4000; i++) Check(string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    [Theory]
    [InlineData(1, 1, 1), InlineData(9999, 12, 31), InlineData(622, 3, 22), InlineData(2500, 12, 31), InlineData(1700, 1, 1)]
    public void AnyReferenceDay(int year, int month, int day)
    {
        var text = TokenizedText.Read("تا پایان سال آینده، پنج هزار سال پیش، شنبه آینده، عید فطر، دهه فجر، ۹۹۹۹/۱۲/۲۹، ۱/۱/۱، نیمه دوم قرن آینده، ۴۰۰ سال دیگر و ۳۰ اسفند");
        Assert.NotEmpty(DateReader.Find(text, new DateOnly(year, month, day)));
    }

    private static async Task ReadAll(string text) => await Task.Run(() => Check(text)).WaitAsync(Patience);

    private static void Check(string source)
    {
        var text = TokenizedText.Read(source);
        var end = 0;
        foreach (var number in NumberReader.Find(text))
        {
            Assert.InRange(number.FirstToken, end, text.Tokens.Count - 1);
            Assert.InRange(number.EndToken, number.FirstToken + 1, text.Tokens.Count);
            Assert.InRange(number.NumeralSpan(text).End, number.NumeralSpan(text).Start + 1, source.Length);
            end = number.EndToken;
        }
        end = 0;
        foreach (var date in DateReader.Find(text, new DateOnly(2024, 2, 20)))
        {
            Assert.InRange(date.PhraseToken, end, date.FirstToken);
            Assert.InRange(date.EndToken, date.FirstToken + 1, text.Tokens.Count);
            Assert.False(date.From > date.To, $"{text.OriginalText(date.FirstToken, date.EndToken)}: {date}");
            end = date.EndToken;
        }
        end = 0;
        foreach (var stretch in TimeSpans.Find(text, joinTimes: true))
        {
            Assert.InRange(stretch.FirstToken, end, stretch.EndToken - 1);
            end = stretch.EndToken;
        }
    }
}
