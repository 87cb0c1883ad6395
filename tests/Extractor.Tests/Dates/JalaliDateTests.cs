using System.Globalization;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.Extractor.Tests.Dates;

public sealed class JalaliDateTests
{
    private static readonly PersianCalendar Oracle = new();

    [Fact]
    public void EveryDayOf1300To1450IsTheOneTheClassLibraryReckonsFromTheEquinox()
    {
        var day = new JalaliDate(1300, 1, 1).ToGregorian();
        Assert.Equal(new DateOnly(1921, 3, 21), day);
        for (var year = 1300; year <= 1450; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                Assert.Equal(Oracle.GetDaysInMonth(year, month), JalaliDate.DaysInMonth(year, month));
                for (var date = 1; date <= JalaliDate.DaysInMonth(year, month); date++, day = day.AddDays(1))
                {
                    Assert.Equal(day, new JalaliDate(year, month, date).ToGregorian());
                    Assert.Equal(new JalaliDate(year, month, date), JalaliDate.From(day));
                    Assert.Equal(day, DateOnly.FromDateTime(Oracle.ToDateTime(year, month, date, 0, 0, 0, 0)));
                }
            }
        }
        Assert.Equal(new DateOnly(2072, 3, 20), day);
    }

    [Theory]
    [InlineData(1209, 12, 29), InlineData(1210, 1, 1), InlineData(1633, 12, 29), InlineData(1634, 1, 1), InlineData(1, 1, 1), InlineData(9000, 12, 1)]
    public void DaysBeyondTheCycleGoThereAndBack(int year, int month, int day) =>
        Assert.Equal(new JalaliDate(year, month, day), JalaliDate.From(new JalaliDate(year, month, day).ToGregorian()));

    [Theory]
    [InlineData(1402, 13, 1), InlineData(1402, 0, 1), InlineData(1402, 12, 30), InlineData(1402, 7, 31), InlineData(1402, 1, 0)]
    public void ThereIsNoSuchDay(int year, int month, int day) => Assert.Throws<ArgumentOutOfRangeException>(() => new JalaliDate(year, month, day).ToGregorian());
}
