namespace NewsMiner.CorpusBuilder;

/// <summary>The markup of the Asam family: body in #echo_detail with inline advertisements, a short-address form, likes and a disclaimer.</summary>
public sealed class Asam : Outlet
{
    public override string Id => "hamyarnews";

    public override string Name => "همیارنیوز";

    public override string Family => "asam";

    public override string PathOf(CorpusArticle article) => $"/provinces-7/{article.Code}-{Slug(article)}";

    public override string ListPath(int page) => page <= 1 ? "/provinces-7" : $"/provinces-7?p={page}";

    public override string Page(CorpusArticle article, IReadOnlyList<CorpusArticle> others)
    {
        var body = (article.Lead is null ? article.Paragraphs : article.Paragraphs.Skip(1)).ToArray();
        return Frame(article.Title, $"""
            <meta property="og:type" content="article"><meta property="og:site_name" content="{E(Name)}"><meta property="og:title" content="{E(article.Title)}">
            <link rel="canonical" href="{PathOf(article)}">
            """, $"""
            <div class="breadcrumb_list"><ul><li><a href="/">خانه</a></li><li><a href="/provinces-7">استان‌ها</a></li><li><a href="/provinces-7">{E(article.Province)}</a></li></ul></div>
            {(article.Kicker is null ? "" : $"<div class=\"uptitle\">{E(article.Kicker)}</div>")}
            <h1 class="title">{E(article.Title)}</h1>
            <div class="news_nav_title"><span class="news_id">کدخبر: {article.Code}</span> <time class="news_time" datetime="{article.Published:yyyy-MM-ddTHH:mm:sszzz}">{Jalali.Long(article.Published)}</time></div>
            {(article.Lead is null ? "" : $"<p class=\"lead\">{E(article.Lead)}</p>")}
            <div id="echo_detail" class="echo_detail"><div id="main_ck_editor">
            {string.Join('\n', body.Select((paragraph, index) => $"<p style=\"text-align:justify\">{E(paragraph)}</p>" + (index == 1 ? "<div class=\"zxc\" data-nosnippet>آگهی: خرید اقساطی با ۱۲ ماه بازپرداخت</div>" : "")))}
            <p>انتهای پیام/</p></div></div>
            <form class="tinyurl_form"><input value="/fa/tiny/news-{article.Code}"><span>کپی شد</span></form>
            <div class="likes">این مطلب برایم مفید است <span>4 نفر این پست را پسندیده اند</span></div>
            <div class="news_tags">{string.Concat(article.Tags.Select(tag => $"<a itemprop=\"keywords\" href=\"/search?tag={E(tag)}\">{E(tag)}</a> "))}</div>
            <div class="hot"><h3>موضوعات داغ</h3>{Links(others, "p")}</div>
            <div class="comments"><h3>نظرات و دیدگاه ها</h3><p>مسئولیت نوشته ها بر عهده نویسندگان آنهاست و انتشار آن به معنی تایید این نظرات نیست.</p></div>
            """);
    }

    public override string List(IReadOnlyList<CorpusArticle> articles, int page, int pages) => Frame("استان‌ها", "", $"""
        <div class="list">{Links(articles, "article")}</div>
        <div class="pagination">{(page < pages ? $"<a rel=\"next\" href=\"{ListPath(Math.Max(page, 1) + 1)}\">›</a>" : "")} <a href="/search?all=1">جست‌وجو</a> <a href="/trap/">همه</a></div>
        """);

    public override IEnumerable<(string File, string Text)> Files(IReadOnlyList<CorpusArticle> newestFirst) => base.Files(newestFirst).Append(("feeds.xml", Rss(newestFirst.Take(10), "aasaam")));

    private string Frame(string title, string head, string body) => $"""
        <!DOCTYPE html>
        <html class="dir-rtl lang-fa browser-Other os-Other" lang="fa" dir="rtl"><head><meta charset="utf-8"><title>{E(title)} | {E(Name)}</title>{head}
        </head><body><div class="ostani_menu">{ProvinceMenu}</div><div class="wrap">{body}</div><footer>{E(Name)}</footer></body></html>

        """;
}
