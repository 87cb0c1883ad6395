using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>A value of a facet, such as a province's name.</summary>
internal sealed record FacetValue(int Id, string Facet, string Name, string Key);

/// <summary>All values of facets by id, as of one state of the store.</summary>
internal sealed class FacetValues
{
    private readonly ImmutableList<FacetValue?> byId;

    private FacetValues(ImmutableList<FacetValue?> byId) => this.byId = byId;

    public static FacetValues Empty { get; } = new([]);

    /// <summary>Ids lie below this.</summary>
    public int Capacity => byId.Count;

    public FacetValue? this[int id] => byId[id];

    /// <summary>The ids of the values of a facet whose folded name is as asked.</summary>
    public int[] Ids(string facet, Func<string, bool> key) => [.. byId.Where(value => value is not null && value.Facet == facet && key(value.Key)).Select(value => value!.Id)];

    /// <summary>These and what was added since.</summary>
    public FacetValues Newer(SqliteConnection connection)
    {
        var added = connection.Rows("SELECT id, facet, name FROM search_value WHERE id >= $from ORDER BY id",
            row => new FacetValue(row.GetInt32(0), row.GetString(1), row.GetString(2), Fold.Key(row.GetString(2))), ("$from", byId.Count));
        if (added.Count == 0) return this;
        var builder = byId.ToBuilder();
        foreach (var value in added)
        {
            while (builder.Count < value.Id) builder.Add(null);
            builder.Add(value);
        }
        return new(builder.ToImmutable());
    }
}

/// <summary>Ids of facet values as they lie in the file: LEB128 varints.</summary>
internal static class FacetIds
{
    public static byte[] Pack(IEnumerable<int> ids)
    {
        var bytes = new List<byte>();
        foreach (var id in ids)
        {
            var rest = (uint)id;
            for (; rest >= 0x80; rest >>= 7) bytes.Add((byte)(rest | 0x80));
            bytes.Add((byte)rest);
        }
        return [.. bytes];
    }

    public static int[] Unpack(byte[] bytes)
    {
        var ids = new List<int>(bytes.Length);
        for (var at = 0; at < bytes.Length;)
        {
            var (id, shift) = (0u, 0);
            do
            {
                id |= (uint)(bytes[at] & 0x7F) << shift;
                shift += 7;
            }
            while ((bytes[at++] & 0x80) != 0 && at < bytes.Length);
            ids.Add((int)id);
        }
        return [.. ids];
    }
}
