using System.Net;
using System.Text;

namespace NewsMiner.CorpusBuilder;

/// <summary>A demo outlet: its names, its addresses and the markup of its family.</summary>
public abstract class Outlet
{
    /// <summary>How many articles a list page shows.</summary>
    protected const int PageSize = 8;

    public abstract string Id { get; }

    public abstract string Name { get; }

    public abstract string Family { get; }

    /// <summary>The path of an article, beginning with a slash.</summary>
    public abstract string PathOf(CorpusArticle article);

    /// <summary>The file of an article's page below the outlet's folder.</summary>
    public virtual string FileOf(CorpusArticle article) => PathOf(article).Trim('/') + ".html";

    /// <summary>The page of an article.</summary>
    public abstract string Page(CorpusArticle article, IReadOnlyList<CorpusArticle> others);

    /// <summary>A page that lists articles; page 1 is the newest.</summary>
    public abstract string List(IReadOnlyList<CorpusArticle> articles, int page, int pages);

    /// <summary>The path of a list page.</summary>
    public abstract string ListPath(int page);

    /// <summary>Further files of the outlet: feed, sitemap, robots.txt, home, traps.</summary>
    public virtual IEnumerable<(string File, string Text)> Files(IReadOnlyList<CorpusArticle> newestFirst)
    {
        var pages = Math.Max(1, (newestFirst.Count + PageSize - 1) / PageSize);
        for (var page = 1; page <= pages; page++)
            yield return (ListPath(page).Trim('/').Replace('?', '@') + ".html", List([.. newestFirst.Skip((page - 1) * PageSize).Take(PageSize)], page, pages));
        yield return ("index.html", List([.. newestFirst.Take(PageSize)], 0, pages));
        yield return ("robots.txt", $"User-agent: *\nDisallow: /search\nDisallow: /print/\nDisallow: /trap/\nCrawl-delay: 0.1\n\nSitemap: http://{Id}.localhost/sitemap.xml\n");
        yield return ("trap/index.html", Trap());
        yield return ("gallery/1.html", Gallery());
    }

    /// <summary>A page robots.txt forbids; a crawler that comes here has not read it.</summary>
    private string Trap() => $"<!doctype html><html lang=\"fa\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>دام | {Name}</title></head><body><h1>این صفحه برای خزنده نیست</h1><div class=\"item-body\"><div class=\"item-text\"><p>اگر این متن در نتیجه‌ها دیده شود، پرونده robots.txt رعایت نشده است. این جمله تنها برای آزمودن همین است.</p></div></div><a href=\"/trap/?next=2\">بعدی</a></body></html>\n";

    private string Gallery()
    {
        var pictures = string.Concat(Enumerable.Range(1, 12).Select(number => $"<li><img src=\"/img/{number}.jpg\" alt=\"\"></li>"));
        return $"<!doctype html><html lang=\"fa\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>گزارش تصویری | {Name}</title></head><body><h1 class=\"title\">گزارش تصویری: جشن پایان سال</h1><ul class=\"gallery\">{pictures}</ul></body></html>\n";
    }

    protected static string E(string text) => WebUtility.HtmlEncode(text);

    protected static string Slug(CorpusArticle article) => string.Join('-', article.Id.Split('-').Where(part => !part.All(char.IsAsciiDigit)));

    /// <summary>The menu of all provinces that such pages carry on every page.</summary>
    protected static string ProvinceMenu { get; } = "<ul>" + string.Concat(
        "آذربایجان شرقی،آذربایجان غربی،اردبیل،اصفهان،البرز،ایلام،بوشهر،تهران،چهارمحال و بختیاری،خراسان جنوبی،خراسان رضوی،خراسان شمالی،خوزستان،زنجان،سمنان،سیستان و بلوچستان،فارس،قزوین،قم،کردستان،کرمان،کرمانشاه،کهگیلویه و بویراحمد،گلستان،گیلان،لرستان،مازندران،مرکزی،هرمزگان،همدان،یزد"
            .Split('،').Select(province => $"<li><a href=\"/search?ostan={WebUtility.UrlEncode(province)}\">{province}</a></li>")) + "</ul>";

    protected string Links(IEnumerable<CorpusArticle> articles, string element = "li") =>
        string.Concat(articles.Select(article => $"<{element}><a href=\"{PathOf(article)}\">{E(article.Title)}</a></{element}>\n"));

    /// <summary>The RSS 2.0 feed of the newest articles.</summary>
    protected string Rss(IEnumerable<CorpusArticle> articles, string generator)
    {
        var feed = new StringBuilder($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>{E(Name)}</title><link>http://{Id}.localhost/</link><generator>{generator}</generator>\n");
        foreach (var article in articles)
            feed.Append($"<item><title>{E(article.Title)}</title><link>http://{Id}.localhost{PathOf(article)}</link><pubDate>{article.Published.ToUniversalTime():R}</pubDate><category>{E(article.Section)}</category></item>\n");
        return feed.Append("</channel></rss>\n").ToString();
    }

    /// <summary>A sitemap of articles (sitemaps.org 0.9).</summary>
    protected string Sitemap(IEnumerable<CorpusArticle> articles)
    {
        var map = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var article in articles)
            map.Append($"<url><loc>http://{Id}.localhost{PathOf(article)}</loc><lastmod>{(article.Updated ?? article.Published).ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}</lastmod></url>\n");
        return map.Append("</urlset>\n").ToString();
    }
}
