using NewsMiner.Crawler.Discovery;

namespace NewsMiner.Crawler.Tests.Discovery;

/// <summary>List pages, their next pages, and archives by Jalali day.</summary>
public sealed class ListPageTests
{
    [Theory]
    [InlineData("<link rel='next' href='/archive?page=2'>", "/archive?page=1")]
    [InlineData("<a rel='next nofollow' href='?page=2'>ادامه</a>", "/archive")]
    [InlineData("<a href='/archive?page=2'>صفحه‌ی بعد</a>", "/archive")]
    [InlineData("<a href='/archive?page=2'>بعدی</a>", "/archive")]
    [InlineData("<ul><li class='next'><a href='/archive?page=2'>&gt;</a></li></ul>", "/archive")]
    [InlineData("<nav class='pagination'><a href='/archive?page=1'>۱</a><a href='/archive?page=2'>۲</a><a href='/archive?page=3'>۳</a></nav>", "/archive")]
    [InlineData("<div class='paging'><a href='/archive'>1</a><a href='/archive?page=2'>2</a></div>", "/archive?page=1")]
    [InlineData("<base href='https://outlet.ir/archive'><a rel=next href='?page=2'>x</a>", "/elsewhere")]
    public void TheNextPageIsFound(string html, string page)
    {
        var read = ListPageReader.Read(html, new(new("https://outlet.ir/"), page));
        Assert.Equal("https://outlet.ir/archive?page=2", Assert.Single(read.Further).AbsoluteUri);
    }

    [Theory]
    [InlineData("<a href='/news/2'>۲</a>", "/archive")]
    [InlineData("<a href='/archive?page=1'>بعدی</a>", "/archive?page=1")]
    [InlineData("<nav><a href='/archive?page=1'>1</a><a href='/archive?page=2'>2</a></nav>", "/archive?page=2")]
    public void ALastPageHasNone(string html, string page) => Assert.Empty(ListPageReader.Read(html, new(new("https://outlet.ir/"), page)).Further);

    [Fact]
    public void AnArchiveIsWalkedInSpansOfItsAddress()
    {
        var (since, today) = (new DateOnly(2023, 3, 21), new DateOnly(2023, 5, 25));
        Assert.Equal(66, ArchiveWalk.Spans("/a?y={year}&m={month}&d={day}", since, today).Count());
        var months = ArchiveWalk.Spans("/a/{year}/{month2}", since, today).ToList();
        Assert.Equal([(since, new DateOnly(2023, 4, 20)), (new DateOnly(2023, 4, 21), new DateOnly(2023, 5, 21)), (new DateOnly(2023, 5, 22), today)], months);
        Assert.Single(ArchiveWalk.Spans("/a?p={page}", since, today));
        Assert.Equal("/fa/archive?from_date=1402/01/01&to_date=1402/01/31&p=3", ArchiveWalk.Fill("/fa/archive?from_date={from}&to_date={to}&p={page}", since, new(2023, 4, 20), 3));
        Assert.Equal("/a/1402/1/01", ArchiveWalk.Fill("/a/{year}/{month}/{day2}", since, since, 1));
    }
}
