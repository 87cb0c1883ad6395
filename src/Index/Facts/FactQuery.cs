namespace NewsMiner.Index.Facts;

/// <summary>The SQL of a selection of facts.</summary>
/// <param name="Matching">What holds of fact <c>f</c> and its article <c>a</c>, whatever copies there are.</param>
/// <param name="Narrowing">What holds besides of the copy that is shown: a condition on <c>f</c>.</param>
/// <param name="OfArticles">Whether anything is asked of the article.</param>
/// <param name="Fold">Whether facts that copies of one story share are one.</param>
/// <param name="Parameters">The values of the conditions.</param>
internal sealed record FactQuery(string Matching, string Narrowing, bool OfArticles, bool Fold, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    /// <summary>Facts <c>o</c> that say the same as <c>f</c> in copies of one story, <c>f</c> among them; none where the story has no copies.</summary>
    private const string Same = "o.story = f.story AND o.fact_kind = f.fact_kind AND o.words = f.words";

    /// <summary>What is different in facts <c>f</c> that are counted each: copies of one have it in common.</summary>
    public const string Distinct = "coalesce(f.story || ':' || f.words, f.number)";

    /// <summary>In how many copies of its story fact <c>f</c> stands.</summary>
    public const string Copies = $"CASE WHEN f.story IS NULL THEN 1 ELSE (SELECT count(DISTINCT o.article) FROM fact o WHERE {Same}) END";

    /// <summary>How many outlets those are of.</summary>
    public const string Outlets = $"CASE WHEN f.story IS NULL THEN 1 ELSE (SELECT count(DISTINCT coalesce(b.outlet, '')) FROM fact o JOIN article b ON b.number = o.article WHERE {Same}) END";

    private const string Story = "CASE WHEN f.story IS NULL THEN NULL ELSE (SELECT b.id FROM cluster c JOIN article b ON b.number = c.first WHERE c.id = f.story) END";

    private const string Columns = $"f.body, a.id, a.url, a.outlet, a.province, a.published, f.day, f.number, coalesce(f.due, {NoDue}), {Verdict}, {Copies}, {Outlets}, {Story}";

    /// <summary>The ruling that holds about a fact: its own, else that about a copy of it.</summary>
    private const string Verdict =
        $"""
        coalesce((SELECT r.verdict FROM fact_review r WHERE r.status = 'effective' AND r.fact_id = f.id),
            (SELECT r.verdict FROM fact o JOIN fact_review r ON r.fact_id = o.id WHERE {Same} AND r.status = 'effective' ORDER BY r.number DESC LIMIT 1))
        """;

    /// <summary>The due day of what has none, in the order of lists.</summary>
    private const string NoDue = "9999999";

    /// <summary>Facts <c>f</c>, with the narrow index of their articles <c>a</c> only where it is asked.</summary>
    public string Source => OfArticles ? "FROM fact f JOIN article a INDEXED BY article_filter ON a.number = f.article" : "FROM fact f";

    /// <summary>Facts <c>o</c> that say the same as a fact under another alias.</summary>
    public static string SameAs(string fact) => Same.Replace("f.", fact + ".", StringComparison.Ordinal);

    /// <summary>What holds of every copy meant.</summary>
    public string Condition => $"{Matching} AND {Narrowing}";

    /// <summary>What holds of the facts that are counted and shown: each once, as the first publisher among those that match has it.</summary>
    public string Shown => !Fold ? Condition : $"""
        {Condition} AND (f.story IS NULL OR f.number IN (SELECT number FROM (
            SELECT f.number AS number, row_number() OVER (PARTITION BY f.story, f.words ORDER BY f.published, f.number) AS place {Source} WHERE f.story IS NOT NULL AND {Matching}) WHERE place = 1))
        """;

    public string Count => $"SELECT count(*) {Source} WHERE {Shown}";

    /// <summary>All rows in the order of the article index, so that nothing is sorted or held.</summary>
    public string Streamed => $"SELECT {Columns} FROM article a CROSS JOIN fact f ON f.article = a.number WHERE {Shown} ORDER BY a.day DESC, a.number DESC, f.number";

    /// <summary>One page behind a cursor's <c>$value</c> and <c>$number</c>: found without bodies, then read.</summary>
    public string Page(FactOrder order, bool continued)
    {
        var (behind, sort) = order == FactOrder.Newest
            ? ("f.day <= $value AND (f.day < $value OR f.number > $number)", "f.day DESC, f.number")
            : ($"(coalesce(f.due, {NoDue}), f.number) > ($value, $number)", $"coalesce(f.due, {NoDue}), f.number");
        return $"""
            SELECT {Columns} FROM (SELECT f.number AS number {Source} WHERE {Shown}{(continued ? $" AND {behind}" : "")} ORDER BY {sort} LIMIT $limit) p
            JOIN fact f ON f.number = p.number JOIN article a ON a.number = f.article ORDER BY {sort}
            """;
    }
}
