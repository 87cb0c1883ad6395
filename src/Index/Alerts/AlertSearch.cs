using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Alerts;

/// <summary>A finding with what it is known again by in the copies of its story.</summary>
/// <param name="Story">The number of its article's story; null where it is of no one article.</param>
/// <param name="Said">What it says.</param>
internal sealed record FoundFinding(AlertFinding Finding, long? Story, string Said);

/// <summary>Finds what an alert looks out for among articles that are new to it.</summary>
/// <param name="Connection">A connection whose transaction sees one state.</param>
/// <param name="Base">Articles up to this number do not count.</param>
/// <param name="Revision">Of the others, those that were written since this revision of the search index.</param>
/// <param name="Today">The day in Tehran.</param>
internal sealed record AlertSearch(SqliteConnection Connection, long Base, long Revision, DateOnly Today)
{
    private const int TextLength = 500;

    private const string Fresh = "FROM search_entry e JOIN article a ON a.number = e.number AND e.revision > $revision AND a.number > $base";

    /// <summary>Articles that do not count, of stories of which others do.</summary>
    private const string Earlier = $"FROM article a INDEXED BY article_cluster WHERE a.number <= $base AND a.cluster IN (SELECT a.cluster {Fresh})";

    private const string Story = "coalesce(a.cluster, a.number)";

    /// <summary>The findings, oldest first; of what copies of a story say alike the first, and none where an article that does not count says it.</summary>
    public IEnumerable<FoundFinding> Find(AlertDraft draft)
    {
        if (draft.About == AlertAbout.PostChange) return PostChanges(draft.Filter).Select(found => new FoundFinding(found, null, found.Subject));
        if (draft.About == AlertAbout.PledgeDue) return Due(draft.Filter, draft.Days ?? 7).DistinctBy(found => (found.Story, found.Said));
        var old = Among(draft, Earlier).Select(found => (found.Story, found.Said)).ToHashSet();
        return Among(draft, $"{Fresh} WHERE 1").Where(found => old.Add((found.Story, found.Said)));
    }

    private List<FoundFinding> Among(AlertDraft draft, string articles) => draft.About switch
    {
        AlertAbout.Article => Articles(draft.Filter, articles),
        AlertAbout.Statement => Facts<Statement>(draft.Filter, articles, fact => $"گفتهٔ تازه از {fact.Speaker ?? "گوینده‌ای بی‌نام"}", fact => fact.Text),
        AlertAbout.Figure => Facts<Figure>(draft.Filter, articles, fact => $"{Amount(fact.Value)} {fact.Unit} {fact.Counted}".TrimEnd(), fact => $"{Amount(fact.Value)}|{fact.Unit}|{fact.Counted}"),
        AlertAbout.Pledge => Facts<Pledge>(draft.Filter, articles, fact => $"وعدهٔ {fact.Actor}: {fact.Action}", fact => fact.Action),
        _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.About, "no such kind of alert"),
    };

    private List<FoundFinding> Articles(ArticleFilter filter, string articles)
    {
        var where = FilterSql.For(filter);
        return Connection.Rows($"SELECT n.id, n.url, n.day, n.body, n.story FROM (SELECT a.number, a.id, a.url, a.day, a.body, {Story} AS story {articles} AND {where.Condition}) n ORDER BY n.number", row =>
        {
            var article = ArticleBlob.Unpack((byte[])row.GetValue(3));
            var finding = new AlertFinding("article|" + article.Id, article.Id, null, article.Title, Cut(article.Lead ?? (article.Paragraphs.Count > 0 ? article.Paragraphs[0] : "")), row.GetString(1), Day(row, 2));
            return new FoundFinding(finding, row.GetInt64(4), "article");
        }, [.. where.Parameters, .. Since]);
    }

    private List<FoundFinding> Facts<T>(ArticleFilter filter, string articles, Func<T, string> title, Func<T, string> same) where T : Fact
    {
        var query = FactList.Query<T>(new() { Filter = filter });
        return Connection.Rows($"SELECT f.body, a.id, a.url, a.day, a.story FROM (SELECT a.*, {Story} AS story {articles}) a JOIN fact f ON f.article = a.number WHERE {query.Condition} ORDER BY f.number", row =>
        {
            var fact = ArticleBlob.ReadFact<T>(row.GetString(0));
            var said = Fold.Key(same(fact));
            return new FoundFinding(new(Subject(row.GetString(1), said), row.GetString(1), fact.Id, title(fact), Cut(fact.Sentence), row.GetString(2), Day(row, 3)), row.GetInt64(4), said);
        }, [.. query.Parameters, .. Since]);
    }

    /// <summary>Pledges of any age: what makes them news is the day.</summary>
    private List<FoundFinding> Due(ArticleFilter filter, int days)
    {
        var query = FactList.Query<Pledge>(new() { Filter = filter, DueFrom = Today, DueTo = Today.AddDays(days) });
        return Connection.Rows($"SELECT f.body, a.id, a.url, {Story} FROM fact f JOIN article a ON a.number = f.article WHERE {query.Condition} ORDER BY f.due, f.number", row =>
        {
            var pledge = ArticleBlob.ReadFact<Pledge>(row.GetString(0));
            var due = pledge.Due!.Value;
            var said = Fold.Key(string.Create(CultureInfo.InvariantCulture, $"due {due:yyyy-MM-dd}|{pledge.Action}"));
            return new FoundFinding(new(Subject(row.GetString(1), said), row.GetString(1), pledge.Id, $"سررسید {JalaliDate.From(due)}: {pledge.Action}", Cut(pledge.Sentence), row.GetString(2), due), row.GetInt64(3), said);
        }, [.. query.Parameters]);
    }

    private IEnumerable<AlertFinding> PostChanges(ArticleFilter filter)
    {
        var query = FactList.Query<Official>(new() { Filter = filter });
        var named = Connection.Rows($"SELECT f.body, a.id, a.url, a.day, a.number, f.person {Fresh} JOIN fact f ON f.article = a.number WHERE {query.Condition} AND a.day IS NOT NULL ORDER BY a.day, f.number",
            row => (Post: ArticleBlob.ReadFact<Official>(row.GetString(0)), Article: row.GetString(1), Url: row.GetString(2), Day: row.GetInt32(3), Number: row.GetInt64(4), Person: row.GetString(5)),
            [.. query.Parameters, .. Since]);
        foreach (var (post, article, url, day, number, person) in named)
        {
            // What counts is the last post before this article's day; an older article found late changes nothing.
            var before = Connection.Rows(
                $"""
                SELECT f.body FROM fact f JOIN article a ON a.number = f.article
                WHERE f.fact_kind = 'official' AND f.person = $person AND (a.day < $day OR (a.day = $day AND a.number < $number)) AND {FactList.Verdicts(VerdictFilter.Accepted)}
                  AND NOT EXISTS (SELECT 1 FROM fact l JOIN article b ON b.number = l.article WHERE l.fact_kind = 'official' AND l.person = $person AND b.day > $day)
                ORDER BY a.day DESC, f.number DESC LIMIT 1
                """,
                row => ArticleBlob.ReadFact<Official>(row.GetString(0)), ("$person", person), ("$day", day), ("$number", number)).FirstOrDefault();
            if (before is null || !Differ(before, post)) continue;
            yield return new($"post|{person}|{OfficialRegister.PostKey(before)}|{OfficialRegister.PostKey(post)}", article, post.Id,
                $"{post.Name}: {Name(before)} ← {Name(post)}", Cut(post.Sentence), url, DateOnly.FromDayNumber(day));
        }
    }

    /// <summary>Whether two mentions name posts that contradict each other; what one of them leaves out tells nothing.</summary>
    private static bool Differ(Official before, Official after)
    {
        static bool Other(string? one, string? other) => one is not null && other is not null && Fold.Key(one) != Fold.Key(other);
        return Other(before.Role, after.Role) || Other(before.Organisation, after.Organisation) || Other(before.Place, after.Place);
    }

    private (string, object?)[] Since => [("$base", Base), ("$revision", Revision)];

    /// <summary>A fact is known again by what it says, since its place moves when its article is edited.</summary>
    private static string Subject(string article, string said) => $"{article}|{said}";

    private static string Name(Official post) => string.Join(' ', new[] { post.Role, post.Unit, post.Organisation, post.Place }.OfType<string>());

    private static string Amount(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= TextLength ? text : text[..(char.IsHighSurrogate(text[TextLength - 1]) ? TextLength - 1 : TextLength)] + "…";

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));
}
