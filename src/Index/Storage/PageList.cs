using System.Globalization;

namespace NewsMiner.Index.Storage;

/// <summary>The kept pages of a store, one after the other.</summary>
public static class PageList
{
    /// <summary>All kept pages in the order of their addresses, read as they are asked for from one committed state.</summary>
    public static IEnumerable<KeptPage> All(NewsDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Stream(
            connection => connection.Sql("SELECT url, fetched_at, status, headers, body, source FROM page ORDER BY url"),
            (_, row) => new KeptPage(new(row.GetString(0)), DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture), row.GetInt32(2),
                ArticleBlob.ReadHeaders(row.GetString(3)), ArticleBlob.Decompress((byte[])row.GetValue(4)), row.GetString(5)));
    }
}
