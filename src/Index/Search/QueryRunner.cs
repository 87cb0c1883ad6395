using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Finds the articles of a query and weighs them by BM25 over fields (Robertson and Zaragoza 2009, k1 and b as there).</summary>
internal sealed class QueryRunner(SqliteConnection connection, Fts5Collector collector, PostingsCache cache, EntryColumns columns, SearchRequest request, SearchQuery query, CancellationToken cancellation)
{
    /// <summary>A word of the title weighs as much as three of the body; columns as in search.sql.</summary>
    public static ReadOnlySpan<float> FieldWeights => [1f, 1.2f, 3f, 0.5f];

    private const float K1 = 1.2f, B = 0.75f;

    private float[]? scores;

    /// <summary>The weight of each article found, by its number; all 0 where the query holds no words.</summary>
    public float[] Scores => scores ?? [];

    /// <summary>The articles that match, ascending: all words, or — where <paramref name="partly"/> says so — some but not all.</summary>
    public List<int> Find(bool partly)
    {
        scores ??= Weigh();
        cancellation.ThrowIfCancellationRequested();
        ulong[]? found = null;
        void Keep(ulong[] bits) => found = found is null ? bits : Combine(found, bits, static (a, b) => a & b);
        foreach (var node in query.Others) Keep(Bits(node));
        if (query.Words.Count > 0)
        {
            var all = query.Words.Select(Bits).Aggregate((a, b) => Combine(a, b, static (x, y) => x & y));
            Keep(partly ? Combine(query.Words.Select(Bits).Aggregate((a, b) => Combine(a, b, static (x, y) => x | y)), all, static (x, y) => x & ~y) : all);
        }
        found ??= Where(_ => true);
        foreach (var not in query.Excluded) found = Combine(found, Bits(not.Node), static (a, b) => a & ~b);
        var filters = Filters().Select(Bits).ToArray();
        foreach (var filter in filters) found = Combine(found, filter, static (a, b) => a & b);
        var articles = new List<int>();
        for (var block = 0; block < found.Length; block++)
        {
            for (var bits = found[block]; bits != 0; bits &= bits - 1)
            {
                var article = block * 64 + System.Numerics.BitOperations.TrailingZeroCount(bits);
                if (columns.ChunkOf(article) is { } chunk && chunk.Alive[article % EntryChunk.Size]) articles.Add(article);
            }
        }
        return articles;
    }

    private IEnumerable<QueryNode> Filters()
    {
        var filter = request.Filter;
        if (filter.Outlet is { } outlet) yield return new QueryNode.Field(SearchField.Outlet, outlet);
        if (filter.Province is { } province) yield return new QueryNode.Field(SearchField.Province, province);
        if (filter.Place is { } place) yield return new QueryNode.Field(SearchField.Place, place);
        if (filter.Topic is { } topic) yield return new QueryNode.Field(SearchField.Topic, topic);
        if (filter.Official is { } official) yield return new QueryNode.Field(SearchField.Official, official);
        if (filter.Speaker is { } speaker) yield return new QueryNode.Field(SearchField.Speaker, speaker);
        if (filter.Kind is { } kind) yield return new QueryNode.Field(SearchField.Kind, kind);
        if (filter.From is not null || filter.To is not null) yield return new QueryNode.Days(filter.From, filter.To);
    }

    private ulong[] Bits(QueryNode node) => node switch
    {
        QueryNode.And and => and.Nodes.Select(Bits).Aggregate(Where(_ => true), (a, b) => Combine(a, b, static (x, y) => x & y)),
        QueryNode.Or or => or.Nodes.Select(Bits).Aggregate((a, b) => Combine(a, b, static (x, y) => x | y)),
        QueryNode.Not not => Combine(Where(_ => true), Bits(not.Node), static (a, b) => a & ~b),
        QueryNode.Days days => Where(article => InDays(article, days)),
        QueryNode.Field field => WithAny(ValueIds(field)),
        QueryNode.Figure figure => Figures(figure.Range),
        _ => Of(Postings(node).Articles),
    };

    private Postings Postings(QueryNode node) => cache.Get(FtsText.Of(node), node is QueryNode.Near, columns, collector);

    /// <summary>score = Σ idf · w(k1 + 1) / (w + k1(1 − b + b·length / average)), w the weighted occurrences of a part in the fields.</summary>
    private float[] Weigh()
    {
        var sum = new float[columns.Capacity];
        var parts = query.Sought.Where(node => node is not QueryNode.Word word || query.Words.Contains(word)).Distinct();
        foreach (var node in parts)
        {
            var postings = Postings(node);
            var idf = (float)Math.Log(1 + (columns.Alive - postings.Count + 0.5) / (postings.Count + 0.5));
            for (var i = 0; i < postings.Count; i++)
            {
                var article = postings.Articles[i];
                if (columns.ChunkOf(article) is not { } chunk) continue;
                var weight = postings.Weights[i];
                sum[article] += Math.Max(idf, 0.01f) * weight * (K1 + 1) / (weight + K1 * (1 - B + B * chunk.Length[article % EntryChunk.Size] / columns.AverageLength));
            }
        }
        if (request.RecencyHalfLife is not { } halfLife) return sum;
        for (var article = 0; article < sum.Length; article++)
        {
            if (sum[article] > 0 && columns.ChunkOf(article)!.Day[article % EntryChunk.Size] is var day and not Entry.NoDay)
                sum[article] *= 1 + MathF.Pow(2, -(columns.NewestDay - day) / (float)halfLife);
        }
        return sum;
    }

    private int[] ValueIds(QueryNode.Field field)
    {
        var key = Fold.Key(field.Name == SearchField.Province ? QuerySql.ProvinceName(field.Value) : field.Value);
        int[] Exactly(string facet) => columns.Values.Ids(facet, name => name == key);
        return field.Name switch
        {
            SearchField.Speaker or SearchField.Official => columns.Values.Ids(field.Name == SearchField.Speaker ? "speaker" : "official", name => name.EndsWith(key, StringComparison.Ordinal)),
            SearchField.Role => columns.Values.Ids("role", name => name.StartsWith(key, StringComparison.Ordinal)),
            SearchField.Place => [.. Exactly("place"), .. Exactly("county")],
            SearchField.Province => Exactly("province"),
            SearchField.Outlet => Exactly("outlet"),
            SearchField.Topic => Exactly("topic"),
            SearchField.Has => Exactly("has"),
            _ => Exactly("kind"),
        };
    }

    private ulong[] WithAny(int[] ids)
    {
        if (ids.Length == 0) return new ulong[(columns.Capacity + 63) / 64];
        return Where(article => columns.ChunkOf(article)!.FacetsOf(article % EntryChunk.Size).IndexOfAny(ids) >= 0);
    }

    private bool InDays(int article, QueryNode.Days days)
    {
        var day = columns.ChunkOf(article)!.Day[article % EntryChunk.Size];
        return day != Entry.NoDay && (days.From is null || day >= days.From.Value.DayNumber) && (days.To is null || day <= days.To.Value.DayNumber);
    }

    private ulong[] Figures(FigureRange range)
    {
        var parameters = new List<(string, object?)>();
        var sql = QuerySql.Figures(range, value =>
        {
            parameters.Add(($"$figure{parameters.Count}", value));
            return parameters[^1].Item1;
        });
        return Of([.. connection.Rows(sql, row => row.GetInt32(0), [.. parameters])]);
    }

    private ulong[] Of(int[] articles)
    {
        var bits = new ulong[(columns.Capacity + 63) / 64];
        foreach (var article in articles)
        {
            if (article < columns.Capacity) bits[article / 64] |= 1UL << (article % 64);
        }
        return bits;
    }

    private ulong[] Where(Predicate<int> holds)
    {
        var bits = new ulong[(columns.Capacity + 63) / 64];
        for (var article = 0; article < columns.Capacity; article++)
        {
            if (columns.ChunkOf(article) is { } chunk && chunk.Alive[article % EntryChunk.Size] && holds(article)) bits[article / 64] |= 1UL << (article % 64);
        }
        return bits;
    }

    private static ulong[] Combine(ulong[] first, ulong[] second, Func<ulong, ulong, ulong> combine)
    {
        var bits = new ulong[first.Length];
        for (var i = 0; i < bits.Length; i++) bits[i] = combine(first[i], second[i]);
        return bits;
    }
}
