using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Alerts;

/// <summary>Finds what an alert looks out for among articles that are new to it.</summary>
/// <param name="Connection">A connection whose transaction sees one state.</param>
/// <param name="Base">Articles up to this number do not count.</param>
/// <param name="Revision">Of the others, those that were written since this revision of the search index.</param>
/// <param name="Today">The day in Tehran.</param>
internal sealed record AlertSearch(SqliteConnection Connection, long Base, long Revision, DateOnly Today)
{
    private const int TextLength = 500;

    private const string New = "FROM search_entry e JOIN article a ON a.number = e.number AND e.revision > $revision AND a.number > $base";

    /// <summary>The findings, oldest first.</summary>
    public IEnumerable<AlertFinding> Find(AlertDraft draft) => draft.About switch
    {
        AlertAbout.Article => Articles(draft.Filter),
        AlertAbout.Statement => Facts<Statement>(draft.Filter, fact => $"گفتهٔ تازه از {fact.Speaker ?? "گوینده‌ای بی‌نام"}", fact => $"{fact.Speaker}|{fact.Text}"),
        AlertAbout.Figure => Facts<Figure>(draft.Filter, fact => $"{Amount(fact.Value)} {fact.Unit} {fact.Counted}".TrimEnd(), fact => $"{Amount(fact.Value)}|{fact.Unit}|{fact.Counted}"),
        AlertAbout.Pledge => Facts<Pledge>(draft.Filter, fact => $"وعدهٔ {fact.Actor}: {fact.Action}", fact => fact.Action),
        AlertAbout.PledgeDue => Due(draft.Filter, draft.Days ?? 7),
        AlertAbout.PostChange => PostChanges(draft.Filter),
        _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.About, "no such kind of alert"),
    };

    private List<AlertFinding> Articles(ArticleFilter filter)
    {
        var where = FilterSql.For(filter);
        return Connection.Rows($"SELECT a.id, a.url, a.day, a.body {New} WHERE {where.Condition} ORDER BY a.number", row =>
        {
            var article = ArticleBlob.Unpack((byte[])row.GetValue(3));
            return new AlertFinding("article|" + article.Id, article.Id, null, article.Title, Cut(article.Lead ?? (article.Paragraphs.Count > 0 ? article.Paragraphs[0] : "")), row.GetString(1), Day(row, 2));
        }, [.. where.Parameters, .. Since]);
    }

    private List<AlertFinding> Facts<T>(ArticleFilter filter, Func<T, string> title, Func<T, string> same) where T : Fact
    {
        var query = FactList.Query<T>(new() { Filter = filter });
        return Connection.Rows($"SELECT f.body, a.id, a.url, a.day {New} JOIN fact f ON f.article = a.number WHERE {query.Condition} ORDER BY f.number", row =>
        {
            var fact = ArticleBlob.ReadFact<T>(row.GetString(0));
            return new AlertFinding(Subject(row.GetString(1), same(fact)), row.GetString(1), fact.Id, title(fact), Cut(fact.Sentence), row.GetString(2), Day(row, 3));
        }, [.. query.Parameters, .. Since]);
    }

    /// <summary>Pledges of any age: what makes them news is the day.</summary>
    private List<AlertFinding> Due(ArticleFilter filter, int days)
    {
        var query = FactList.Query<Pledge>(new() { Filter = filter, DueFrom = Today, DueTo = Today.AddDays(days) });
        return Connection.Rows($"SELECT f.body, a.id, a.url FROM fact f JOIN article a ON a.number = f.article WHERE {query.Condition} ORDER BY f.due, f.number", row =>
        {
            var pledge = ArticleBlob.ReadFact<Pledge>(row.GetString(0));
            var due = pledge.Due!.Value;
            return new AlertFinding(Subject(row.GetString(1), string.Create(CultureInfo.InvariantCulture, $"due {due:yyyy-MM-dd}|{pledge.Action}")), row.GetString(1), pledge.Id,
                $"سررسید {JalaliDate.From(due)}: {pledge.Action}", Cut(pledge.Sentence), row.GetString(2), due);
        }, [.. query.Parameters]);
    }

    private IEnumerable<AlertFinding> PostChanges(ArticleFilter filter)
    {
        var query = FactList.Query<Official>(new() { Filter = filter });
        var named = Connection.Rows($"SELECT f.body, a.id, a.url, a.day, a.number, f.person {New} JOIN fact f ON f.article = a.number WHERE {query.Condition} AND a.day IS NOT NULL ORDER BY a.day, f.number",
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
    private static string Subject(string article, string same) => $"{article}|{Fold.Key(same)}";

    private static string Name(Official post) => string.Join(' ', new[] { post.Role, post.Unit, post.Organisation, post.Place }.OfType<string>());

    private static string Amount(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= TextLength ? text : text[..(char.IsHighSurrogate(text[TextLength - 1]) ? TextLength - 1 : TextLength)] + "…";

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));
}
