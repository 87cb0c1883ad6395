using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Api.Exports;

/// <summary>Facts of all kinds in one CSV table, a row a fact: what they share, the value that matters most, and where they stand.</summary>
internal static class FactTable
{
    private static readonly IReadOnlyList<ExportColumn<Fact>> Columns =
    [
        new("fact", fact => fact switch { Official => "official", Statement => "statement", Figure => "figure", _ => "pledge" }),
        new("who", fact => fact switch
        {
            Official official => official.Name, Statement statement => statement.Speaker, Figure figure => figure.Speaker,
            Pledge pledge => pledge.Speaker, _ => null,
        }),
        new("what", fact => fact switch
        {
            Official official => string.Join(' ', new[] { official.Role, official.Unit, official.Organisation }.OfType<string>()),
            Statement statement => statement.Text, Figure figure => figure.Counted, Pledge pledge => pledge.Action, _ => null,
        }),
        new("kind", fact => fact switch
        {
            Official official => official.PlaceKind, Statement statement => statement.Kind, Figure figure => figure.Kind,
            Pledge pledge => pledge.Strength, _ => null,
        }),
        new("value", fact => (fact as Figure)?.Value), new("max", fact => (fact as Figure)?.Max), new("unit", fact => (fact as Figure)?.Unit),
        new("place", fact => fact switch { Official official => official.Place, Figure figure => figure.Place, Pledge pledge => pledge.Place, _ => null }),
        new("deadline", fact => (fact as Pledge)?.Deadline), new("due", fact => (fact as Pledge)?.Due),
        new("id", fact => fact.Id), new("articleId", fact => fact.ArticleId), new("url", fact => fact.Url), new("outlet", fact => fact.Outlet),
        new("published", fact => fact.Published?.ToString()), new("publishedJalali", fact => fact.PublishedJalali),
        new("start", fact => fact.Start), new("end", fact => fact.End), new("sentence", fact => fact.Sentence),
        new("rule", fact => fact.Rule), new("confidence", fact => fact.Confidence),
    ];

    /// <summary>Writes the facts of all articles; returns how many articles there were.</summary>
    public static int Write(TextWriter writer, IEnumerable<AnalyzedArticle> articles)
    {
        var read = 0;
        CsvExport.Write(writer, Columns, articles.SelectMany(article =>
        {
            read++;
            return article.Officials.Cast<Fact>().Concat(article.Statements).Concat(article.Figures).Concat(article.Pledges);
        }));
        return read;
    }
}
