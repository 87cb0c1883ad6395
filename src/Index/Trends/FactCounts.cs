using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>How many facts each article of a part holds; what copies of a story share counts in the first of them.</summary>
internal static class FactCounts
{
    /// <summary>The number of facts of a measure's kind in an article, as the filter's kind and speaker narrow them; null where no facts are measured.</summary>
    public static Func<int, int>? Of(MatchingArticles articles, IReadOnlyList<int> part, TrendMeasure measure, ArticleFilter filter)
    {
        var kind = measure switch { TrendMeasure.Statements => "statement", TrendMeasure.Figures => "figure", TrendMeasure.Pledges => "pledge", _ => null };
        if (kind is null) return null;
        const string meant = "fact_kind = $factKind AND ($kind IS NULL OR kind = $kind) AND ($speaker IS NULL OR person LIKE '%' || $speaker)";
        (string, object?)[] parameters = [("$factKind", kind), ("$kind", filter.Kind), ("$speaker", FilterSql.Key(filter.Speaker))];
        var counts = new int[articles.Columns.Capacity];
        foreach (var (article, count) in articles.Connection.Rows($"SELECT article, count(*) FROM fact WHERE {meant} AND story IS NULL GROUP BY article", row => (row.GetInt32(0), row.GetInt32(1)), parameters))
            counts[article] = count;
        var among = part.ToHashSet();
        var known = new HashSet<(long, long)>();
        foreach (var (article, story, words) in articles.Connection.Rows($"SELECT article, story, words FROM fact WHERE {meant} AND story IS NOT NULL ORDER BY day, number", row => (row.GetInt32(0), row.GetInt64(1), row.GetInt64(2)), parameters))
        {
            if (among.Contains(article) && known.Add((story, words))) counts[article]++;
        }
        return article => counts[article];
    }
}
