using NewsMiner.Crawler.Discovery;

namespace NewsMiner.Crawler.Tests.Discovery;

/// <summary>Feeds and sitemaps as they really are: of all versions, and broken in all ways.</summary>
public sealed class FeedTests
{
    private static readonly Uri Address = new("https://outlet.ir/rss");

    [Theory]
    [InlineData("<rss version='2.0'><channel><link>/</link><item><title>خبر</title><link>https://outlet.ir/news/1</link><pubDate>Wed, 01 May 2024 08:00:00 +0330</pubDate></item></channel></rss>")]
    [InlineData("<rdf:RDF xmlns='http://purl.org/rss/1.0/'><item rdf:about='https://outlet.ir/news/1'><title>خبر</title><link>/news/1</link></item></rdf:RDF>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='/atom'/><entry><title type='html'>خبر</title><link rel='edit' href='/edit/1'/><link href='/news/1'/><updated>2024-05-01T08:00:00Z</updated></entry></feed>")]
    [InlineData("<atom:feed><atom:entry><atom:title>خبر</atom:title><atom:link href='/news/1' rel='alternate'/></atom:entry></atom:feed>")]
    [InlineData("\n\n <!-- comment --> garbage <rss><item><title><![CDATA[خبر]]></title><link><![CDATA[ /news/1/slug ]]></link></item>")]
    [InlineData("<rss><item><title>خبر</title><guid isPermaLink='true'>https://outlet.ir/news/1</guid></item></rss>")]
    [InlineData("<rss><item><title>خبر</title><link>https://outlet.ir/news/1?utm_source=rss&utm_medium=feed</link><item>")]
    [InlineData("<rss><item><TITLE>خبر</TITLE><LINK>HTTPS://OUTLET.IR/news/1</LINK></ITEM></rss>")]
    [InlineData("<rss><channel><item><title>خبر</title><link/>https://outlet.ir/news/1</item></channel></rss>")]
    public void OneArticleIsFound(string xml)
    {
        var found = FeedReader.Read(xml, Address).Articles;
        Assert.Equal(("https://outlet.ir/news/1", "خبر"), (Assert.Single(found).Url.AbsoluteUri, found[0].Title));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>در حال بررسی</body></html>")]
    [InlineData("<rss><channel><title>x</title><link>https://outlet.ir</link></channel></rss>")]
    [InlineData("<rss><item><link>javascript:alert(1)</link></item></rss>")]
    [InlineData("<<<>>><item><![CDATA[")]
    public void NothingIsFoundWhereNothingIs(string xml) => Assert.Empty(FeedReader.Read(xml, Address).Articles);

    [Fact]
    public void APagedFeedNamesItsNextPage() =>
        Assert.Equal("https://outlet.ir/rss?page=2", Assert.Single(FeedReader.Read("<feed><link rel='next' href='?page=2'/><entry><link href='/news/1'/></entry></feed>", Address).Further).AbsoluteUri);

    [Fact]
    public void SitemapsAndTheirIndexesAreRead()
    {
        var index = SitemapReader.Read("<?xml version='1.0'?><sitemapindex><sitemap><loc>/sitemap-1.xml.gz</loc><lastmod>2024-05-01</lastmod></sitemap><sitemap><loc> https://outlet.ir/sitemap-2.xml </loc></sitemap></sitemapindex>", Address);
        Assert.Equal(["https://outlet.ir/sitemap-1.xml.gz", "https://outlet.ir/sitemap-2.xml"], index.Further.Select(url => url.AbsoluteUri));
        var news = SitemapReader.Read("<urlset><url><loc>https://outlet.ir/news/1</loc><news:news><news:publication_date>2024-05-01</news:publication_date><news:title>خبر &amp; نظر</news:title></news:news></url><url><loc>https://outlet.ir/news/2<lastmod>2024-05-02</url></urlset>", Address);
        Assert.Equal(("خبر & نظر", "2024-05-01"), (news.Articles[0].Title, news.Articles[0].Changed));
        Assert.Equal(2, news.Articles.Count);
        Assert.Equal(2, SitemapReader.Read("https://outlet.ir/news/1\nhttps://outlet.ir/news/2\nnonsense", Address).Articles.Count);
    }
}
