using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Search;

/// <summary>The articles of one state.</summary>
internal sealed class SearchedArticles(SqliteConnection connection, PostingsReader reader, PostingsCache cache, EntryColumns columns) : Searched
{
    public override int Capacity => columns.Capacity;

    public override long Count => columns.Alive;

    public override float AverageLength => columns.AverageLength;

    public override int NewestDay => columns.NewestDay;

    public override bool HasClusters => columns.HasClusters;

    public override bool Exists(int number) => columns.IsAlive(number);

    public override void Lengths(ReadOnlySpan<int> numbers, Span<ushort> lengths) => columns.Read(numbers, lengths, static chunk => chunk.Length);

    public override int Day(int number) => columns.ChunkOf(number)!.Day[number % EntryChunk.Size];

    public override void Clusters(ReadOnlySpan<int> numbers, Span<int> clusters) => columns.Read(numbers, clusters, static chunk => chunk.Cluster);

    public override Postings Find(QueryNode node) => cache.Get(node, columns, reader, connection, Arrays);

    public override Predicate<int> Test(QueryNode node) => node switch
    {
        QueryNode.Days days => DayTest(days, columns),
        QueryNode.Figure figure => QuerySql.Figures(connection, "article", figure.Range).Contains,
        QueryNode.Field field => FieldTest(field, columns),
        _ => throw new ArgumentException($"{node.GetType().Name} is no condition", nameof(node)),
    };

    /// <summary>Published between the days.</summary>
    public static Predicate<int> DayTest(QueryNode.Days days, EntryColumns columns)
    {
        var (from, to) = (days.From?.DayNumber ?? 0, days.To?.DayNumber ?? int.MaxValue);
        return article => columns.ChunkOf(article)!.Day[article % EntryChunk.Size] is var day && day >= from && day <= to;
    }

    /// <summary>The article has one of the values that the field's words mean.</summary>
    public static Predicate<int> FieldTest(QueryNode.Field field, EntryColumns columns)
    {
        var ids = Ids(field, columns.Values);
        return (field.Name, ids) switch
        {
            (_, []) => _ => false,
            (SearchField.Province, [var id]) => article => columns.ChunkOf(article)!.Province[article % EntryChunk.Size] == id,
            (SearchField.Outlet, [var id]) => article => columns.ChunkOf(article)!.Outlet[article % EntryChunk.Size] == id,
            _ => article => columns.ChunkOf(article)!.FacetsOf(article % EntryChunk.Size).IndexOfAny(ids) >= 0,
        };
    }

    private static int[] Ids(QueryNode.Field field, FacetValues values)
    {
        var key = Fold.Key(field.Name == SearchField.Province ? QuerySql.ProvinceName(field.Value) : field.Value);
        int[] Exactly(string facet) => values.Ids(facet, name => name == key);
        return field.Name switch
        {
            SearchField.Speaker or SearchField.Official => values.Ids(field.Name == SearchField.Speaker ? "speaker" : "official", name => name.EndsWith(key, StringComparison.Ordinal)),
            SearchField.Role => values.Ids("role", name => name.StartsWith(key, StringComparison.Ordinal)),
            SearchField.Place => [.. Exactly("place"), .. Exactly("county")],
            SearchField.Province => Exactly("province"),
            SearchField.Outlet => Exactly("outlet"),
            SearchField.Topic => Exactly("topic"),
            SearchField.Has => Exactly("has"),
            _ => Exactly("kind"),
        };
    }
}
