using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Storage;
using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Search;

/// <summary>One article's row of the columns.</summary>
internal readonly record struct Entry(bool Alive, int Day, short Month, ushort Length, int Cluster, int[] Facets)
{
    public const int NoDay = int.MinValue;
}

/// <summary>What the articles of a stretch of numbers are, column by column. Never changed once published.</summary>
internal sealed class EntryChunk
{
    public const int Size = 1024;

    public readonly bool[] Alive = new bool[Size];
    public readonly int[] Day = new int[Size];
    public readonly short[] Month = new short[Size];
    public readonly ushort[] Length = new ushort[Size];
    public readonly int[] Cluster = new int[Size];

    /// <summary>The ids of outlet and province, which are asked for most; -1 for none.</summary>
    public readonly int[] Outlet = new int[Size], Province = new int[Size];

    /// <summary>Ids of facet values: those of article i lie from FacetStart[i] to FacetStart[i + 1].</summary>
    public readonly int[] FacetStart = new int[Size + 1];
    public int[] Facets = [];

    /// <summary>A copy with some rows replaced, the last of each row where one comes twice.</summary>
    public static EntryChunk With(EntryChunk? old, IReadOnlyList<(int Row, Entry Entry)> changes, FacetValues values)
    {
        var chunk = new EntryChunk();
        if (old is not null)
        {
            old.Alive.CopyTo(chunk.Alive, 0);
            old.Day.CopyTo(chunk.Day, 0);
            old.Month.CopyTo(chunk.Month, 0);
            old.Length.CopyTo(chunk.Length, 0);
            old.Cluster.CopyTo(chunk.Cluster, 0);
            old.Outlet.CopyTo(chunk.Outlet, 0);
            old.Province.CopyTo(chunk.Province, 0);
        }
        var replaced = new SortedDictionary<int, int[]>();
        foreach (var (row, entry) in changes)
        {
            (chunk.Alive[row], chunk.Day[row], chunk.Month[row], chunk.Length[row], chunk.Cluster[row]) = (entry.Alive, entry.Day, entry.Month, entry.Length, entry.Cluster);
            replaced[row] = entry.Facets;
            chunk.Outlet[row] = values.First(entry.Facets, "outlet");
            chunk.Province[row] = values.First(entry.Facets, "province");
        }
        chunk.Replace(old, replaced);
        return chunk;
    }

    /// <summary>Takes over the facets of an older chunk but for some rows.</summary>
    private void Replace(EntryChunk? old, SortedDictionary<int, int[]> replaced)
    {
        var length = (old?.Facets.Length ?? 0) + replaced.Sum(row => row.Value.Length - (old?.FacetsOf(row.Key).Length ?? 0));
        Facets = new int[length];
        var (next, filled) = (0, 0);
        foreach (var (row, ids) in replaced.Append(new(Size, [])))
        {
            if (old is not null)
            {
                old.Facets.AsSpan(old.FacetStart[next]..old.FacetStart[row]).CopyTo(Facets.AsSpan(filled));
                for (var kept = next; kept < row; kept++) FacetStart[kept] = old.FacetStart[kept] - old.FacetStart[next] + filled;
                filled += old.FacetStart[row] - old.FacetStart[next];
            }
            else
            {
                FacetStart.AsSpan(next..row).Fill(filled);
            }
            FacetStart[row] = filled;
            ids.CopyTo(Facets, filled);
            filled += ids.Length;
            next = row + 1;
        }
    }

    /// <summary>Adds some of its articles to the counts of their facet values, by id, and of their months.</summary>
    public void Count(ReadOnlySpan<int> articles, Span<int> byId, Span<int> byMonth)
    {
        ReadOnlySpan<int> starts = FacetStart, ids = Facets;
        ReadOnlySpan<short> months = Month;
        foreach (var article in articles)
        {
            var row = article % Size;
            foreach (var id in ids[starts[row]..starts[row + 1]]) byId[id]++;
            if (months[row] >= 0) byMonth[months[row]]++;
        }
    }

    public ReadOnlySpan<int> FacetsOf(int row) => Facets.AsSpan(FacetStart[row], FacetStart[row + 1] - FacetStart[row]);
}

/// <summary>The columns of all articles as of one revision of the index: what filters, facets, folding and ranking need of an article.</summary>
internal sealed class EntryColumns
{
    /// <summary>The first Jalali month counted: Farvardin 1300 is month 0.</summary>
    public const int FirstYear = 1300;

    /// <summary>Months counted from there.</summary>
    public const int Months = 200 * 12;

    private const string Select = "SELECT number, alive, day, length, cluster, facets";

    private readonly EntryChunk?[] chunks;
    private readonly ChangeLog log;

    private EntryColumns(long revision, EntryChunk?[] chunks, FacetValues values, ChangeLog log, long alive, long lengths, int newest, bool clusters)
    {
        (Revision, this.chunks, Values, this.log) = (revision, chunks, values, log);
        (Alive, TotalLength, NewestDay, HasClusters) = (alive, lengths, newest, clusters);
    }

    public static EntryColumns Empty { get; } = new(-1, [], FacetValues.Empty, ChangeLog.From(-1), 0, 0, Entry.NoDay, false);

    public long Revision { get; }

    public FacetValues Values { get; }

    /// <summary>The number of articles.</summary>
    public long Alive { get; }

    public long TotalLength { get; }

    public float AverageLength => Alive == 0 ? 1 : Math.Max(1, (float)TotalLength / Alive);

    /// <summary>The last day any article was published on.</summary>
    public int NewestDay { get; }

    /// <summary>Whether any article has a cluster of near-duplicates.</summary>
    public bool HasClusters { get; }

    /// <summary>Article numbers lie below this.</summary>
    public int Capacity => chunks.Length * EntryChunk.Size;

    public EntryChunk? ChunkOf(int article) => (uint)(article / EntryChunk.Size) < (uint)chunks.Length ? chunks[article / EntryChunk.Size] : null;

    public bool IsAlive(int article) => ChunkOf(article) is { } chunk && chunk.Alive[article % EntryChunk.Size];

    /// <summary>Reads one column for articles in ascending order, all of them known.</summary>
    public void Read<T>(ReadOnlySpan<int> articles, Span<T> values, Func<EntryChunk, T[]> column)
    {
        var (index, cells) = (-1, Array.Empty<T>());
        for (var i = 0; i < articles.Length; i++)
        {
            var article = articles[i];
            if (article / EntryChunk.Size != index)
            {
                index = article / EntryChunk.Size;
                cells = column(chunks[index]!);
            }
            values[i] = cells[article % EntryChunk.Size];
        }
    }

    /// <summary>The articles that changed after a revision, ascending, each with its last change; null where that is too long ago.</summary>
    public Change[]? ChangedSince(long revision) => log.After(revision);

    /// <summary>These columns, or newer ones, as the connection's transaction sees the index; null where it sees an older state.</summary>
    public EntryColumns? At(SqliteConnection connection)
    {
        var revision = connection.Scalar<long>("SELECT revision FROM search_state");
        if (revision == Revision) return this;
        if (revision < Revision) return null;
        var renewed = new Renewal(this, Values.Newer(connection));
        if (Revision < 0)
        {
            renewed.TakeAll(connection);
            return renewed.At(revision, ChangeLog.From(revision));
        }
        var changes = connection.Rows($"{Select}, revision FROM search_entry WHERE revision > $revision ORDER BY revision",
            row => (Article: row.GetInt32(0), Entry: Read(row), Revision: row.GetInt64(6)), ("$revision", Revision));
        foreach (var group in changes.GroupBy(change => change.Article / EntryChunk.Size)) renewed.Take(group.Key, [.. group.Select(change => (change.Article % EntryChunk.Size, change.Entry))]);
        return renewed.At(revision, log.With([.. changes.Select(change => new Change(change.Revision, change.Article))]));
    }

    /// <summary>Columns on their way from one revision to another.</summary>
    private sealed class Renewal(EntryColumns from, FacetValues values)
    {
        private readonly List<EntryChunk?> chunks = [.. from.chunks];
        private long alive = from.Alive, lengths = from.TotalLength;
        private int newest = from.NewestDay;
        private bool clusters = from.HasClusters;

        /// <summary>Takes all rows of the store, one chunk in memory at a time.</summary>
        public void TakeAll(SqliteConnection connection)
        {
            using var command = connection.Sql($"{Select} FROM search_entry ORDER BY number");
            using var row = command.ExecuteReader();
            var (index, entries) = (0, new List<(int Row, Entry Entry)>(EntryChunk.Size));
            while (row.Read())
            {
                var article = row.GetInt32(0);
                if (article / EntryChunk.Size != index && entries.Count > 0)
                {
                    Take(index, entries);
                    entries.Clear();
                }
                index = article / EntryChunk.Size;
                entries.Add((article % EntryChunk.Size, Read(row)));
            }
            if (entries.Count > 0) Take(index, entries);
        }

        /// <summary>Takes changed rows of one chunk, the last of each row where one comes twice.</summary>
        public void Take(int index, IReadOnlyList<(int Row, Entry Entry)> changes)
        {
            while (chunks.Count <= index) chunks.Add(null);
            var old = chunks[index];
            foreach (var (row, entry) in changes)
            {
                if (old is not null && old.Alive[row]) (alive, lengths) = (alive - 1, lengths - old.Length[row]);
                if (!entry.Alive) continue;
                (alive, lengths) = (alive + 1, lengths + entry.Length);
                newest = Math.Max(newest, entry.Day);
                clusters |= entry.Cluster != 0;
            }
            chunks[index] = EntryChunk.With(old, changes, values);
        }

        public EntryColumns At(long revision, ChangeLog log) => new(revision, [.. chunks], values, log, alive, lengths, newest, clusters);
    }

    private static Entry Read(SqliteDataReader row)
    {
        var day = row.IsDBNull(2) ? Entry.NoDay : row.GetInt32(2);
        return new(row.GetInt32(1) != 0, day, Month(day), (ushort)Math.Min(row.GetInt32(3), ushort.MaxValue), row.IsDBNull(4) ? 0 : row.GetInt32(4), FacetIds.Unpack((byte[])row.GetValue(5)));
    }

    private static short Month(int day)
    {
        if (day == Entry.NoDay) return -1;
        var date = JalaliDate.From(DateOnly.FromDayNumber(day));
        return date.Year is >= FirstYear and < FirstYear + Months / 12 ? (short)((date.Year - FirstYear) * 12 + date.Month - 1) : (short)-1;
    }
}
