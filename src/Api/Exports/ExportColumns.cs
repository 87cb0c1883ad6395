using System.Globalization;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Api.Exports;

/// <summary>A column of an export: its name and what stands in it. Text, numbers and days keep their type until they are written.</summary>
internal sealed record ExportColumn<T>(string Name, Func<T, object?> Value);

/// <summary>The columns of each kind, in the order they are exported: the guide's fields, then where the fact comes from.</summary>
internal static class ExportColumns
{
    public static readonly IReadOnlyList<ExportColumn<Official>> Officials =
    [
        new("name", fact => fact.Name), new("role", fact => fact.Role), new("organisation", fact => fact.Organisation),
        new("unit", fact => fact.Unit), new("place", fact => fact.Place), new("placeKind", fact => fact.PlaceKind),
        .. Provenance<Official>(),
    ];

    public static readonly IReadOnlyList<ExportColumn<Statement>> Statements =
    [
        new("speaker", fact => fact.Speaker), new("verb", fact => fact.Verb), new("text", fact => fact.Text), new("kind", fact => fact.Kind),
        .. Provenance<Statement>(),
    ];

    public static readonly IReadOnlyList<ExportColumn<Figure>> Figures =
    [
        new("value", fact => fact.Value), new("max", fact => fact.Max), new("unit", fact => fact.Unit), new("kind", fact => fact.Kind),
        new("qualifier", fact => fact.Qualifier), new("counted", fact => fact.Counted), new("change", fact => fact.Change),
        new("period", fact => fact.Period), new("speaker", fact => fact.Speaker), new("place", fact => fact.Place),
        new("rials", fact => fact.Rials), new("check", fact => fact.Check),
        .. Provenance<Figure>(),
    ];

    public static readonly IReadOnlyList<ExportColumn<Pledge>> Pledges =
    [
        new("actor", fact => fact.Actor), new("speaker", fact => fact.Speaker), new("action", fact => fact.Action),
        new("strength", fact => fact.Strength), new("deadline", fact => fact.Deadline), new("due", fact => fact.Due),
        new("dueJalali", fact => fact.Due is { } due ? JalaliDate.From(due).ToString() : null),
        new("amounts", fact => fact.Amounts.Count == 0 ? null : string.Join("؛ ", fact.Amounts.Select(amount =>
            string.Create(CultureInfo.InvariantCulture, $"{amount.Value / 1.0000000000000000000000000000m} {amount.Unit}")))),
        new("place", fact => fact.Place), new("beneficiary", fact => fact.Beneficiary), new("condition", fact => fact.Condition),
        .. Provenance<Pledge>(),
    ];

    public static readonly IReadOnlyList<ExportColumn<AnalyzedArticle>> Articles =
    [
        new("id", row => row.Article.Id), new("title", row => row.Article.Title), new("outlet", row => row.Article.Outlet),
        new("province", row => row.Article.Province), new("published", row => row.Article.Published?.ToString()),
        new("publishedJalali", row => row.Article.Published is { } at ? JalaliDate.From(at.Day).ToString() : null),
        new("topics", row => row.Topics.Count == 0 ? null : string.Join("؛ ", row.Topics)), new("section", row => row.Article.Section),
        new("code", row => row.Article.Code), new("agency", row => row.Article.Agency), new("author", row => row.Article.Author),
        new("officials", row => row.Officials.Count), new("statements", row => row.Statements.Count),
        new("figures", row => row.Figures.Count), new("pledges", row => row.Pledges.Count),
        new("text", row => row.Article.Text), new("url", row => row.Article.CanonicalUrl?.AbsoluteUri ?? row.Article.Source),
    ];

    private static IReadOnlyList<ExportColumn<T>> Provenance<T>() where T : Fact =>
    [
        new("id", fact => fact.Id), new("articleId", fact => fact.ArticleId), new("url", fact => fact.Url), new("outlet", fact => fact.Outlet),
        new("published", fact => fact.Published?.ToString()), new("publishedJalali", fact => fact.PublishedJalali),
        new("start", fact => fact.Start), new("end", fact => fact.End), new("sentence", fact => fact.Sentence),
        new("rule", fact => fact.Rule), new("confidence", fact => fact.Confidence),
    ];
}
