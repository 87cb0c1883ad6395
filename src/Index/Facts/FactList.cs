using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Facts;

/// <summary>Lists of facts: newest article first, then text order.</summary>
internal static class FactList
{
    /// <summary>The SQL of a kind's facts under a filter, in list order.</summary>
    public static (string Sql, string Count, IReadOnlyList<(string Name, object? Value)> Parameters) Query<T>(ArticleFilter filter) where T : Fact
    {
        // A speaker, an official, a kind and a place are the fact's own here; the rest is the article's.
        var articles = FilterSql.For(filter with { Official = null, Place = null });
        var conditions = new List<string> { articles.Condition, "f.fact_kind = $factKind" };
        var parameters = new List<(string, object?)>(articles.Parameters) { ("$factKind", typeof(T).Name.ToLowerInvariant()) };
        void Add(string condition, string name, string? value)
        {
            if (value is null) return;
            conditions.Add(condition);
            parameters.Add((name, value));
        }
        Add("f.person LIKE '%' || $person", "$person", FilterSql.Key(filter.Speaker ?? filter.Official));
        Add("f.kind = $kind", "$kind", filter.Kind);
        Add("(f.place = $factPlace)", "$factPlace", filter.Place is null ? null : Fold.Key(filter.Place));
        var from = $"FROM fact f JOIN article a ON a.number = f.article WHERE {string.Join(" AND ", conditions)}";
        return (
            $"SELECT f.body, a.id, a.url, '', a.outlet, a.province, a.published, coalesce(a.day, 0), f.number {from} ORDER BY coalesce(a.day, 0) DESC, f.number",
            $"SELECT count(*) {from}", parameters);
    }

    public static FactPage<StoredFact<T>> Page<T>(SqliteConnection connection, ArticleFilter filter, int limit, SearchCursor? after) where T : Fact
    {
        var query = Query<T>(filter);
        var total = connection.Scalar<long>(query.Count, [.. query.Parameters]);
        var sql = query.Sql;
        List<(string, object?)> parameters = [.. query.Parameters, ("$limit", limit + 1)];
        if (after is not null)
        {
            sql = sql.Replace(" ORDER BY", " AND (coalesce(a.day, 0), -f.number) < ($day, -$number) ORDER BY", StringComparison.Ordinal);
            parameters.AddRange([("$day", (long)after.Value), ("$number", after.Number)]);
        }
        var rows = connection.Rows(sql + " LIMIT $limit", Read<T>, [.. parameters]);
        var next = rows.Count > limit ? new SearchCursor(rows[limit - 1].Day, rows[limit - 1].Number).ToString() : null;
        return new(total, [.. rows.Take(limit).Select(row => row.Fact)], next);
    }

    public static (StoredFact<T> Fact, long Day, long Number) Read<T>(SqliteDataReader row) where T : Fact
    {
        var fact = ArticleBlob.ReadFact<T>(row.GetString(0));
        return (new(fact, row.GetString(1), row.GetString(2), fact.Sentence, row.Text(4), row.Text(5), row.Text(6), fact.PublishedJalali), row.GetInt64(7), row.GetInt64(8));
    }
}
