using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Tests.Dates;

public sealed class LunarCalendarTests
{
    [Fact]
    public void AnnouncedYearsFollowEachOtherDayByDay()
    {
        for (var year = 1415; year < 1447; year++)
        {
            var last = CalendarSystem.Day(CalendarKind.Hijri, year, 12, 30);
            Assert.Equal(CalendarSystem.Day(CalendarKind.Hijri, year + 1, 1, 1), last!.Value.AddDays(1));
        }
    }

    [Fact]
    public void EveryDayBelongsToTheYearAndMonthThatHoldIt()
    {
        for (var day = new DateOnly(1994, 6, 11); day < new DateOnly(2030, 1, 1); day = day.AddDays(1))
        {
            var (year, month) = CalendarSystem.MonthOf(CalendarKind.Hijri, day);
            Assert.InRange(day, CalendarSystem.Day(CalendarKind.Hijri, year, month, 1)!.Value, CalendarSystem.Day(CalendarKind.Hijri, year, month, 30)!.Value);
        }
    }

    [Theory]
    [InlineData("عید فطر ۱۴۰۳", false), InlineData("عید فطر ۱۴۱۰", true), InlineData("۱۵ رمضان ۱۳۵۰ قمری", true), InlineData("۱۵ رمضان ۱۴۴۵", false), InlineData("نوروز ۱۴۱۰", false)]
    public void DaysBeyondTheAnnouncedYearsAreMarkedAsReckoned(string words, bool reckoned) =>
        Assert.Equal(reckoned, Assert.Single(DateReader.Find(TokenizedText.Read(words), null)).Reckoned);
}
