using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Clusters;

/// <summary>Finds the texts that have whole bands of their signatures in common with another, among those published about the same time.</summary>
internal static class BandIndex
{
    /// <summary>The days of a period, as in clusters-by-time.sql; at least twice <see cref="ClusterBook.Days"/>, so that two periods hold all copies.</summary>
    private const int PeriodDays = 2 * ClusterBook.Days;

    /// <summary>The period of what says no day.</summary>
    private const int Undated = -1;

    /// <summary>The texts looked up by one band, the latest: what more have in common is a formula, and copies come soon after each other.</summary>
    private const int Latest = 16;

    /// <summary>Keeps the signature of a text.</summary>
    public static void Add(SqliteConnection connection, long number, int? day, MinHash signature, int pairs)
    {
        var period = day / PeriodDays ?? Undated;
        connection.Execute("INSERT INTO article_signature VALUES ($number, $signature, $pairs, $period)", ("$number", number), ("$signature", signature.Write()), ("$pairs", pairs), ("$period", period));
        connection.Execute("INSERT OR IGNORE INTO article_band SELECT $period, value, $number FROM json_each($bands) ORDER BY value", ("$period", period), ("$number", number), ("$bands", Json(signature.Bands())));
    }

    /// <summary>Takes away the signature of an article's older text.</summary>
    public static void Remove(SqliteConnection connection, long number)
    {
        foreach (var (older, period) in connection.Rows("SELECT signature, period FROM article_signature WHERE article = $number", row => (MinHash.Read((byte[])row.GetValue(0)), row.GetInt32(1)), ("$number", number)))
        {
            connection.Execute("DELETE FROM article_band WHERE period = $period AND band IN (SELECT value FROM json_each($bands)) AND article = $number",
                ("$period", period), ("$bands", Json(older.Bands())), ("$number", number));
            connection.Execute("DELETE FROM article_signature WHERE article = $number", ("$number", number));
        }
    }

    /// <summary>The texts with most bands in common, most first, so many at most.</summary>
    public static List<long> MostAlike(SqliteConnection connection, int? day, MinHash signature, int most) => connection.Rows(
        """
        SELECT other.article FROM json_each($periods) AS period CROSS JOIN json_each($bands) AS band CROSS JOIN article_band AS other
        WHERE other.period = period.value AND other.band = band.value AND other.article >= coalesce(
            (SELECT article FROM article_band AS latest WHERE latest.period = period.value AND latest.band = band.value ORDER BY article DESC LIMIT 1 OFFSET $latest - 1), 0)
        GROUP BY other.article ORDER BY count(*) DESC, other.article LIMIT $most
        """,
        row => row.GetInt64(0), ("$periods", Json(Periods(connection, day))), ("$bands", Json(signature.Bands())), ("$latest", Latest), ("$most", most));

    /// <summary>The periods copies of a text of that day may lie in: all where it says none.</summary>
    private static IEnumerable<long> Periods(SqliteConnection connection, int? day) => day is { } known
        ? new long[] { Undated, (known - ClusterBook.Days) / PeriodDays, (known + ClusterBook.Days) / PeriodDays }.Distinct()
        : connection.Rows(
            """
            WITH RECURSIVE kept (period) AS (
                SELECT min(period) FROM article_band
                UNION ALL SELECT (SELECT min(period) FROM article_band WHERE period > kept.period) FROM kept WHERE period IS NOT NULL)
            SELECT period FROM kept WHERE period IS NOT NULL
            """, row => row.GetInt64(0));

    private static string Json(IEnumerable<long> numbers) => $"[{string.Join(',', numbers)}]";
}
