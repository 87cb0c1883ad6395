using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Alerts;

/// <summary>Keeps alerts, what they found and what is still to be sent.</summary>
public sealed class AlertBook
{
    private const string Columns =
        """
        t.number, t.id, t.name, t.about, t.filter, t.days, t.webhook, t.email, t.daily, t.secret, t.created_at,
        (SELECT count(*) FROM alert_match m WHERE m.alert = t.number), (SELECT max(m.at) FROM alert_match m WHERE m.alert = t.number),
        (SELECT count(*) FROM alert_match m JOIN alert_delivery d ON d.alert_match = m.number WHERE m.alert = t.number AND d.state = 'pending'),
        (SELECT count(*) FROM alert_match m JOIN alert_delivery d ON d.alert_match = m.number WHERE m.alert = t.number AND d.state = 'failed')
        """;

    private const string MatchColumns = "m.number, m.at, m.subject, m.article_id, m.fact_id, m.title, m.text, m.url, m.day";

    private const string Revision = "SELECT revision FROM search_state";

    private static readonly string[] Scripts = [StoreSchema.Read("Alerts/alerts.sql"), StoreSchema.Read("Alerts/alerts-stories.sql")];

    private readonly NewsDatabase database;

    /// <summary>The alerts of a database, whose tables are made where they are missing.</summary>
    public AlertBook(NewsDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        StoreSchema.Ensure(database);
        database.Migrate("alerts", Scripts);
    }

    /// <summary>Keeps a new alert, which looks at what comes from now on.</summary>
    public Task<Alert> AddAsync(AlertDraft draft, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return database.WriteAsync(transaction =>
        {
            var connection = transaction.Connection!;
            var id = RandomNumberGenerator.GetHexString(12, lowercase: true);
            connection.Execute(
                $"""
                INSERT INTO alert (id, name, about, filter, days, webhook, secret, email, daily, created_at, base, revision)
                VALUES ($id, $name, $about, $filter, $days, $webhook, $secret, $email, $daily, $at, (SELECT coalesce(max(number), 0) FROM article), ({Revision}))
                """,
                ("$id", id), ("$name", draft.Name), ("$about", draft.About.ToString()), ("$filter", JsonSerializer.Serialize(draft.Filter)), ("$days", draft.Days),
                ("$webhook", draft.Webhook?.AbsoluteUri), ("$secret", RandomNumberGenerator.GetHexString(64, lowercase: true)), ("$email", draft.Email), ("$daily", draft.Daily ? 1 : 0), ("$at", Iso(now)));
            return Find(connection, id)!;
        }, cancellation);
    }

    /// <summary>An alert, or null.</summary>
    public Alert? Find(string id) => database.Read(connection => Find(connection, id));

    /// <summary>All alerts, newest first.</summary>
    public IReadOnlyList<Alert> All() => database.Read(connection => connection.Rows($"SELECT {Columns} FROM alert t ORDER BY t.number DESC", ReadAlert));

    /// <summary>Forgets an alert with all it found; false where there is none.</summary>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.Execute("DELETE FROM alert WHERE id = $id", ("$id", id)) == 1, cancellation);

    /// <summary>Looks through what is new to each alert and keeps what it finds, what copies of a story share once; returns the number of new matches.</summary>
    public async Task<int> LookAsync(DateTimeOffset now, DateOnly today, CancellationToken cancellation)
    {
        var found = 0;
        var state = database.Read(connection => connection.Rows($"SELECT number, id FROM alert WHERE revision < ({Revision}) OR (about = 'PledgeDue' AND due_day < $today)",
            row => (Number: row.GetInt64(0), Id: row.GetString(1)), ("$today", today.DayNumber)), cancellation);
        foreach (var (number, id) in state) found += await database.WriteAsync(transaction => Look(transaction.Connection!, number, id, now, today), cancellation).ConfigureAwait(false);
        return found;
    }

    /// <summary>What a draft would have found in the articles of some days, newest first.</summary>
    public IReadOnlyList<AlertFinding> Preview(AlertDraft draft, DateOnly today, int days, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var recent = draft.About == AlertAbout.PledgeDue ? draft : draft with { Filter = draft.Filter with { From = today.AddDays(-days) } };
        return database.Read(connection => new AlertSearch(connection, 0, -1, today).Find(recent).Select(found => found.Finding).Reverse().ToArray(), cancellation);
    }

    /// <summary>One page of what an alert found, newest first; null for a foreign cursor.</summary>
    public FactPage<AlertMatch>? Matches(Alert alert, int limit, string? cursor)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var question = Fingerprint.Of($"matches {alert.Id}");
        if (!ListCursor.TryRead(cursor, question, out var after)) return null;
        return database.Read(connection =>
        {
            var rows = connection.Rows($"SELECT {MatchColumns} FROM alert_match m WHERE m.alert = $alert AND m.number < $before ORDER BY m.number DESC LIMIT $limit",
                row => ReadMatch(row, 0), ("$alert", alert.Number), ("$before", after?.Number ?? long.MaxValue), ("$limit", limit + 1));
            var total = connection.Scalar<long>("SELECT count(*) FROM alert_match WHERE alert = $alert", ("$alert", alert.Number));
            return new FactPage<AlertMatch>(total, [.. rows.Take(limit)], rows.Count > limit ? new ListCursor(question, 0, rows[limit - 1].Id).ToString() : null);
        });
    }

    /// <summary>What an alert found on a Tehran day, in order.</summary>
    public IReadOnlyList<AlertMatch> FoundOn(Alert alert, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return database.Read(connection => connection.Rows($"SELECT {MatchColumns} FROM alert_match m WHERE m.alert = $alert AND m.found_day = $day ORDER BY m.number",
            row => ReadMatch(row, 0), ("$alert", alert.Number), ("$day", day.DayNumber)));
    }

    /// <summary>Deliveries of a channel whose time has come, oldest first.</summary>
    public IReadOnlyList<AlertDelivery> Pending(string channel, DateTimeOffset now, int limit) => database.Read(connection => connection.Rows(
        $"""
        SELECT {Columns}, {MatchColumns}, d.attempts FROM alert_delivery d JOIN alert_match m ON m.number = d.alert_match JOIN alert t ON t.number = m.alert
        WHERE d.channel = $channel AND d.state = 'pending' AND d.next_at <= $now ORDER BY d.next_at, m.number LIMIT $limit
        """,
        row => new AlertDelivery(ReadAlert(row), ReadMatch(row, 15), row.GetInt32(24)), ("$channel", channel), ("$now", now.ToUnixTimeSeconds()), ("$limit", limit)));

    /// <summary>Notes that matches were delivered.</summary>
    public Task DeliveredAsync(string channel, IReadOnlyCollection<AlertMatch> matches, CancellationToken cancellation) => database.WriteAsync(transaction =>
    {
        foreach (var match in matches)
            transaction.Connection!.Execute("UPDATE alert_delivery SET state = 'delivered', attempts = attempts + 1, error = NULL WHERE alert_match = $match AND channel = $channel", ("$match", match.Id), ("$channel", channel));
        return matches.Count;
    }, cancellation);

    /// <summary>Notes that a delivery failed, to be tried again later or, where <paramref name="again"/> is null, given up.</summary>
    public Task FailedAsync(string channel, AlertMatch match, string reason, DateTimeOffset? again, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(match);
        return database.WriteAsync(transaction => transaction.Connection!.Execute(
            "UPDATE alert_delivery SET state = $state, attempts = attempts + 1, error = $error, next_at = $next WHERE alert_match = $match AND channel = $channel",
            ("$state", again is null ? "failed" : "pending"), ("$error", reason), ("$next", again?.ToUnixTimeSeconds() ?? 0), ("$match", match.Id), ("$channel", channel)), cancellation);
    }

    private static int Look(SqliteConnection connection, long number, string id, DateTimeOffset now, DateOnly today)
    {
        if (Find(connection, id) is not { } alert) return 0;
        var seen = connection.Rows("SELECT base, revision FROM alert WHERE number = $number", row => (Base: row.GetInt64(0), Revision: row.GetInt64(1)), ("$number", number))[0];
        var found = 0;
        foreach (var (finding, story, said) in new AlertSearch(connection, seen.Base, seen.Revision, today).Find(alert.Draft))
        {
            var match = connection.Scalar<long>(
                """
                INSERT INTO alert_match (alert, subject, article_id, fact_id, title, text, url, day, at, found_day, story, said)
                SELECT $alert, $subject, $article, $fact, $title, $text, $url, $day, $at, $today, $story, $said
                WHERE NOT EXISTS (SELECT 1 FROM alert_match WHERE alert = $alert AND story = $story AND said = $said) ON CONFLICT DO NOTHING RETURNING number
                """,
                ("$alert", number), ("$subject", finding.Subject), ("$article", finding.ArticleId), ("$fact", finding.FactId), ("$title", finding.Title), ("$text", finding.Text),
                ("$url", finding.Url), ("$day", finding.Day?.DayNumber), ("$at", Iso(now)), ("$today", today.DayNumber), ("$story", story), ("$said", said));
            if (match == 0) continue;
            found++;
            if (alert.Draft.Webhook is not null) Deliver("webhook", match, now);
            if (alert.Draft.Email is not null) Deliver("email", match, alert.Draft.Daily ? EndOf(today) : now);
        }
        connection.Execute($"UPDATE alert SET revision = ({Revision}), due_day = $today WHERE number = $number", ("$number", number), ("$today", today.DayNumber));
        return found;

        void Deliver(string channel, long match, DateTimeOffset at) => connection.Execute(
            "INSERT INTO alert_delivery (alert_match, channel, next_at) VALUES ($match, $channel, $at)", ("$match", match), ("$channel", channel), ("$at", at.ToUnixTimeSeconds()));
    }

    /// <summary>The moment a Tehran day is over.</summary>
    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Extractor.Articles.PublicationTime.TehranOffset);

    private static Alert? Find(SqliteConnection connection, string id) => connection.Rows($"SELECT {Columns} FROM alert t WHERE t.id = $id", ReadAlert, ("$id", id)).FirstOrDefault();

    private static Alert ReadAlert(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1),
        new(row.GetString(2), Enum.Parse<AlertAbout>(row.GetString(3)), JsonSerializer.Deserialize<ArticleFilter>(row.GetString(4))!, row.IsDBNull(5) ? null : row.GetInt32(5),
            row.Text(6) is { } webhook ? new(webhook) : null, row.Text(7), row.GetInt64(8) == 1),
        row.GetString(9), Instant(row.GetString(10)), row.GetInt64(11), row.Text(12) is { } last ? Instant(last) : null, row.GetInt64(13), row.GetInt64(14));

    private static AlertMatch ReadMatch(SqliteDataReader row, int at) => new(row.GetInt64(at), Instant(row.GetString(at + 1)), new(
        row.GetString(at + 2), row.GetString(at + 3), row.Text(at + 4), row.GetString(at + 5), row.GetString(at + 6), row.GetString(at + 7),
        row.IsDBNull(at + 8) ? null : DateOnly.FromDayNumber(row.GetInt32(at + 8))));

    private static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
