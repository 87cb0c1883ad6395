using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Analysis;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>What comparing reads of a figure; see <see cref="Figure"/>.</summary>
internal sealed record ComparedFigure
{
    public decimal Value { get; init; }

    public decimal? Max { get; init; }

    public decimal? Rials { get; init; }

    public required string Unit { get; init; }

    public string? Qualifier { get; init; }

    public string? Counted { get; init; }

    public string? Change { get; init; }

    public string? Period { get; init; }

    public string? Speaker { get; init; }

    public string? Place { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public string? Outlet { get; init; }
}

/// <summary>The stems of what is counted, stop words left out.</summary>
/// <param name="Key">All of them as one text, whatever their order.</param>
internal sealed record CountedStems(IReadOnlyList<string> Stems, string Key)
{
    public CountedStems(IReadOnlyList<string> stems) : this(stems, string.Join(' ', stems.Order(StringComparer.Ordinal))) { }
}

/// <summary>A figure as it is compared.</summary>
/// <param name="Number">Its number in the store.</param>
/// <param name="Story">The article's story.</param>
/// <param name="Day">The day of publication.</param>
/// <param name="Province">The article's province, or null.</param>
/// <param name="Value">In rials where it is money; the middle of a range.</param>
/// <param name="Unit">The unit compared by; «ریال» for all money.</param>
internal sealed record CountedFigure(int Number, ComparedFigure Figure, int Story, int Day, string? Province, decimal Value, string Unit, CountedStems Counted);

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
        var wanted = new bool[articles.Columns.Capacity];
        foreach (var article in articles.Find(filter with { Place = null, Speaker = null, Kind = null })) wanted[article] = articles.DayOf(article) != Entry.NoDay;
        IReadOnlyList<string> stems = request.Counted is { } counted ? Stems(counted) : [];
        List<(string, object?)> parameters = [("$kind", filter.Kind), ("$speaker", FilterSql.Key(filter.Speaker)), ("$place", FilterSql.Key(filter.Place))];
        // What is counted stands in the figure's sentence: the full-text table spares reading all figures.
        var inSentence = stems.Count == 0 ? "1" : "f.number IN (SELECT rowid FROM search_fact WHERE search_fact MATCH $match)";
        if (stems.Count > 0) parameters.Add(("$match", string.Join(" AND ", stems.Select(stem => $"({FtsText.Of(new QueryNode.Word(stem, default))})"))));
        using var command = articles.Connection.Sql($"""
            SELECT f.number, f.article, CAST(f.body AS BLOB) FROM fact f WHERE f.fact_kind = 'figure' AND ($kind IS NULL OR f.kind = $kind)
                AND ($speaker IS NULL OR f.person LIKE '%' || $speaker) AND ($place IS NULL OR f.place = $place) AND {inSentence}
            """, [.. parameters]);
        var figures = new List<CountedFigure>();
        var words = new Dictionary<string, CountedStems>(StringComparer.Ordinal);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var article = rows.GetInt32(1);
            if (!wanted[article]) continue;
            var figure = ArticleBlob.ReadPart<ComparedFigure>((byte[])rows.GetValue(2));
            if (!IsOf(request.Change, figure)) continue;
            if (!words.TryGetValue(figure.Counted ?? "", out var ofIt)) words[figure.Counted ?? ""] = ofIt = new(figure.Counted is null ? [] : Stems(figure.Counted));
            if (stems.All(ofIt.Stems.Contains)) figures.Add(Of(articles, rows.GetInt32(0), figure, article, articles.ProvinceOf(article), ofIt));
        }
        return [.. figures.OrderBy(figure => (figure.Day, figure.Number)).DistinctBy(figure => (figure.Story, figure.Value, figure.Unit, figure.Counted.Key))];
    }

    /// <summary>The stems of words that carry meaning.</summary>
    public static IReadOnlyList<string> Stems(string words) => [.. PersianAnalyzer.Analyze(words).Select(term => term.Stem).Where(stem => !PersianAnalyzer.IsStop(stem)).Distinct()];

    private static CountedFigure Of(MatchingArticles articles, int number, ComparedFigure figure, int article, string? province, CountedStems counted)
    {
        var middle = figure.Max is { } max ? (figure.Value + max) / 2 : figure.Value;
        var value = figure.Rials is { } rials && figure.Value != 0 ? rials * (middle / figure.Value) : middle;
        return new(number, figure, articles.StoryOf(article), articles.DayOf(article), province, value, figure.Rials is null ? UnitOf(figure.Unit) : Rial, counted);
    }

    private static bool IsOf(FigureChange change, ComparedFigure figure) => change switch
    {
        FigureChange.Level => figure.Change is null or "to",
        FigureChange.Up => figure.Change == "up",
        FigureChange.Down => figure.Change == "down",
        _ => true,
    };
}
