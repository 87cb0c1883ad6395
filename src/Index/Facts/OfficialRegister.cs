using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Facts;

/// <summary>The persons whom articles give posts, each with posts over time, words, numbers and promises.</summary>
/// <remarks>Persons are told apart by their folded full name alone; where that may join several, the profile says so.</remarks>
public sealed class OfficialRegister
{
    /// <summary>Facts of each kind in a profile.</summary>
    private const int ProfileFacts = 10;

    private const int ProfileCoSpeakers = 20;

    /// <summary>The story of fact <c>f</c>: that of its copies, or its article where it has none.</summary>
    private const string Story = "coalesce(f.story, f.article)";

    private readonly NewsDatabase database;

    /// <summary>The register of a database, whose tables are made or renewed.</summary>
    public OfficialRegister(NewsDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        StoreSchema.Ensure(database);
    }

    /// <summary>All about a person; null where no article gives that name a post.</summary>
    /// <param name="name">The name in any spelling.</param>
    /// <param name="today">The Tehran day pledges are overdue by.</param>
    /// <param name="cancellation">Cuts the queries short.</param>
    public OfficialProfile? Find(string name, DateOnly today, CancellationToken cancellation) => database.Read(connection =>
    {
        var key = Fold.Key(name);
        if (key.Length == 0 || Entry(connection, key, mostPosts: int.MaxValue) is not { } official) return null;
        var posts = official.Posts.OrderBy(post => post.From ?? DateOnly.MinValue).ToArray();
        return new OfficialProfile(
            official with { Posts = posts }, Overlap(posts),
            Facts<Statement>(connection, key), Facts<Pledge>(connection, key),
            Overdue(connection, key, today),
            Facts<Figure>(connection, key), CoSpeakers(connection, key), Months(connection, key));
    }, cancellation);

    /// <summary>One page of the register; null for a foreign cursor.</summary>
    /// <param name="filter">Which articles count; the query, official and place words are looked for in names and posts.</param>
    /// <param name="order">The order.</param>
    /// <param name="limit">How many, 1 to 100.</param>
    /// <param name="cursor">Where the last page ended.</param>
    /// <param name="cancellation">Cuts the queries short.</param>
    public FactPage<RegisteredOfficial>? List(ArticleFilter filter, RegisterOrder order, int limit, string? cursor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var question = Fingerprint.Of($"register {filter} {order}");
        if (!RegisterCursor.TryRead(cursor, question, out var after)) return null;
        var articles = FilterSql.For(filter with { Query = null, Official = null, Place = null, Speaker = null });
        var conditions = new List<string> { articles.Condition, "f.fact_kind = 'official'", FactList.Verdicts(VerdictFilter.Accepted) };
        var parameters = new List<(string, object?)>(articles.Parameters);
        if (FilterSql.Key(filter.Official ?? filter.Speaker) is { } person) Add("f.person LIKE '%' || $person", "$person", person);
        if (FilterSql.Key(filter.Place) is { } place) Add("f.place = $place", "$place", place);
        var words = (filter.Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"(instr(f.person, $key{i}) > 0 OR instr(f.body, $word{i}) > 0)"), string.Create(CultureInfo.InvariantCulture, $"$key{i}"), Fold.Key(words[i]));
            parameters.Add((string.Create(CultureInfo.InvariantCulture, $"$word{i}"), words[i]));
        }
        var value = order switch { RegisterOrder.Articles => $"-count(DISTINCT {Story})", RegisterOrder.Newest => "-max(f.day)", _ => "0" };
        var source = articles.Condition == "1" ? "FROM fact f" : "FROM fact f JOIN article a INDEXED BY article_filter ON a.number = f.article";
        return database.Read(connection =>
        {
            var keys = connection.Rows(
                $"""
                WITH register AS MATERIALIZED (SELECT f.person AS person, {value} AS value {source} WHERE {string.Join(" AND ", conditions)} GROUP BY f.person)
                SELECT person, value, (SELECT count(*) FROM register) FROM register WHERE (value, person) > ($value, $after) ORDER BY value, person LIMIT $limit
                """,
                row => (Person: row.GetString(0), Value: row.GetInt64(1), Total: row.GetInt64(2)),
                [.. parameters, ("$value", after?.Value ?? long.MinValue), ("$after", after?.Person ?? ""), ("$limit", limit + 1)]);
            var total = keys.Count > 0 ? keys[0].Total : 0;
            var items = keys.Take(limit).Select(key => Entry(connection, key.Person, mostPosts: 3)).OfType<RegisteredOfficial>().ToArray();
            return new FactPage<RegisteredOfficial>(total, items, keys.Count > limit ? new RegisterCursor(question, keys[limit - 1].Value, keys[limit - 1].Person).ToString() : null);
        }, cancellation);

        void Add(string condition, string name, string parameter)
        {
            conditions.Add(condition);
            parameters.Add((name, parameter));
        }
    }

    private static RegisteredOfficial? Entry(SqliteConnection connection, string key, int mostPosts)
    {
        // Mentions that say the same have the same words: a body is read once for all of them.
        var mentions = connection.Rows(
            $"SELECT f.number, f.article, f.day, f.words, {Story} FROM fact f WHERE f.fact_kind = 'official' AND f.person = $key AND {FactList.Verdicts(VerdictFilter.Accepted)} ORDER BY f.day, f.number",
            row => new Mention(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2) is not 0 and var day ? DateOnly.FromDayNumber(day) : null, row.GetInt64(3), row.GetInt64(4)), ("$key", key));
        if (mentions.Count == 0) return null;
        var days = mentions.Select(mention => mention.Day).OfType<DateOnly>().ToArray();
        DateOnly? first = days.Length > 0 ? days[0] : null, last = days.Length > 0 ? days[^1] : null;
        var keys = new Dictionary<long, string>();
        var posts = mentions.GroupBy(mention => keys.TryGetValue(mention.Words, out var known) ? known : keys[mention.Words] = PostKey(Body(connection, mention)))
            .OrderByDescending(post => post.Last().Day ?? DateOnly.MinValue).Take(mostPosts).Select(post => Held(connection, [.. post], mentions[^1].Article)).ToArray();
        var counted = $"FROM fact f WHERE f.fact_kind IN ('statement', 'figure', 'pledge') AND f.person = $key AND {FactList.Verdicts(VerdictFilter.Accepted)}";
        var counts = connection.Rows(
            $"""
            SELECT fact_kind, sum(facts) FROM (
                SELECT f.fact_kind AS fact_kind, count(*) AS facts {counted} AND f.story IS NULL GROUP BY 1
                UNION ALL SELECT f.fact_kind, 1 {counted} AND f.story IS NOT NULL GROUP BY f.fact_kind, f.story, f.words) GROUP BY 1
            """,
            row => (Kind: row.GetString(0), Count: row.GetInt64(1)), ("$key", key)).ToDictionary(row => row.Kind, row => row.Count, StringComparer.Ordinal);
        return new(key, Body(connection, mentions[^1]).Name, posts, mentions.Select(mention => mention.Story).Distinct().Count(),
            new(counts.GetValueOrDefault("statement"), counts.GetValueOrDefault("figure"), counts.GetValueOrDefault("pledge")),
            first, Jalali(first), last, Jalali(last));
    }

    private static HeldPost Held(SqliteConnection connection, List<Mention> mentions, long latestArticle)
    {
        var post = Body(connection, mentions[^1]);
        var days = mentions.Select(mention => mention.Day).OfType<DateOnly>().ToArray();
        DateOnly? from = days.Length > 0 ? days[0] : null, to = days.Length > 0 ? days[^1] : null;
        var (id, url, title) = connection.Rows("SELECT id, url, body FROM article WHERE number = $number",
            row => (row.GetString(0), row.GetString(1), ArticleBlob.Unpack((byte[])row.GetValue(2)).Title), ("$number", mentions[^1].Article))[0];
        return new(post.Role, post.Organisation, post.Unit, post.Place, post.PlaceKind, from, Jalali(from), to, Jalali(to),
            mentions.Select(mention => mention.Story).Distinct().Count(), mentions.Any(mention => mention.Article == latestArticle),
            new(post.Id, id, url, title, post.Start, post.End, post.Sentence));
    }

    private static Official Body(SqliteConnection connection, Mention mention) =>
        ArticleBlob.ReadFact<Official>(connection.Scalar<string>("SELECT body FROM fact WHERE number = $number", ("$number", mention.Number))!);

    /// <summary>What makes two mentions one post, whatever their spelling.</summary>
    internal static string PostKey(Official post) =>
        string.Join('|', new[] { post.Role, post.Organisation, post.Unit, post.Place }.Select(part => part is null ? "" : Fold.Key(part)));

    /// <summary>Whether posts in two provinces overlap by more than a day.</summary>
    private static bool Overlap(IReadOnlyList<HeldPost> posts)
    {
        var provincial = posts.Where(post => post.PlaceKind == "province" && post.From is not null).ToArray();
        return provincial.Any(one => provincial.Any(other => Fold.Key(one.Place!) != Fold.Key(other.Place!) && one.From < other.To && other.From < one.To));
    }

    private static FactPage<StoredFact<T>> Facts<T>(SqliteConnection connection, string key) where T : Fact
    {
        var query = Of<T>(new(), key);
        var total = connection.Scalar<long>(query.Count, [.. query.Parameters]);
        var rows = connection.Rows(query.Page(FactOrder.Newest, continued: false), FactList.Read<T>, [.. query.Parameters, ("$limit", ProfileFacts)]);
        return new(total, [.. rows.Select(row => row.Fact)], null);
    }

    private static long Overdue(SqliteConnection connection, string key, DateOnly today)
    {
        var query = Of<Pledge>(PledgeBoard.Narrow(new(), DueStatus.Overdue, today), key);
        return connection.Scalar<long>(query.Count, [.. query.Parameters]);
    }

    /// <summary>The facts of one person.</summary>
    private static FactQuery Of<T>(FactSelection selection, string key) where T : Fact
    {
        var query = FactList.Query<T>(selection);
        return query with { Matching = $"{query.Matching} AND f.person = $exact", Parameters = [.. query.Parameters, ("$exact", key)] };
    }

    private static List<CoSpeaker> CoSpeakers(SqliteConnection connection, string key) => connection.Rows(
        $"""
        SELECT c.person, coalesce((SELECT n.body ->> 'speaker' FROM fact n WHERE n.fact_kind = 'statement' AND n.person = c.person LIMIT 1), ''), c.stories,
            EXISTS (SELECT 1 FROM fact o WHERE o.fact_kind = 'official' AND o.person = c.person)
        FROM (
            SELECT f.person AS person, count(DISTINCT {Story}) AS stories FROM fact f
            WHERE f.fact_kind = 'statement' AND f.person <> $key AND f.article IN (SELECT s.article FROM fact s WHERE s.fact_kind = 'statement' AND s.person = $key)
            GROUP BY f.person ORDER BY 2 DESC, 1 LIMIT $limit) c ORDER BY 3 DESC, 1
        """,
        row => new CoSpeaker(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetBoolean(3)), ("$key", key), ("$limit", ProfileCoSpeakers));

    private static List<OfficialMonth> Months(SqliteConnection connection, string key) => connection.Rows(
        $"""
        SELECT month, count(DISTINCT story), sum(is_statement) FROM (
            SELECT min(a.month) AS month, {Story} AS story, f.fact_kind = 'statement' AS is_statement FROM fact f JOIN article a ON a.number = f.article
            WHERE f.fact_kind IN ('official', 'statement') AND f.person = $key AND a.month IS NOT NULL GROUP BY f.fact_kind, {FactQuery.Distinct}) GROUP BY 1 ORDER BY 1
        """,
        row => new OfficialMonth(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), ("$key", key));

    private static string? Jalali(DateOnly? day) => day is { } known ? JalaliDate.From(known).ToString() : null;

    /// <summary>A post that an article gives a person.</summary>
    /// <param name="Words">Equal where two mentions say the same; see <see cref="FactWords"/>.</param>
    private sealed record Mention(long Number, long Article, DateOnly? Day, long Words, long Story);
}

/// <summary>Where a page of the register ended.</summary>
/// <param name="Question">A fingerprint of what was asked.</param>
internal sealed record RegisterCursor(int Question, long Value, string Person)
{
    private const int NameAt = 24;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Question:x8}{Value:x16}{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(Person))}");

    public static bool TryRead(string? text, int question, out RegisterCursor? cursor)
    {
        cursor = null;
        if (text is null) return true;
        if (text.Length <= NameAt || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit) || int.Parse(text.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) != question) return false;
        cursor = new(question, long.Parse(text.AsSpan(8, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), System.Text.Encoding.UTF8.GetString(Convert.FromHexString(text[NameAt..])));
        return true;
    }
}
