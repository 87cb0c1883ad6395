namespace NewsMiner.CorpusBuilder;

/// <summary>The markup of the IranSamaneh family: Jalali metas in Persian digits, a body of line breaks, today's date in the header.</summary>
public sealed class IranSamaneh : Outlet
{
    public override string Id => "sedayeostan";

    public override string Name => "صدای استان";

    public override string Family => "iransamaneh";

    public override string PathOf(CorpusArticle article) => $"/fa/news/{article.Code}/{Slug(article)}";

    public override string ListPath(int page) => page <= 1 ? "/fa/archive" : $"/fa/archive?p={page}";

    public override string Page(CorpusArticle article, IReadOnlyList<CorpusArticle> others)
    {
        var body = article.Lead is null ? article.Paragraphs : article.Paragraphs.Skip(1);
        return Frame(article.Title, $"""
            <meta property="og:type" content="article"><meta property="og:site_name" content="{E(Name)}"><meta property="og:title" content="{E(article.Title)}">
            <meta property="article:published_time" content="{Jalali.Slashed(article.Published)}"><meta property="og:url" content="/fa/news/{article.Code}">
            <link rel="canonical" href="/fa/news/{article.Code}">
            """, $"""
            <div class="news_nav news_id_c">کد خبر: {Jalali.Persian(article.Code)}</div><div class="news_nav news_pdate_c">تاریخ انتشار: {Jalali.Long(article.Published).Replace('ی', 'ي')}</div>
            <div class="news_path"><a href="/fa/archive">{E(article.Section)}</a> » <a href="/fa/archive">{E(article.Province)}</a></div>
            {(article.Kicker is null ? "" : $"<div class=\"rutitr\">{E(article.Kicker)}</div>")}
            <div class="title"><h1 class="title"><a href="{PathOf(article)}">{E(article.Title)}</a></h1></div>
            {(article.Lead is null ? "" : $"<div class=\"subtitle\">{E(article.Lead)}</div>")}
            <div class="body">{string.Join("<br />\n<br />\n", body.Select(E))}<br /><br />انتهای پیام/<div class="linear_news"><h4>بیشتر بخوانید</h4>{Links(others, "div")}</div></div>
            <div class="tags_title">{string.Concat(article.Tags.Select(tag => $"<a href=\"/search?t={E(tag)}\">{E(tag)}</a> "))}</div>
            <div class="comments_item"><div class="comm_title">نظرات بینندگان</div><div class="comm_body">انشاالله که ۱۰۰ درصد انجام شود.</div></div>
            """);
    }

    public override string List(IReadOnlyList<CorpusArticle> articles, int page, int pages) => Frame("آرشیو", "", $"""
        <div class="archive">{Links(articles, "div")}</div>
        <div class="pages">{(page < pages ? $"<a rel=\"next\" href=\"{ListPath(Math.Max(page, 1) + 1)}\">صفحه بعد</a>" : "")} <a href="/trap/">بیشتر</a></div>
        """);

    public override IEnumerable<(string File, string Text)> Files(IReadOnlyList<CorpusArticle> newestFirst) => base.Files(newestFirst).Concat(
    [
        ("fa/rss/allnews.xml", Rss(newestFirst.Take(20), "IranSamaneh")),
        ("sitemap.xml", Sitemap(newestFirst.Take(10))),
    ]);

    private string Frame(string title, string head, string body) => $"""
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" lang="fa" dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{E(title)} | {E(Name)}</title>
        <link rel="stylesheet" href="/client/themes/fa/main/css/style.css" />{head}
        </head><body id="news"><div class="header"><div class="today">امروز: سه‌شنبه ۳ آذر ۱۴۰۵</div><div class="menu">{ProvinceMenu}</div></div>
        <div class="content">{body}</div><div class="footer">طراحی و تولید: ایران سامانه فرضی</div></body></html>

        """;
}
