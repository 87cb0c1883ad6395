using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Clusters;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Search;

namespace NewsMiner.Index.Storage;

/// <summary>Keeps pages, articles, facts and rejected input, each article with its search entries in one transaction.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Only an opened store, whose tables are made, may be written to.")]
public sealed class NewsStore
{
    private readonly NewsDatabase database;

    /// <summary>The store in a database, whose tables are made or renewed.</summary>
    public NewsStore(NewsDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        StoreSchema.Ensure(database);
    }

    /// <summary>Keeps an article with its page, facts and search entries in the caller's transaction.</summary>
    /// <param name="transaction">The writer's transaction.</param>
    /// <param name="page">The page it came from, or null where there is none.</param>
    /// <param name="analyzed">The article and its facts.</param>
    /// <param name="now">The time under which a replaced version is kept.</param>
    public CommitOutcome Commit(SqliteTransaction transaction, KeptPage? page, AnalyzedArticle analyzed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(analyzed);
        var connection = transaction.Connection!;
        var article = analyzed.Article;
        var json = ArticleBlob.Write(analyzed);
        var digest = json.Digest();
        var known = connection.Rows("SELECT number, digest, body FROM article WHERE id = $id",
            row => (Number: row.GetInt64(0), Digest: (byte[])row.GetValue(1), Body: (byte[])row.GetValue(2)), ("$id", article.Id));
        if (known.Count > 0 && known[0].Digest.AsSpan().SequenceEqual(digest)) return CommitOutcome.Unchanged;
        if (known.Count > 0)
        {
            if (ArticleBlob.Unpack(known[0].Body).Text != article.Text)
                connection.Execute("INSERT OR REPLACE INTO article_version VALUES ($id, $at, $body)", ("$id", article.Id), ("$at", Iso(now)), ("$body", known[0].Body));
            connection.Execute("DELETE FROM fact WHERE article = $number", ("$number", known[0].Number));
        }
        var number = known.Count > 0 ? known[0].Number : NextNumber(connection);
        var place = ClusterBook.Find(transaction, number, article, digest, known.Count == 0);
        Write(connection, number, analyzed, json, place.Cluster, digest, known.Count == 0);
        if (page is not null) Write(connection, article.Id, page);
        var facts = new FactWriter(connection, number, json, article.Published, ClusterBook.Story(connection, number, place));
        foreach (var fact in analyzed.Officials) facts.Write("official", fact, fact.Name, fact.Role, fact.Place, null, null);
        foreach (var fact in analyzed.Statements) facts.Write("statement", fact, fact.Speaker, fact.Kind, null, null, null);
        foreach (var fact in analyzed.Figures) facts.Write("figure", fact, fact.Speaker, fact.Kind, fact.Place, (double)fact.Value, null);
        foreach (var fact in analyzed.Pledges) facts.Write("pledge", fact, fact.Speaker, fact.Strength, fact.Place, null, fact.Due?.DayNumber);
        ClusterBook.Keep(transaction, number, article, place, known.Count == 0);
        SearchEntries.Write(transaction, number, analyzed, known.Count == 0, place.Cluster);
        return known.Count > 0 ? CommitOutcome.Updated : CommitOutcome.Added;
    }

    /// <summary>Notes input that could not become an article; a later reason for the same address replaces the earlier.</summary>
    public void Quarantine(SqliteTransaction transaction, QuarantineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(entry);
        transaction.Connection!.Execute("INSERT OR REPLACE INTO quarantine VALUES ($url, $source, $kind, $reason, $at)",
            ("$url", entry.Url), ("$source", entry.SourceId), ("$kind", entry.Kind), ("$reason", entry.Reason), ("$at", Iso(entry.At)));
    }

    /// <summary>Takes an address out of quarantine.</summary>
    public void ClearQuarantine(SqliteTransaction transaction, string url)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        transaction.Connection!.Execute("DELETE FROM quarantine WHERE url = $url", ("$url", url));
    }

    /// <summary>All input in quarantine, newest first.</summary>
    public IReadOnlyList<QuarantineEntry> Quarantined() => database.Read(connection => connection.Rows(
        "SELECT url, source, kind, reason, at FROM quarantine ORDER BY at DESC, url",
        row => new QuarantineEntry(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), DateTimeOffset.Parse(row.GetString(4), CultureInfo.InvariantCulture))));

    /// <summary>An article with its facts, or null.</summary>
    public AnalyzedArticle? Find(string id) => database.Read(connection => connection.Rows(
        "SELECT number, body, topics FROM article WHERE id = $id", row => ReadArticle(connection, row), ("$id", id)).FirstOrDefault());

    /// <summary>The page an article came from, or null where none was kept.</summary>
    public KeptPage? FindPage(string articleId) => database.Read(connection => connection.Rows(
        "SELECT url, fetched_at, status, headers, body, source FROM page WHERE id = $id",
        row => new KeptPage(new(row.GetString(0)), DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture), row.GetInt32(2),
            ArticleBlob.ReadHeaders(row.GetString(3)), ArticleBlob.Decompress((byte[])row.GetValue(4)), row.GetString(5)), ("$id", articleId)).FirstOrDefault());

    /// <summary>The copies of an article's story, or null where it stands alone.</summary>
    public SyndicationCluster? Copies(string id) => database.Read(connection => ClusterBook.Of(connection, id));

    /// <summary>The older texts of an article, newest first.</summary>
    public IReadOnlyList<Article> Versions(string id) => database.Read(connection => connection.Rows(
        "SELECT body FROM article_version WHERE id = $id ORDER BY stored_at DESC", row => ArticleBlob.Unpack((byte[])row.GetValue(0)), ("$id", id)));

    /// <summary>The articles of a filter with their facts, newest first, read as they are asked for from one committed state.</summary>
    public IEnumerable<AnalyzedArticle> Articles(ArticleFilter filter, CancellationToken cancellation = default) => Stream(filter, "", ReadArticle, cancellation);

    /// <summary>The same, each with its place among the copies of its story.</summary>
    public IEnumerable<StoredArticle> StoredArticles(ArticleFilter filter, CancellationToken cancellation = default) => Stream(
        filter,
        """
        , (SELECT f.id FROM cluster c JOIN article f ON f.number = c.first WHERE c.id = a.cluster), coalesce((SELECT c.size FROM cluster c WHERE c.id = a.cluster), 1),
        (SELECT count(DISTINCT coalesce(o.outlet, '')) FROM article o WHERE o.cluster = a.cluster)
        """,
        (connection, row) => new StoredArticle(ReadArticle(connection, row), row.Text(3), row.GetInt32(4), Math.Max(1, row.GetInt32(5))), cancellation);

    private IEnumerable<T> Stream<T>(ArticleFilter filter, string besides, Func<SqliteConnection, SqliteDataReader, T> read, CancellationToken cancellation)
    {
        var where = FilterSql.For(filter);
        return database.Stream(
            connection => connection.Sql($"SELECT a.number, a.body, a.topics{besides} FROM article a WHERE {where.Condition} ORDER BY a.day DESC, a.number DESC", [.. where.Parameters]),
            read, cancellation);
    }

    /// <summary>Reads a row, to see whether the store answers.</summary>
    public void Check() => database.Read(connection => connection.Scalar<long>("SELECT number FROM article LIMIT 1"));

    /// <summary>How much the store holds.</summary>
    public StoreCounts Counts() => database.Read(connection =>
    {
        var facts = connection.Rows(
            $"""
            SELECT fact_kind, sum(facts) FROM (
                SELECT fact_kind, count(*) AS facts FROM fact GROUP BY 1
                UNION ALL SELECT fact_kind, 1 - count(*) FROM fact WHERE story IS NOT NULL GROUP BY story, fact_kind, words
                UNION ALL SELECT f.fact_kind, -count(DISTINCT {FactQuery.Distinct}) FROM fact f WHERE {FactList.Verdicts(VerdictFilter.Wrong)} GROUP BY 1) GROUP BY 1
            """,
            row => (Kind: row.GetString(0), Count: row.GetInt64(1))).ToDictionary(row => row.Kind, row => row.Count);
        return new StoreCounts(
            connection.Scalar<long>("SELECT count(DISTINCT outlet) FROM article"), connection.Scalar<long>("SELECT count(*) FROM page"),
            connection.Scalar<long>("SELECT count(*) FROM article"), facts.GetValueOrDefault("official"), facts.GetValueOrDefault("statement"),
            facts.GetValueOrDefault("figure"), facts.GetValueOrDefault("pledge"), connection.Scalar<long>("SELECT count(*) FROM quarantine"));
    });

    internal static AnalyzedArticle ReadArticle(SqliteConnection connection, SqliteDataReader row)
    {
        var facts = connection.Rows("SELECT fact_kind, body FROM fact WHERE article = $number ORDER BY number", fact => (Kind: fact.GetString(0), Body: fact.GetString(1)), ("$number", row.GetInt64(0)));
        IReadOnlyList<T> Of<T>(string kind) => [.. facts.Where(fact => fact.Kind == kind).Select(fact => ArticleBlob.ReadFact<T>(fact.Body))];
        return new()
        {
            Article = ArticleBlob.Unpack((byte[])row.GetValue(1)),
            Topics = row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Officials = Of<Official>("official"), Statements = Of<Statement>("statement"), Figures = Of<Figure>("figure"), Pledges = Of<Pledge>("pledge"),
        };
    }

    private static long NextNumber(SqliteConnection connection)
    {
        // Plain statements, not RETURNING: see SearchEntries.Write.
        connection.Execute("UPDATE article_number SET last = last + 1 WHERE id = 1");
        return connection.Scalar<long>("SELECT last FROM article_number WHERE id = 1");
    }

    private static void Write(SqliteConnection connection, long number, AnalyzedArticle analyzed, ArticleJson json, long cluster, byte[] digest, bool isNew)
    {
        var article = analyzed.Article;
        // Plain statements, not an upsert: see SearchEntries.Write.
        connection.Execute(isNew
            ? """
              INSERT INTO article (number, id, url, outlet, province, city, published, day, month, topics, cluster, digest, body)
              VALUES ($number, $id, $url, $outlet, $province, $city, $published, $day, $month, $topics, $cluster, $digest, $body)
              """
            : """
              UPDATE article SET id = $id, url = $url, outlet = $outlet, province = $province, city = $city, published = $published, day = $day,
                  month = $month, topics = $topics, cluster = $cluster, digest = $digest, body = $body WHERE number = $number
              """,
            ("$number", number), ("$id", article.Id), ("$url", article.CanonicalUrl?.AbsoluteUri ?? article.Source), ("$outlet", article.Outlet),
            ("$province", article.Province), ("$city", article.City), ("$published", article.Published?.ToString()), ("$day", article.Published?.Day.DayNumber),
            ("$month", article.Published is { } at ? JalaliDate.From(at.Day).ToString()[..7] : null), ("$topics", string.Join(' ', analyzed.Topics)),
            ("$cluster", cluster), ("$digest", digest), ("$body", ArticleBlob.Pack(json)));
    }

    private static void Write(SqliteConnection connection, string id, KeptPage page)
    {
        (string, object?)[] values =
        [
            ("$id", id), ("$url", page.Url.AbsoluteUri), ("$source", page.SourceId), ("$at", Iso(page.FetchedAt)), ("$status", page.Status),
            ("$headers", ArticleBlob.WriteHeaders(page.Headers)), ("$body", ArticleBlob.Compress(page.Body)),
        ];
        if (connection.Execute("UPDATE page SET url = $url, source = $source, fetched_at = $at, status = $status, headers = $headers, body = $body WHERE id = $id", values) == 0)
            connection.Execute("INSERT INTO page VALUES ($id, $url, $source, $at, $status, $headers, $body)", values);
    }

    private static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>Writes the facts of one article, in its order.</summary>
    private sealed class FactWriter(SqliteConnection connection, long article, ArticleJson json, PublicationTime? published, long? story)
    {
        private const int MinutesADay = 1440;

        private readonly FactWords words = new();

        private readonly BoundStatement row = BoundStatement.Of(connection,
            """
            INSERT INTO fact (article, fact_kind, id, person, kind, place, value, due, body, day, published, story, words, unit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);

        public void Write(string factKind, Fact fact, string? person, string? kind, string? place, double? value, int? due) => row
            .With(article).With(factKind).With(fact.Id).With(FilterSql.Key(person)).With(kind).With(FilterSql.Key(place)).With(value).With(due).WithText(json.NextFact(factKind + "s"))
            .With(published?.Day.DayNumber ?? 0).With(Minute()).With(story).With(words.Next(fact)).With((fact as Figure)?.Unit).Run();

        /// <summary>The minute since 1970 UTC in which the article appeared; of a day without an hour the last, where there is no day the last there is.</summary>
        private long Minute() => published switch
        {
            null => int.MaxValue,
            { Instant: { } instant } => instant.ToUnixTimeSeconds() / 60,
            { Day: var day } => ((day.DayNumber + 1L - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * MinutesADay) - (long)PublicationTime.TehranOffset.TotalMinutes,
        };
    }
}
