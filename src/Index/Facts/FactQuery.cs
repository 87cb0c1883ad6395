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

    /// <summary>What <see cref="Each"/> gives of a fact.</summary>
    private const string Given = "f.number AS number, f.article AS article, f.kind AS kind, f.place AS place, f.unit AS unit, f.value AS value, f.due AS due, f.day AS day";

    /// <summary>Facts <c>f</c>, with the narrow index of their articles <c>a</c> only where it is asked.</summary>
    private string Source => OfArticles ? "FROM fact f JOIN article a INDEXED BY article_filter ON a.number = f.article" : "FROM fact f";

    /// <summary>The same, by way of the articles: few of those are meant where much is asked of them.</summary>
    private string ByArticle => OfArticles ? "FROM article a INDEXED BY article_filter CROSS JOIN fact f INDEXED BY fact_article ON f.article = a.number" : Source;

    /// <summary>The same, fact by fact, in the order of an index of facts.</summary>
    private string ByFact => OfArticles ? "FROM fact f CROSS JOIN article a INDEXED BY article_filter ON a.number = f.article" : Source;

    /// <summary>Facts <c>o</c> that say the same as a fact under another alias.</summary>
    public static string SameAs(string fact) => Same.Replace("f.", fact + ".", StringComparison.Ordinal);

    /// <summary>What holds of every copy meant.</summary>
    public string Condition => $"{Matching} AND {Narrowing}";

    /// <summary>
    /// What holds of the facts that are shown: each once, as the first publisher among those that match has it. It is asked of each fact by itself, so
    /// that a page is found without looking through all; after its article, where that is asked.
    /// </summary>
    private string Shown => !Fold ? Condition : $"""
        {Condition} AND (f.story IS NULL OR f.number = (
            SELECT first.number FROM (SELECT f.number AS number, f.story AS story, f.words AS words, f.published AS published {ByFact} WHERE {Matching}) first
            WHERE first.story = f.story AND first.words = f.words{(OfArticles ? " AND a.number = f.article" : "")} ORDER BY first.published, first.number LIMIT 1))
        """;

    /// <summary>
    /// All facts that are shown, for counting: a SELECT of <c>number article kind place unit value due day</c>. The copies of one lie side by side in the
    /// index; the columns beside min() are those of the row that has it (https://sqlite.org/lang_select.html#bareagg).
    /// </summary>
    public string Each => !Fold ? $"SELECT {Given} {ByArticle} WHERE {Condition}" : $"""
        SELECT {Given} {ByArticle} WHERE f.story IS NULL AND {Condition}
        UNION ALL
        SELECT number, article, kind, place, unit, value, due, day FROM (
            SELECT {Given}, min(f.published * 4294967296 + f.number) {ByFact} WHERE f.story IS NOT NULL AND {Matching} GROUP BY f.story, f.words) f WHERE {Narrowing}
        """;

    public string Count => $"SELECT count(*) FROM ({Each})";

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
