using System.Globalization;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Storage;
using static NewsMiner.Api.Exports.ColumnType;

namespace NewsMiner.Api.Exports;

/// <summary>The columns of each kind, in the order they are exported: the guide's fields, then where the fact comes from.</summary>
/// <param name="site">The address of the page, without a slash at its end, for links to marked sentences.</param>
internal sealed class ExportColumns(string site)
{
    public IReadOnlyList<ExportColumn<StoredFact<Official>>> Officials() =>
    [
        new("name", row => row.Fact.Name, Text, "نام"), new("role", row => row.Fact.Role, Text, "سمت"), new("organisation", row => row.Fact.Organisation, Text, "نهاد"),
        new("unit", row => row.Fact.Unit, Text, "حوزه"), new("place", row => row.Fact.Place, Text, "جای سمت"), new("placeKind", row => row.Fact.PlaceKind, Text, "نوع جا"),
        .. Provenance<Official>(),
    ];

    public IReadOnlyList<ExportColumn<StoredFact<Statement>>> Statements() =>
    [
        new("speaker", row => row.Fact.Speaker, Text, "گوینده"), new("verb", row => row.Fact.Verb, Text, "فعل"), new("text", row => row.Fact.Text, Text, "گفته"),
        new("kind", row => row.Fact.Kind, Text, "نوع"),
        .. Provenance<Statement>(),
    ];

    public IReadOnlyList<ExportColumn<StoredFact<Figure>>> Figures() =>
    [
        new("value", row => row.Fact.Value, Number, "مقدار"), new("max", row => row.Fact.Max, Number, "بیشینه"), new("unit", row => row.Fact.Unit, Text, "یکا"),
        new("kind", row => row.Fact.Kind, Text, "نوع"), new("qualifier", row => row.Fact.Qualifier, Text, "قید"), new("counted", row => row.Fact.Counted, Text, "چه چیزی"),
        new("change", row => row.Fact.Change, Text, "تغییر"), new("period", row => row.Fact.Period, Text, "دوره"), new("speaker", row => row.Fact.Speaker, Text, "گوینده"),
        new("place", row => row.Fact.Place, Text, "جا"), new("validFrom", row => row.Fact.ValidFrom, Date, "از روز"), new("validTo", row => row.Fact.ValidTo, Date, "تا روز"),
        new("rials", row => row.Fact.Rials, Number, "به ریال"), new("check", row => row.Fact.Check, Text, "سنجش"),
        .. Provenance<Figure>(),
    ];

    public IReadOnlyList<ExportColumn<StoredFact<Pledge>>> Pledges() =>
    [
        new("actor", row => row.Fact.Actor, Text, "عمل‌کننده"), new("speaker", row => row.Fact.Speaker, Text, "گوینده"), new("action", row => row.Fact.Action, Text, "وعده"),
        new("strength", row => row.Fact.Strength, Text, "قوت"), new("deadline", row => row.Fact.Deadline, Text, "مهلت"), new("due", row => row.Fact.Due, Date, "سررسید (میلادی)"),
        new("dueJalali", row => row.Fact.Due?.Jalali(), Text, "سررسید"),
        new("amounts", row => row.Fact.Amounts.Count == 0 ? null : string.Join("؛ ", row.Fact.Amounts.Select(amount =>
            string.Create(CultureInfo.InvariantCulture, $"{amount.Value / 1.0000000000000000000000000000m} {amount.Unit}"))), Text, "مقدارها"),
        new("place", row => row.Fact.Place, Text, "جا"), new("beneficiary", row => row.Fact.Beneficiary, Text, "بهره‌مند"), new("condition", row => row.Fact.Condition, Text, "شرط"),
        .. Provenance<Pledge>(),
    ];

    public IReadOnlyList<ExportColumn<StoredArticle>> Articles() =>
    [
        new("id", row => row.Article.Article.Id, Text, "شناسه"), new("title", row => row.Article.Article.Title, Text, "عنوان"), new("outlet", row => row.Article.Article.Outlet, Text, "رسانه"),
        new("province", row => row.Article.Article.Province, Text, "استان"), new("published", row => row.Article.Article.Published, Published, "انتشار (میلادی)"),
        new("publishedJalali", row => row.Article.Article.Published?.Day.Jalali(), Text, "انتشار"),
        new("topics", row => row.Article.Topics.Count == 0 ? null : string.Join("؛ ", row.Article.Topics), Text, "موضوع‌ها"), new("section", row => row.Article.Article.Section, Text, "بخش"),
        new("code", row => row.Article.Article.Code, Text, "کد خبر"), new("agency", row => row.Article.Article.Agency, Text, "خبرگزاری"), new("author", row => row.Article.Article.Author, Text, "نویسنده"),
        new("officials", row => row.Article.Officials.Count, Integer, "شمار مسئولان"), new("statements", row => row.Article.Statements.Count, Integer, "شمار گفته‌ها"),
        new("figures", row => row.Article.Figures.Count, Integer, "شمار رقم‌ها"), new("pledges", row => row.Article.Pledges.Count, Integer, "شمار وعده‌ها"),
        new("story", row => row.Story, Text, "شناسهٔ نخستین رونوشت خبر"), new("copies", row => row.Copies, Integer, "شمار رونوشت‌ها"), new("outlets", row => row.Outlets, Integer, "شمار رسانه‌ها"),
        new("text", row => row.Article.Article.Text, Text, "متن"), new("url", row => row.Article.Article.CanonicalUrl?.AbsoluteUri ?? row.Article.Article.Source, Link, "نشانی خبر"),
        new("pageUrl", row => $"{site}/articles/{Uri.EscapeDataString(row.Article.Article.Id)}", Link, "نشانی در نیوزماینر"),
    ];

    private IReadOnlyList<ExportColumn<StoredFact<T>>> Provenance<T>() where T : Fact =>
    [
        new("id", row => row.Fact.Id, Text, "شناسه"), new("verdict", row => row.Verdict?.ToString().ToLowerInvariant(), Text, "داوری"),
        new("story", row => row.Story, Text, "شناسهٔ نخستین رونوشت خبر"), new("copies", row => row.Copies, Integer, "شمار رونوشت‌ها"), new("outlets", row => row.Outlets, Integer, "شمار رسانه‌ها"),
        new("articleId", row => row.ArticleId, Text, "شناسهٔ خبر"), new("url", row => row.Fact.Url, Link, "نشانی خبر"),
        new("sentenceUrl", row => $"{site}/articles/{Uri.EscapeDataString(row.ArticleId)}?fact={Uri.EscapeDataString(row.Fact.Id)}", Link, "نشانی جملهٔ نشان‌دار"),
        new("outlet", row => row.Outlet, Text, "رسانه"), new("province", row => row.Province, Text, "استان"),
        new("published", row => row.Fact.Published, Published, "انتشار (میلادی)"), new("publishedJalali", row => row.Fact.PublishedJalali, Text, "انتشار"),
        new("start", row => row.Fact.Start, Integer, "از نویسه"), new("end", row => row.Fact.End, Integer, "تا نویسه"), new("sentence", row => row.Fact.Sentence, Text, "جمله"),
        new("rule", row => row.Fact.Rule, Text, "قاعده"), new("confidence", row => row.Fact.Confidence, Number, "اطمینان"),
    ];
}
