using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Clusters;

/// <summary>The word pairs of texts lately compared or written, which copies of them are compared with next, by the digest of the article: equal digests, equal pairs.</summary>
internal sealed class KnownTexts
{
    /// <summary>The texts remembered, the latest.</summary>
    private const int Most = 4096;

    private static readonly ConditionalWeakTable<SqliteConnection, KnownTexts> ByConnection = [];

    private readonly Latest<UInt128, WordPairs> known = new(Most);

    public static KnownTexts For(SqliteConnection connection) => ByConnection.GetValue(connection, _ => new());

    /// <summary>Remembers the pairs of a text.</summary>
    public void Add(ReadOnlySpan<byte> digest, WordPairs pairs) => known.TryAdd(BinaryPrimitives.ReadUInt128LittleEndian(digest), pairs);

    /// <summary>The pairs of an article in the store, which is unpacked where they are not remembered.</summary>
    public WordPairs Of(SqliteConnection connection, long number, byte[] digest)
    {
        if (known.TryGet(BinaryPrimitives.ReadUInt128LittleEndian(digest), out var remembered)) return remembered;
        var pairs = Shingles.Of(ClusterBook.Body(connection, number)).Pairs();
        Add(digest, pairs);
        return pairs;
    }
}
