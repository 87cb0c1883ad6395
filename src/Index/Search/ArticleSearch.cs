using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Runs a search: ranked by BM25, filtered, counted by facet, a page cut out by cursor.</summary>
internal static class ArticleSearch
{
    /// <summary>A word in the title weighs as much as four in the body; columns as in store.sql.</summary>
    private const string Rank = "-bm25(search, 4.0, 1.0, 4.0, 1.0)";

    private static readonly (string Name, string Sql)[] FacetColumns =
        [("outlet", "a.outlet"), ("province", "a.province"), ("month", "a.month"), ("year", "substr(a.month, 1, 4)")];

    public static SearchResults Run(SqliteConnection connection, SearchRequest request, SearchQuery? query, SearchCursor? cursor)
    {
        var where = FilterSql.For(request.Filter with { Query = null });
        List<(string, object?)> parameters = [.. where.Parameters];
        var from = "article a";
        var condition = where.Condition;
        if (query is not null)
        {
            from = "search JOIN article a ON a.number = search.rowid";
            condition = $"search MATCH $match AND {condition}";
            parameters.Add(("$match", query.Match));
        }
        // Near-duplicates stand behind the first article of their cluster that matches.
        var matches = $"SELECT a.number AS number, coalesce(a.cluster, -a.number) AS cluster, {Sort(request.Order, query)} AS sort FROM {from} WHERE {condition}";
        var ranked = request.FoldDuplicates
            ? $"SELECT number, sort, copies FROM (SELECT *, count(*) OVER (PARTITION BY cluster) AS copies, row_number() OVER (PARTITION BY cluster ORDER BY sort DESC, number DESC) AS place FROM ({matches})) WHERE place = 1"
            : $"SELECT number, sort, 1 AS copies FROM ({matches})";
        var total = connection.Scalar<long>($"SELECT count(*) FROM ({ranked})", [.. parameters]);
        var facets = request.Facets ? Facets(connection, ranked, parameters) : [];
        var after = cursor is null ? "" : "WHERE (r.sort, r.number) < ($sort, $number)";
        List<(string, object?)> paged = [.. parameters, ("$limit", request.Limit + 1)];
        if (cursor is not null) paged.AddRange([("$sort", cursor.Value), ("$number", cursor.Number)]);
        var rows = connection.Rows(
            $"SELECT r.number, r.sort, r.copies, a.body, a.topics FROM ({ranked}) r JOIN article a ON a.number = r.number {after} ORDER BY r.sort DESC, r.number DESC LIMIT $limit",
            row => (Number: row.GetInt64(0), Sort: row.GetDouble(1), Copies: row.GetInt32(2), Body: (byte[])row.GetValue(3), Topics: row.GetString(4)), [.. paged]);
        var next = rows.Count > request.Limit ? new SearchCursor(rows[request.Limit - 1].Sort, rows[request.Limit - 1].Number).ToString() : null;
        SearchHit[] hits = [.. rows.Take(request.Limit).Select(row => Hit(row.Body, row.Topics, row.Sort, row.Copies, query))];
        return new(total, hits, facets, next, null);
    }

    private static string Sort(SearchOrder order, SearchQuery? query) => order switch
    {
        SearchOrder.Oldest => "CAST(-coalesce(a.day, 9999999) AS REAL)",
        SearchOrder.Relevance when query is not null => Rank,
        _ => "CAST(coalesce(a.day, 0) AS REAL)",
    };

    private static Dictionary<string, IReadOnlyList<FacetCount>> Facets(SqliteConnection connection, string ranked, List<(string, object?)> parameters)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>();
        foreach (var (name, sql) in FacetColumns)
        {
            facets[name] = connection.Rows(
                $"SELECT {sql}, count(*) FROM ({ranked}) r JOIN article a ON a.number = r.number WHERE {sql} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
                row => new FacetCount(row.GetString(0), row.GetInt64(1)), [.. parameters]);
        }
        var topics = connection.Rows($"SELECT a.topics, count(*) FROM ({ranked}) r JOIN article a ON a.number = r.number GROUP BY 1", row => (Topics: row.GetString(0), Count: row.GetInt64(1)), [.. parameters]);
        facets["topic"] =
        [
            .. topics.SelectMany(row => row.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries), (row, topic) => (topic, row.Count))
                .GroupBy(row => row.topic, row => row.Count).Select(group => new FacetCount(group.Key, group.Sum()))
                .OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal),
        ];
        return facets;
    }

    private static SearchHit Hit(byte[] body, string topics, double score, int copies, SearchQuery? query)
    {
        var article = ArticleBlob.Unpack(body);
        var snippet = Snippet.Best(article, query);
        return new(article.Id, article.Title, Snippet.Highlights(article.Title, query), snippet.Text, Snippet.Highlights(snippet.Text, query), snippet.Start,
            article.CanonicalUrl?.AbsoluteUri ?? article.Source, article.Outlet, article.Province, topics.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            article.Published?.ToString(), article.Published is { } at ? JalaliDate.From(at.Day).ToString() : null, score, copies);
    }
}
