using System.Globalization;

namespace NewsMiner.CorpusBuilder;

/// <summary>The markup of the Nastooh family: metas in UTC, body in .item-text, related box, comment form with a sum.</summary>
public sealed class Nastooh : Outlet
{
    public override string Id => "mehrban";

    public override string Name => "پایگاه خبری مهربان";

    public override string Family => "nastooh";

    public override string PathOf(CorpusArticle article) => $"/news/{article.Code}/{Slug(article)}";

    public override string ListPath(int page) => page <= 1 ? "/archive" : $"/archive?pi={page}";

    public override string Page(CorpusArticle article, IReadOnlyList<CorpusArticle> others)
    {
        var utc = article.Published.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var body = article.Lead is null ? article.Paragraphs : article.Paragraphs.Skip(1);
        return Frame(article.Title, $"""
            <meta property="og:type" content="article"><meta property="og:site_name" content="{E(Name)}"><meta property="og:title" content="{E(article.Title)}">
            <meta property="article:published_time" itemprop="datePublished" content="{utc}">{(article.Updated is { } updated ? $"\n<meta property=\"article:modified_time\" content=\"{updated.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\">" : "")}
            <meta property="nastooh:nid" content="{article.Code}"><meta property="nastooh:publishDate" content="{article.Published:yyyy-MM-dd}">
            <meta name="keywords" content="{E(string.Join(',', article.Tags))}"><link rel="canonical" href="{PathOf(article)}">
            """, $"""
            <article class="item">
            <ol class="breadcrumb"><li><a href="/">صفحه نخست</a></li><li><a href="/archive">{E(article.Section)}</a></li><li><a href="/archive">{E(article.Province)}</a></li></ol>
            {(article.Kicker is null ? "" : $"<h4 class=\"rutitr kicker\">{E(article.Kicker)}</h4>")}
            <h1 class="title" itemprop="headline">{E(article.Title)}</h1>
            <div class="item-nav"><span class="item-date">{Jalali.Long(article.Published)}</span> <span class="item-code">کد خبر: <span>{Jalali.Persian(article.Code)}</span></span></div>
            {(article.Lead is null ? "" : $"<p class=\"summary introtext\" itemprop=\"description\">{E(article.Lead)}</p>")}
            <div class="item-body"><div class="item-text" itemprop="articleBody">
            {string.Concat(body.Select(paragraph => $"<p>{E(paragraph)}</p>\n"))}
            <div dir="rtl">{article.Code[..Math.Min(4, article.Code.Length)]}</div>
            </div></div>
            <div class="item-footer"><div class="item-sharing">به اشتراک بگذارید <a href="/search?share=1">تلگرام</a></div></div>
            <section class="box related-items"><h3>اخبار مرتبط</h3><ul>{Links(others)}</ul></section>
            <section class="tags"><ul>{string.Concat(article.Tags.Select(tag => $"<li><a href=\"/search?tag={E(tag)}\">{E(tag)}</a></li>"))}</ul></section>
            <section class="box comment-form"><h3>نظر شما</h3><form action="/search" method="post"><p>شما در حال پاسخ به نظر «» هستید.</p><textarea name="text"></textarea><label>3 + 0 =</label><input name="captcha"></form></section>
            </article>
            """);
    }

    public override string List(IReadOnlyList<CorpusArticle> articles, int page, int pages) => Frame("آرشیو خبرها", page is > 0 && page < pages ? $"<link rel=\"next\" href=\"{ListPath(page + 1)}\">" : "", $"""
        <ul class="list">
        {Links(articles)}</ul>
        <nav class="pages">{(page < pages ? $"<a rel=\"next\" href=\"{ListPath(Math.Max(page, 1) + 1)}\">بعدی</a>" : "")} <a href="/trap/">همه</a></nav>
        """);

    public override IEnumerable<(string File, string Text)> Files(IReadOnlyList<CorpusArticle> newestFirst) => base.Files(newestFirst).Concat(
    [
        ("rss.xml", Rss(newestFirst.Take(15), "Saba Enterprise Newsroom (www.nastooh.ir)")),
        ("sitemap.xml", $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>http://{Id}.localhost/sitemap-news.xml</loc></sitemap></sitemapindex>\n"),
        ("sitemap-news.xml", Sitemap(newestFirst)),
    ]);

    private string Frame(string title, string head, string body) => $"""
        <!DOCTYPE html>
        <html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>{E(title)} - {E(Name)}</title>
        <meta name="generator" content="www.nastooh.ir">{head}
        </head><body class="pt-news"><header><a href="/">{E(Name)}</a><nav>{ProvinceMenu}</nav></header>
        <main>{body}</main><footer>همه حقوق برای {E(Name)} محفوظ است. <a href="/gallery/1">گزارش تصویری</a></footer></body></html>

        """;
}
