using NewsMiner.Extractor.Text;
using NewsMiner.Index.Search;

namespace NewsMiner.Index.Storage;

/// <summary>A filter as an SQL condition on the article table, aliased <c>a</c>.</summary>
internal sealed record FilterSql(string Condition, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    /// <summary>The condition; an unreadable query matches nothing.</summary>
    public static FilterSql For(ArticleFilter filter)
    {
        var conditions = new List<string>();
        var parameters = new List<(string, object?)>();
        void Add(string condition, string name, object? value)
        {
            if (value is null) return;
            conditions.Add(condition);
            parameters.Add((name, value));
        }
        Add("a.outlet = $outlet", "$outlet", filter.Outlet);
        Add("a.province = $province", "$province", ProvinceName(filter.Province));
        Add("a.day >= $from", "$from", filter.From?.DayNumber);
        Add("a.day <= $to", "$to", filter.To?.DayNumber);
        Add("' ' || a.topics || ' ' LIKE '% ' || $topic || ' %'", "$topic", filter.Topic);
        Add("(a.city = $place OR EXISTS (SELECT 1 FROM fact f WHERE f.article = a.number AND f.place = $placeKey))", "$place", filter.Place);
        if (filter.Place is not null) parameters.Add(("$placeKey", Fold.Key(filter.Place)));
        Add("EXISTS (SELECT 1 FROM fact f WHERE f.article = a.number AND f.fact_kind = 'official' AND f.person LIKE '%' || $official)", "$official", Key(filter.Official));
        if (filter.Query is not null && QueryParser.Parse(filter.Query) is QueryParse.Read { Query: var query })
        {
            var sql = QuerySql.For(query);
            conditions.Add(sql.Condition);
            parameters.AddRange(sql.Parameters);
        }
        else if (filter.Query is not null)
        {
            conditions.Add("0");
        }
        return new(conditions.Count == 0 ? "1" : string.Join(" AND ", conditions), parameters);
    }

    /// <summary>«استان یزد» and «یزد» are one.</summary>
    private static string? ProvinceName(string? province) =>
        province?.Trim() is { } name && name.StartsWith("استان ", StringComparison.Ordinal) ? name["استان ".Length..].Trim() : province?.Trim();

    internal static string? Key(string? text) => text is null ? null : Fold.Key(text);
}
