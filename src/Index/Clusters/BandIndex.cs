using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Clusters;

/// <summary>
/// Finds the texts that have whole bands of their signatures in common with another, among those published about the same time. The bands of the
/// latest texts are gathered in memory and written many at a time, in order: wherever their hashes fall, a page of the file is then written seldom.
/// What is gathered is made anew from the signatures, which are kept with each text, whenever file and memory differ.
/// </summary>
internal sealed class BandIndex
{
    /// <summary>The days of a period, as in clusters-by-time.sql; at least twice <see cref="ClusterBook.Days"/>, so that two periods hold all copies.</summary>
    private const int PeriodDays = 2 * ClusterBook.Days;

    /// <summary>The period of what says no day.</summary>
    private const int Undated = -1;

    /// <summary>The texts looked up by one band, the latest: what more have in common is a formula, and copies come soon after each other.</summary>
    private const int MostOfBand = 16;

    /// <summary>The texts whose bands are written together.</summary>
    public const int Together = 512;

    /// <summary>The signatures remembered, with which most new texts are compared: two megabytes of them.</summary>
    private const int Remembered = 4096;

    private static readonly ConditionalWeakTable<SqliteConnection, BandIndex> ByConnection = [];

    private readonly GatheredBands gathered = new();
    private readonly Latest<long, (MinHash Signature, int Pairs)> recent = new(Remembered);
    private readonly SqliteConnection connection;
    private readonly BoundStatement keep, keepBand, ofBand, anyOfPeriod, ofText;
    private SqliteTransaction? transaction;
    private long written = -1, last = -1;

    private BandIndex(SqliteConnection connection)
    {
        this.connection = connection;
        keep = new(connection, "INSERT INTO article_signature (article, signature, pairs, period) VALUES (?, ?, ?, ?)");
        keepBand = new(connection, "INSERT OR IGNORE INTO article_band (period, band, article) VALUES (?, ?, ?)");
        ofBand = new(connection, "SELECT article FROM article_band WHERE period = ? AND band = ? ORDER BY article DESC");
        anyOfPeriod = new(connection, "SELECT period FROM article_band WHERE period = ?");
        ofText = new(connection, "SELECT signature, pairs FROM article_signature WHERE article = ?");
    }

    /// <summary>The index as a transaction of the writer sees it.</summary>
    public static BandIndex For(SqliteTransaction transaction)
    {
        var index = ByConnection.GetValue(transaction.Connection!, connection => new(connection));
        index.Enter(transaction);
        return index;
    }

    /// <summary>Keeps the signature of a text.</summary>
    public void Add(long number, int? day, MinHash signature, int pairs)
    {
        var period = PeriodOf(day);
        keep.With(number).With(signature.Write()).With(pairs).With(period).Run();
        if (number <= written)
        {
            foreach (var band in signature.Bands()) keepBand.With(period).With(band).With(number).Run();
            return;
        }
        Gather(number, period, signature, pairs);
        last = number;
        if (gathered.Count >= Together) WriteGathered();
    }

    /// <summary>Takes away the signature of an article's older text.</summary>
    public void Remove(long number)
    {
        if (number > written) WriteGathered();
        recent.Remove(number);
        foreach (var (older, period) in connection.Rows("SELECT signature, period FROM article_signature WHERE article = $number", row => (MinHash.Read((byte[])row.GetValue(0)), row.GetInt32(1)), ("$number", number)))
        {
            foreach (var band in older.Bands())
                connection.Execute("DELETE FROM article_band WHERE period = $period AND band = $band AND article = $number", ("$period", period), ("$band", band), ("$number", number));
            connection.Execute("DELETE FROM article_signature WHERE article = $number", ("$number", number));
        }
    }

    /// <summary>The texts with most bands in common, most first, so many at most.</summary>
    public IEnumerable<long> MostAlike(int? day, MinHash signature, int most)
    {
        var periods = Periods(day);
        var counts = new Dictionary<long, int>();
        var found = new List<long>();
        foreach (var band in signature.Bands())
        {
            foreach (var (period, isWritten) in periods)
            {
                found.Clear();
                gathered.Latest(period, band, MostOfBand, found);
                if (isWritten && found.Count < MostOfBand) ofBand.With(period).With(band).Read(found, MostOfBand - found.Count);
                foreach (var number in found) counts[number] = counts.GetValueOrDefault(number) + 1;
            }
        }
        return counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(most).Select(count => count.Key);
    }

    /// <summary>The signature of a text and the number of its word pairs, or null where it has none.</summary>
    public (MinHash Signature, int Pairs)? SignatureOf(long number) =>
        recent.TryGet(number, out var found) ? found : (ofText.With(number).First() is { } row ? (MinHash.Read(row.Bytes), (int)row.Number) : null);

    private static int PeriodOf(int? day) => day / PeriodDays ?? Undated;

    /// <summary>The periods copies of a text of that day may lie in, all where it says none, and whether bands of each are written.</summary>
    private List<(int Period, bool IsWritten)> Periods(int? day)
    {
        IEnumerable<int> periods = day is { } known
            ? [Undated, (known - ClusterBook.Days) / PeriodDays, (known + ClusterBook.Days) / PeriodDays]
            : gathered.Periods.Concat(connection.Rows(
                """
                WITH RECURSIVE kept (period) AS (
                    SELECT min(period) FROM article_band
                    UNION ALL SELECT (SELECT min(period) FROM article_band WHERE period > kept.period) FROM kept WHERE period IS NOT NULL)
                SELECT period FROM kept WHERE period IS NOT NULL
                """, row => row.GetInt32(0)));
        var any = new List<long>();
        return [.. periods.Distinct().Select(period =>
        {
            any.Clear();
            anyOfPeriod.With(period).Read(any, 1);
            return (period, any.Count > 0);
        })];
    }

    private void WriteGathered()
    {
        foreach (var (period, band, number) in gathered.InOrder) keepBand.With(period).With(band).With(number).Run();
        gathered.Clear();
        written = Math.Max(written, last);
        connection.Execute("UPDATE band_state SET last = $last WHERE id = 1", ("$last", written));
    }

    /// <summary>A transaction that was rolled back, or another process, leaves the file otherwise than memory has it.</summary>
    private void Enter(SqliteTransaction next)
    {
        if (ReferenceEquals(transaction, next)) return;
        transaction = next;
        var state = (connection.Scalar<long>("SELECT last FROM band_state"), connection.Scalar<long>("SELECT max(article) FROM article_signature"));
        if (state == (written, last)) return;
        (written, last) = state;
        gathered.Clear();
        recent.Clear();
        foreach (var text in connection.Rows("SELECT article, period, signature, pairs FROM article_signature WHERE article > $written ORDER BY article",
            row => (Number: row.GetInt64(0), Period: row.GetInt32(1), Signature: MinHash.Read((byte[])row.GetValue(2)), Pairs: row.GetInt32(3)), ("$written", written)))
            Gather(text.Number, text.Period, text.Signature, text.Pairs);
    }

    private void Gather(long number, int period, MinHash signature, int pairs)
    {
        gathered.Add(number, period, signature);
        recent.TryAdd(number, (signature, pairs));
    }
}
