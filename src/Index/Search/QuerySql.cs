using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>A query as a plain SQL condition on the article table, aliased <c>a</c>: for lists, exports and counts, and the oracle of the collector's tests.</summary>
internal sealed class QuerySql
{
    private readonly List<(string Name, object? Value)> parameters = [];

    private QuerySql() { }

    /// <summary>The condition that holds where all of the query does.</summary>
    public static (string Condition, IReadOnlyList<(string Name, object? Value)> Parameters) For(SearchQuery query)
    {
        var sql = new QuerySql();
        var nodes = query.Words.Concat(query.Others).Concat(query.Excluded);
        var condition = string.Join(" AND ", nodes.Select(sql.Condition));
        return (condition.Length == 0 ? "1" : condition, sql.parameters);
    }

    private string Condition(QueryNode node) => node switch
    {
        QueryNode.And and => and.Nodes.Count == 0 ? "1" : "(" + string.Join(" AND ", and.Nodes.Select(Condition)) + ")",
        QueryNode.Or or => "(" + string.Join(" OR ", or.Nodes.Select(Condition)) + ")",
        QueryNode.Not not => $"NOT {Condition(not.Node)}",
        QueryNode.Days days => $"(a.day IS NOT NULL AND a.day BETWEEN {Add(days.From?.DayNumber ?? 0)} AND {Add(days.To?.DayNumber ?? int.MaxValue)})",
        QueryNode.Figure figure => $"a.number IN (SELECT f.article {Figures(figure.Range, Add)})",
        QueryNode.Field field => Field(field),
        _ => $"a.number IN (SELECT rowid FROM search WHERE search MATCH {Add(FtsText.Of(node))})",
    };

    /// <summary>FROM and WHERE of the facts that are a figure in a range.</summary>
    private static string Figures(FigureRange range, Func<object, string> add)
    {
        var conditions = new List<string> { "f.fact_kind = 'figure'" };
        // Money is compared in rials where that is the unit asked for.
        var value = range.Unit is "ریال" ? "coalesce(json_extract(f.body, '$.rials'), f.value)" : "f.value";
        if (range.Min is { } min) conditions.Add($"{value} {(range.MinExcluded ? ">" : ">=")} {add(min)}");
        if (range.Max is { } max) conditions.Add($"{value} {(range.MaxExcluded ? "<" : "<=")} {add(max)}");
        if (range.Unit is "ریال") conditions.Add("json_extract(f.body, '$.rials') IS NOT NULL");
        else if (range.Unit is { } unit) conditions.Add($"json_extract(f.body, '$.unit') = {add(unit)}");
        return $"FROM fact f WHERE {string.Join(" AND ", conditions)}";
    }

    /// <summary>A column of the facts that are a figure in a range.</summary>
    public static HashSet<int> Figures(SqliteConnection connection, string column, FigureRange range)
    {
        var sql = new QuerySql();
        var from = Figures(range, sql.Add);
        return connection.Rows($"SELECT f.{column} {from}", row => row.GetInt32(0), [.. sql.parameters]).ToHashSet();
    }

    private string Field(QueryNode.Field field)
    {
        var key = Fold.Key(field.Value);
        return field.Name switch
        {
            SearchField.Outlet => $"a.outlet = {Add(field.Value)}",
            SearchField.Province => $"a.province = {Add(ProvinceName(field.Value))}",
            SearchField.Topic => $"' ' || a.topics || ' ' LIKE '% ' || {Add(field.Value)} || ' %'",
            SearchField.Has => Fact($"f.fact_kind = {Add(field.Value)}"),
            SearchField.Kind => Fact($"f.kind = {Add(field.Value)} AND f.fact_kind <> 'official'"),
            SearchField.Speaker => Fact($"f.fact_kind <> 'official' AND f.person LIKE '%' || {Add(key)}"),
            SearchField.Official => Fact($"f.fact_kind = 'official' AND f.person LIKE '%' || {Add(key)}"),
            SearchField.Role => Fact($"f.fact_kind = 'official' AND f.kind LIKE {Add(field.Value)} || '%'"),
            SearchField.Place => $"(a.city = {Add(field.Value)} OR {Fact($"f.place = {Add(key)}")})",
            _ => throw new InvalidOperationException($"{field.Name} has no SQL"),
        };
    }

    public static string ProvinceName(string province) =>
        province.Trim() is var name && name.StartsWith("استان ", StringComparison.Ordinal) ? name["استان ".Length..].Trim() : name;

    private static string Fact(string condition) => $"EXISTS (SELECT 1 FROM fact f WHERE f.article = a.number AND {condition})";

    private string Add(object value)
    {
        var name = $"$query{parameters.Count}";
        parameters.Add((name, value));
        return name;
    }
}
