using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>A value of a facet, such as a province's name.</summary>
internal sealed record FacetValue(int Id, string Facet, string Name, string Key);

/// <summary>All values of facets by id, as of one state of the store.</summary>
internal sealed class FacetValues
{
    private readonly FacetValue?[] byId;
    private readonly Dictionary<string, FacetValue[]> byFacet;

    private FacetValues(FacetValue?[] byId, Dictionary<string, FacetValue[]> byFacet) => (this.byId, this.byFacet) = (byId, byFacet);

    public static FacetValues Empty { get; } = new([], []);

    /// <summary>Ids lie below this.</summary>
    public int Capacity => byId.Length;

    public FacetValue? this[int id] => byId[id];

    /// <summary>The values of a facet.</summary>
    public ReadOnlySpan<FacetValue> Of(string facet) => byFacet.GetValueOrDefault(facet);

    /// <summary>The ids of the values of a facet whose folded name is as asked.</summary>
    public int[] Ids(string facet, Func<string, bool> key)
    {
        var ids = new List<int>();
        foreach (var value in Of(facet))
        {
            if (key(value.Key)) ids.Add(value.Id);
        }
        return [.. ids];
    }

    /// <summary>The values of a facet, each under its folded name.</summary>
    public Dictionary<string, string> Names(string facet)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in Of(facet)) names.TryAdd(value.Key, value.Name);
        return names;
    }

    /// <summary>The first of some ids that is a value of a facet, or -1.</summary>
    public int First(ReadOnlySpan<int> ids, string facet)
    {
        foreach (var id in ids)
        {
            if (byId[id]!.Facet == facet) return id;
        }
        return -1;
    }

    /// <summary>These and what was added since.</summary>
    public FacetValues Newer(SqliteConnection connection)
    {
        var added = connection.Rows("SELECT id, facet, name FROM search_value WHERE id >= $from ORDER BY id",
            row => new FacetValue(row.GetInt32(0), string.Intern(row.GetString(1)), row.GetString(2), Fold.Key(row.GetString(2))), ("$from", byId.Length));
        if (added.Count == 0) return this;
        var all = new FacetValue?[added[^1].Id + 1];
        byId.CopyTo(all, 0);
        foreach (var value in added) all[value.Id] = value;
        var facets = new Dictionary<string, FacetValue[]>(byFacet, StringComparer.Ordinal);
        foreach (var group in added.GroupBy(value => value.Facet, StringComparer.Ordinal)) facets[group.Key] = [.. Of(group.Key), .. group];
        return new(all, facets);
    }
}

/// <summary>Ids of facet values as they lie in the file: LEB128 varints, each id once.</summary>
internal sealed class FacetIds
{
    private readonly List<int> ids = [];
    private readonly List<byte> bytes = [];

    /// <summary>The ids added, packed; until the next change.</summary>
    public ReadOnlySpan<byte> Packed => CollectionsMarshal.AsSpan(bytes);

    public void Clear()
    {
        ids.Clear();
        bytes.Clear();
    }

    public void Add(int id)
    {
        if (ids.Contains(id)) return;
        ids.Add(id);
        var rest = (uint)id;
        for (; rest >= 0x80; rest >>= 7) bytes.Add((byte)(rest | 0x80));
        bytes.Add((byte)rest);
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
