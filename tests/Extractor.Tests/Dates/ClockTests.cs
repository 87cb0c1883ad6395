using System.Globalization;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Tests.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Tests.Dates;

public sealed class ClockTests
{
    public static TheoryData<string, string> Cases => CaseTable.Read("Dates/times.tsv");

    [Theory, MemberData(nameof(Cases))]
    public void ReadsTheTime(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', DateReader.Find(TokenizedText.Read(text), null).Where(date => date.Time is not null).Select(date => Show(date.Time!.Value))));

    private static string Show(TimeOnly time) => time.ToString(time.Second > 0 ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);
}
