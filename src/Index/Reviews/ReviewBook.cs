using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Reviews;

/// <summary>Keeps what people ruled about facts: an overlay by fact id, which re-extraction leaves alone.</summary>
public sealed class ReviewBook
{
    private const string Columns = "r.number, r.fact_id, r.fact_kind, r.article_id, r.verdict, r.note, r.author, r.at, r.status, r.votes";

    private readonly NewsDatabase database;

    /// <summary>The book of a database, whose tables are made or renewed.</summary>
    public ReviewBook(NewsDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        StoreSchema.Ensure(database);
    }

    /// <summary>Notes a ruling about a fact; null where the store holds no such fact. What is queued already with the same words is counted once more.</summary>
    public Task<FactReview?> RuleAsync(string factId, FactRuling ruling, DateTimeOffset now, CancellationToken cancellation) => database.WriteAsync(transaction =>
    {
        var connection = transaction.Connection!;
        var fact = connection.Rows("SELECT f.fact_kind, a.id FROM fact f JOIN article a ON a.number = f.article WHERE f.id = $id LIMIT 1",
            row => (Kind: row.GetString(0), Article: row.GetString(1)), ("$id", factId));
        if (fact.Count == 0) return null;
        var verdict = Word(ruling.Verdict);
        if (!ruling.Effective)
        {
            var same = connection.Scalar<long>(
                "UPDATE fact_review SET votes = votes + 1 WHERE fact_id = $fact AND verdict = $verdict AND status = 'queued' AND note IS $note RETURNING number",
                ("$fact", factId), ("$verdict", verdict), ("$note", ruling.Note));
            if (same > 0) return Find(connection, same);
        }
        else
        {
            Supersede(connection, factId);
        }
        var number = connection.Scalar<long>(
            """
            INSERT INTO fact_review (fact_id, fact_kind, article_id, verdict, note, author, at, status)
            VALUES ($fact, $kind, $article, $verdict, $note, $by, $at, $status) RETURNING number
            """,
            ("$fact", factId), ("$kind", fact[0].Kind), ("$article", fact[0].Article), ("$verdict", verdict), ("$note", ruling.Note), ("$by", ruling.By),
            ("$at", now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)), ("$status", ruling.Effective ? "effective" : "queued"));
        return Find(connection, number);
    }, cancellation);

    /// <summary>Accepts or dismisses a ruling; null where there is none of that number.</summary>
    public Task<FactReview?> DecideAsync(long id, bool accept, CancellationToken cancellation) => database.WriteAsync(transaction =>
    {
        var connection = transaction.Connection!;
        if (Find(connection, id) is not { } review) return null;
        if (accept && review.Status != ReviewStatus.Effective) Supersede(connection, review.FactId);
        connection.Execute("UPDATE fact_review SET status = $status WHERE number = $id", ("$status", accept ? "effective" : "dismissed"), ("$id", id));
        return Find(connection, id);
    }, cancellation);

    /// <summary>The rulings that hold or wait about the facts of an article, the one that holds first.</summary>
    public IReadOnlyList<FactReview> OfArticle(string articleId) => database.Read(connection => connection.Rows(
        $"SELECT {Columns} FROM fact_review r WHERE r.article_id = $id AND r.status IN ('effective', 'queued') ORDER BY r.status, r.number DESC", Read, ("$id", articleId)));

    /// <summary>One page of rulings, newest first, each with its fact where the store still holds it; null for a foreign cursor.</summary>
    public FactPage<(FactReview Review, Fact? Fact)>? List(ReviewStatus? status, int limit, string? cursor, CancellationToken cancellation)
    {
        var question = Fingerprint.Of($"reviews {status}");
        if (!ListCursor.TryRead(cursor, question, out var after)) return null;
        return database.Read(connection =>
        {
            var condition = status is null ? "1" : "r.status = $status";
            var word = status?.ToString().ToLowerInvariant();
            var total = connection.Scalar<long>($"SELECT count(*) FROM fact_review r WHERE {condition}", ("$status", word));
            var rows = connection.Rows(
                $"""
                SELECT {Columns}, (SELECT f.body FROM fact f WHERE f.id = r.fact_id LIMIT 1) FROM fact_review r
                WHERE {condition} AND r.number < $before ORDER BY r.number DESC LIMIT $limit
                """,
                row => (Read(row), row.Text(10) is { } body ? ArticleBlob.ReadFact(row.GetString(2), body) : null),
                ("$status", word), ("$before", after?.Number ?? long.MaxValue), ("$limit", limit + 1));
            var next = rows.Count > limit ? new ListCursor(question, 0, rows[limit - 1].Item1.Id).ToString() : null;
            return new FactPage<(FactReview, Fact?)>(total, [.. rows.Take(limit)], next);
        }, cancellation);
    }

    /// <summary>How many facts of each kind hold as right and wrong.</summary>
    public IReadOnlyList<VerdictCount> Counts() => database.Read(connection => connection.Rows(
        "SELECT fact_kind, sum(verdict = 'right'), sum(verdict = 'wrong') FROM fact_review WHERE status = 'effective' GROUP BY 1 ORDER BY 1",
        row => new VerdictCount(row.GetString(0), row.GetInt64(1), row.GetInt64(2))));

    private static void Supersede(SqliteConnection connection, string factId) =>
        connection.Execute("UPDATE fact_review SET status = 'superseded' WHERE fact_id = $fact AND status = 'effective'", ("$fact", factId));

    private static FactReview? Find(SqliteConnection connection, long number) =>
        connection.Rows($"SELECT {Columns} FROM fact_review r WHERE r.number = $number", Read, ("$number", number)).FirstOrDefault();

    private static FactReview Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), Enum.Parse<Verdict>(row.GetString(4), ignoreCase: true), row.Text(5), row.Text(6),
        DateTimeOffset.Parse(row.GetString(7), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        Enum.Parse<ReviewStatus>(row.GetString(8), ignoreCase: true), row.GetInt64(9));

    private static string Word(Verdict verdict) => verdict == Verdict.Right ? "right" : "wrong";
}
