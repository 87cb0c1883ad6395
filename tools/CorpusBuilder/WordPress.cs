using System.Globalization;

namespace NewsMiner.CorpusBuilder;

/// <summary>The markup of WordPress with a Jalali plug-in: metas and time elements in Jalali with Persian digits.</summary>
public sealed class WordPress : Outlet
{
    public override string Id => "barkat";

    public override string Name => "وب‌نوشت برکت شمال";

    public override string Family => "wordpress";

    public override string PathOf(CorpusArticle article) => string.Create(CultureInfo.InvariantCulture, $"/{Jalali.Day(article.Published).Year:0000}/{Jalali.Day(article.Published).Month:00}/{Slug(article)}-{article.Code}/");

    public override string FileOf(CorpusArticle article) => PathOf(article).Trim('/') + "/index.html";

    public override string ListPath(int page) => page <= 1 ? "/blog" : $"/blog/page/{page}";

    public override string Page(CorpusArticle article, IReadOnlyList<CorpusArticle> others)
    {
        var day = Jalali.Day(article.Published);
        var jalali = Jalali.Persian(string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}\\{article.Published:HH:mm:ss}"));
        return Frame(article.Title, $"""
            <meta property="og:type" content="article"><meta property="og:site_name" content="{E(Name)}"><meta property="og:title" content="{E(article.Title)} - {E(Name)}">
            <meta property="article:published_time" content="{jalali}"><meta property="article:section" content="{E(article.Section)}"><link rel="canonical" href="{PathOf(article)}">
            """, "single-post", $"""
            <article class="post"><h1 class="entry-title">{E(article.Title)}</h1>
            <div class="entry-meta"><time class="entry-date" datetime="{jalali.Replace('\\', 'T')}">{Jalali.Long(article.Published)}</time> <span class="cat-links"><a href="/blog">{E(article.Section)}</a>، <a href="/blog">{E(article.Province)}</a></span> <span class="post-code">شناسه خبر: {Jalali.Persian(article.Code)}</span></div>
            <div class="entry-content">
            {string.Concat(article.Paragraphs.Select((paragraph, index) => index == 0 && article.Lead is not null ? $"<p><strong>{E(paragraph)}</strong></p>\n" : $"<p>{E(paragraph).Replace("\u200c", "&zwnj;", StringComparison.Ordinal)}</p>\n"))}
            <div class="sharedaddy"><h3>به اشتراک بگذارید:</h3><ul><li>توییتر</li></ul></div>
            <div class="jp-relatedposts"><h3>مرتبط</h3>{Links(others, "p")}</div></div>
            <footer class="tags-links">{string.Concat(article.Tags.Select(tag => $"<a rel=\"tag\" href=\"/search?tag={E(tag)}\">{E(tag)}</a> "))}</footer></article>
            <div id="comments"><h3>دیدگاهتان را بنویسید</h3><form><p>نشانی ایمیل شما منتشر نخواهد شد.</p><textarea></textarea></form></div>
            """);
    }

    public override string List(IReadOnlyList<CorpusArticle> articles, int page, int pages) => Frame("نوشته‌ها", "", "blog", $"""
        {Links(articles, "h2")}<nav class="navigation">{(page < pages ? $"<a class=\"next\" rel=\"next\" href=\"{ListPath(Math.Max(page, 1) + 1)}\">نوشته‌های پیشین</a>" : "")} <a href="/trap/">بایگانی</a></nav>
        """);

    public override IEnumerable<(string File, string Text)> Files(IReadOnlyList<CorpusArticle> newestFirst) => base.Files(newestFirst).Concat(
    [
        ("feed.xml", Rss(newestFirst.Take(10), "https://wordpress.org/?v=6.4")),
        ("sitemap.xml", Sitemap(newestFirst)),
    ]);

    private string Frame(string title, string head, string bodyClass, string body) => $"""
        <!DOCTYPE html>
        <html dir="rtl" lang="fa-IR"><head><meta charset="UTF-8"><title>{E(title)} - {E(Name)}</title>
        <meta name="generator" content="WordPress 6.4"><link rel="stylesheet" href="/wp-content/themes/news/style.css">{head}
        </head><body class="{bodyClass}"><header><h2>{E(Name)}</h2><nav>{ProvinceMenu}</nav></header>{body}
        <aside class="sidebar"><h3>تازه‌ها</h3><p>۱۲ خبر در هفته گذشته</p></aside></body></html>

        """;
}
