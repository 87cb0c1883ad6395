using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Reviews;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Facts;

/// <summary>The SQL of a selection of facts.</summary>
/// <param name="Condition">What holds of fact <c>f</c> and its article <c>a</c>.</param>
internal sealed record FactQuery(string Condition, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    private const string Columns =
        "f.body, a.id, a.url, '', a.outlet, a.province, a.published, coalesce(a.day, 0), f.number, coalesce(f.due, 9999999), (SELECT r.verdict FROM fact_review r WHERE r.fact_id = f.id AND r.status = 'effective')";

    private const string Joined = "FROM fact f JOIN article a ON a.number = f.article";

    public string Count => $"SELECT count(*) {Joined} WHERE {Condition}";

    /// <summary>All rows in the order of the article index, so that nothing is sorted or held.</summary>
    public string Streamed => $"SELECT {Columns} FROM article a CROSS JOIN fact f ON f.article = a.number WHERE {Condition} ORDER BY a.day DESC, a.number DESC, f.number";

    /// <summary>One page behind a cursor's <c>$value</c> and <c>$number</c>.</summary>
    public string Page(FactOrder order, bool continued) => order == FactOrder.Newest
        ? $"SELECT {Columns} {Joined} WHERE {Condition}{(continued ? " AND (coalesce(a.day, 0), -f.number) < ($value, -$number)" : "")} ORDER BY coalesce(a.day, 0) DESC, f.number LIMIT $limit"
        : $"SELECT {Columns} {Joined} WHERE {Condition}{(continued ? " AND (coalesce(f.due, 9999999), f.number) > ($value, $number)" : "")} ORDER BY coalesce(f.due, 9999999), f.number LIMIT $limit";
}

/// <summary>Lists of facts.</summary>
internal static class FactList
{
    /// <summary>The SQL of a kind's facts under a selection.</summary>
    public static FactQuery Query<T>(FactSelection selection) where T : Fact
    {
        // A speaker, an official, a kind and a place are the fact's own here; the rest is the article's.
        var filter = selection.Filter;
        var articles = FilterSql.For(filter with { Official = null, Place = null });
        var conditions = new List<string> { articles.Condition, "f.fact_kind = $factKind" };
        var parameters = new List<(string, object?)>(articles.Parameters) { ("$factKind", typeof(T).Name.ToLowerInvariant()) };
        void Add(string condition, string name, object? value)
        {
            if (value is null) return;
            conditions.Add(condition);
            parameters.Add((name, value));
        }
        Add("f.person LIKE '%' || $person", "$person", FilterSql.Key(filter.Speaker ?? filter.Official));
        Add("f.kind = $kind", "$kind", filter.Kind);
        Add("(f.place = $factPlace)", "$factPlace", filter.Place is null ? null : Fold.Key(filter.Place));
        Add("f.due >= $dueFrom", "$dueFrom", selection.DueFrom?.DayNumber);
        Add("f.due <= $dueTo", "$dueTo", selection.DueTo?.DayNumber);
        if (selection.Undated) conditions.Add("f.due IS NULL");
        if (selection.Verdict != VerdictFilter.Any) conditions.Add(Verdicts(selection.Verdict));
        return new(string.Join(" AND ", conditions), parameters);
    }

    public static FactPage<StoredFact<T>> Page<T>(SqliteConnection connection, FactSelection selection, int limit, SearchCursor? after) where T : Fact
    {
        var query = Query<T>(selection);
        var total = connection.Scalar<long>(query.Count, [.. query.Parameters]);
        List<(string, object?)> parameters = [.. query.Parameters, ("$limit", limit + 1)];
        if (after is not null) parameters.AddRange([("$value", (long)after.Value), ("$number", after.Number)]);
        var rows = connection.Rows(query.Page(selection.Order, after is not null), Read<T>, [.. parameters]);
        var next = rows.Count > limit ? rows[limit - 1] : default;
        var cursor = rows.Count > limit ? new SearchCursor(selection.Order == FactOrder.Newest ? next.Day : next.Due, next.Number).ToString() : null;
        return new(total, [.. rows.Take(limit).Select(row => row.Fact)], cursor);
    }

    public static (StoredFact<T> Fact, long Day, long Number, long Due) Read<T>(SqliteDataReader row) where T : Fact
    {
        var fact = ArticleBlob.ReadFact<T>(row.GetString(0));
        var stored = new StoredFact<T>(fact, row.GetString(1), row.GetString(2), fact.Sentence, row.Text(4), row.Text(5), row.Text(6), fact.PublishedJalali)
        {
            Verdict = row.Text(10) is { } verdict ? Enum.Parse<Verdict>(verdict, ignoreCase: true) : null,
        };
        return (stored, row.GetInt64(7), row.GetInt64(8), row.GetInt64(9));
    }

    /// <summary>What a verdict filter means of fact <c>f</c>.</summary>
    public static string Verdicts(VerdictFilter filter)
    {
        const string ruled = "EXISTS (SELECT 1 FROM fact_review r WHERE r.fact_id = f.id AND r.status = 'effective'";
        return filter switch
        {
            VerdictFilter.Accepted => $"NOT {ruled} AND r.verdict = 'wrong')",
            VerdictFilter.Right => $"{ruled} AND r.verdict = 'right')",
            VerdictFilter.Wrong => $"{ruled} AND r.verdict = 'wrong')",
            VerdictFilter.None => $"NOT {ruled})",
            _ => "1",
        };
    }
}
