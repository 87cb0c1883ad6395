using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Analysis;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>A figure with what comparing needs.</summary>
/// <param name="Article">The article's number.</param>
/// <param name="Story">The article's story.</param>
/// <param name="Day">The day of publication.</param>
/// <param name="Province">The article's province, or null.</param>
/// <param name="Value">In rials where it is money; the middle of a range.</param>
/// <param name="Unit">The unit compared by; «ریال» for all money.</param>
/// <param name="Stems">The stems of what is counted, stop words left out.</param>
internal sealed record CountedFigure(Figure Figure, int Article, int Story, int Day, string? Province, decimal Value, string Unit, IReadOnlyList<string> Stems);

/// <summary>Reads the figures a question is about.</summary>
internal static class CountedFigures
{
    private const string Rial = "ریال";

    private static readonly HashSet<string> MoneyKeys = [Fold.Key(Rial), Fold.Key("تومان")];

    /// <summary>The unit as figures are compared by it: money of either currency in rials.</summary>
    public static string UnitOf(string unit) => MoneyKeys.Contains(Fold.Key(unit)) ? Rial : unit.Trim();

    /// <summary>The figures in the order of their days; the same value of the same thing in copies of one story once.</summary>
    public static IReadOnlyList<CountedFigure> Read(MatchingArticles articles, FigureTrendRequest request)
    {
        var filter = request.Filter;
        var wanted = articles.Find(filter with { Place = null, Speaker = null, Kind = null }).ToHashSet();
        IReadOnlyList<string> stems = request.Counted is { } counted ? Stems(counted) : [];
        List<(string, object?)> parameters = [("$kind", filter.Kind), ("$speaker", FilterSql.Key(filter.Speaker)), ("$place", FilterSql.Key(filter.Place))];
        // What is counted stands in the figure's sentence: the full-text table spares reading all figures.
        var inSentence = stems.Count == 0 ? "1" : "f.number IN (SELECT rowid FROM search_fact WHERE search_fact MATCH $match)";
        if (stems.Count > 0) parameters.Add(("$match", string.Join(" AND ", stems.Select(stem => $"({FtsText.Of(new QueryNode.Word(stem, default))})"))));
        var rows = articles.Connection.Rows($"""
            SELECT f.article, f.body, a.province FROM fact f JOIN article a ON a.number = f.article WHERE f.fact_kind = 'figure' AND ($kind IS NULL OR f.kind = $kind)
                AND ($speaker IS NULL OR f.person LIKE '%' || $speaker) AND ($place IS NULL OR f.place = $place) AND {inSentence} ORDER BY a.day, f.number
            """, row => (Article: row.GetInt32(0), Body: row.GetString(1), Province: row.Text(2)), [.. parameters]);
        return [.. rows.Where(row => wanted.Contains(row.Article) && articles.DayOf(row.Article) != Entry.NoDay)
            .Select(row => Of(articles, ArticleBlob.ReadFact<Figure>(row.Body), row.Article, row.Province))
            .Where(figure => stems.All(figure.Stems.Contains) && IsOf(request.Change, figure.Figure))
            .DistinctBy(figure => (figure.Story, figure.Value, figure.Unit, string.Join(' ', figure.Stems.Order(StringComparer.Ordinal))))];
    }

    /// <summary>The stems of words that carry meaning.</summary>
    public static IReadOnlyList<string> Stems(string words) => [.. PersianAnalyzer.Analyze(words).Select(term => term.Stem).Where(stem => !PersianAnalyzer.IsStop(stem)).Distinct()];

    private static CountedFigure Of(MatchingArticles articles, Figure figure, int article, string? province)
    {
        var middle = figure.Max is { } max ? (figure.Value + max) / 2 : figure.Value;
        var value = figure.Rials is { } rials && figure.Value != 0 ? rials * (middle / figure.Value) : middle;
        return new(figure, article, articles.StoryOf(article), articles.DayOf(article), province, value, figure.Rials is null ? UnitOf(figure.Unit) : Rial,
            figure.Counted is { } counted ? Stems(counted) : []);
    }

    private static bool IsOf(FigureChange change, Figure figure) => change switch
    {
        FigureChange.Level => figure.Change is null or "to",
        FigureChange.Up => figure.Change == "up",
        FigureChange.Down => figure.Change == "down",
        _ => true,
    };
}
