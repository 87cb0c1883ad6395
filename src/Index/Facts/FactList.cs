using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Reviews;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Facts;

/// <summary>Lists of facts.</summary>
internal static class FactList
{
    /// <summary>The SQL of a kind's facts under a selection.</summary>
    public static FactQuery Query<T>(FactSelection selection) where T : Fact
    {
        // A speaker, an official, a kind and a place are the fact's own here; the rest is the article's.
        var filter = selection.Filter;
        var articles = FilterSql.For(filter with { Official = null, Place = null });
        List<string> matching = ["f.fact_kind = $factKind", articles.Condition, Verdicts(selection.Verdict)], narrowing = [selection.Undated ? "f.due IS NULL" : "1"];
        var parameters = new List<(string, object?)>(articles.Parameters) { ("$factKind", typeof(T).Name.ToLowerInvariant()) };
        void Add(List<string> conditions, string condition, string name, object? value)
        {
            if (value is null) return;
            conditions.Add(condition);
            parameters.Add((name, value));
        }
        Add(matching, "f.person LIKE '%' || $person", "$person", FilterSql.Key(filter.Speaker ?? filter.Official));
        Add(matching, "(f.place = $factPlace)", "$factPlace", filter.Place is null ? null : Fold.Key(filter.Place));
        Add(narrowing, "f.kind = $kind", "$kind", filter.Kind);
        Add(narrowing, "f.due >= $dueFrom", "$dueFrom", selection.DueFrom?.DayNumber);
        Add(narrowing, "f.due <= $dueTo", "$dueTo", selection.DueTo?.DayNumber);
        return new(string.Join(" AND ", matching), string.Join(" AND ", narrowing), articles.Condition != "1", selection.FoldCopies, parameters);
    }

    /// <summary>One page; null for a foreign cursor.</summary>
    public static FactPage<StoredFact<T>>? Page<T>(SqliteConnection connection, FactSelection selection, int limit, string? cursor) where T : Fact
    {
        var question = Fingerprint.Of($"{typeof(T).Name} {selection}");
        if (!ListCursor.TryRead(cursor, question, out var after)) return null;
        var query = Query<T>(selection);
        var total = connection.Scalar<long>(query.Count, [.. query.Parameters]);
        List<(string, object?)> parameters = [.. query.Parameters, ("$limit", limit + 1)];
        if (after is not null) parameters.AddRange([("$value", after.Value), ("$number", after.Number)]);
        var rows = connection.Rows(query.Page(selection.Order, after is not null), Read<T>, [.. parameters]);
        var next = rows.Count > limit ? rows[limit - 1] : default;
        var further = rows.Count > limit ? new ListCursor(question, selection.Order == FactOrder.Newest ? next.Day : next.Due, next.Number).ToString() : null;
        return new(total, [.. rows.Take(limit).Select(row => row.Fact)], further);
    }

    public static (StoredFact<T> Fact, long Day, long Number, long Due) Read<T>(SqliteDataReader row) where T : Fact
    {
        var fact = ArticleBlob.ReadFact<T>(row.GetString(0));
        var stored = new StoredFact<T>(fact, row.GetString(1), row.GetString(2), fact.Sentence, row.Text(3), row.Text(4), row.Text(5), fact.PublishedJalali)
        {
            Verdict = row.Text(9) is { } verdict ? Enum.Parse<Verdict>(verdict, ignoreCase: true) : null,
            Copies = row.GetInt32(10), Outlets = row.GetInt32(11), Story = row.Text(12),
        };
        return (stored, row.GetInt64(6), row.GetInt64(7), row.GetInt64(8));
    }

    /// <summary>What a verdict filter means of fact <c>f</c>; a ruling about a fact holds of its copies.</summary>
    public static string Verdicts(VerdictFilter filter)
    {
        static string Ruled(string which) =>
            $"""
            f.number IN (SELECT t.number FROM fact_review r JOIN fact t ON t.id = r.fact_id WHERE r.status = 'effective' AND {which}
                UNION ALL SELECT o.number FROM fact_review r JOIN fact t ON t.id = r.fact_id JOIN fact o ON {FactQuery.SameAs("t")} WHERE r.status = 'effective' AND {which})
            """;
        return filter switch
        {
            VerdictFilter.Accepted => $"NOT {Ruled("r.verdict = 'wrong'")}",
            VerdictFilter.Right => Ruled("r.verdict = 'right'"),
            VerdictFilter.Wrong => Ruled("r.verdict = 'wrong'"),
            VerdictFilter.None => $"NOT {Ruled("1")}",
            _ => "1",
        };
    }
}
