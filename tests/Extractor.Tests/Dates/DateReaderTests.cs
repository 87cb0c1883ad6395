using System.Globalization;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Tests.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Tests.Dates;

public sealed class DateReaderTests
{
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var row in CaseTable.Rows("Dates/deadlines.tsv").Concat(CaseTable.Rows("Dates/readings.tsv"))) cases.Add(row[0], row[1], row.Length > 2 ? row[2] : "");
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void ResolvesAgainstTheReferenceDay(string reference, string words, string expected)
    {
        var text = TokenizedText.Read(words);
        var found = DateReader.Find(text, DateOnly.ParseExact(reference, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(expected, string.Join(" ; ", found.Select(date =>
            $"{text.OriginalText(date.FirstToken, date.EndToken)}|{Show(date.From)}..{Show(date.To)}|{date.Direction}|{Show(date.Due)}")));
    }

    [Theory]
    [InlineData(1443, 9, 1, "2022-04-03")]
    [InlineData(1444, 10, 1, "2023-04-22")]
    [InlineData(1445, 1, 10, "2023-07-28")]
    [InlineData(1446, 10, 1, "2025-03-31")]
    public void LunarDaysAreThoseAnnouncedInIran(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Show(CalendarSystem.Day(CalendarKind.Hijri, year, month, day)));

    private static string Show(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
