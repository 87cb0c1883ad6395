using NewsMiner.Index.Clusters;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Search;

namespace NewsMiner.Index.Storage;

/// <summary>The tables of store and search; a script for each version.</summary>
internal static class StoreSchema
{
    private static readonly string[] Scripts =
        [Read("Storage/store.sql"), Read("Storage/store-copies.sql"), Read("Storage/store-lists.sql"), Read("Storage/store-numbers.sql")];
    private static readonly string[] SearchScripts = [Read("Storage/search.sql"), Read("Storage/search-places.sql"), Read("Storage/search-merges.sql")];
    private static readonly string[] ReviewScripts = [Read("Reviews/reviews.sql")];

    /// <summary>Makes or renews the tables.</summary>
    public static void Ensure(NewsDatabase database)
    {
        database.Migrate("store", Scripts);
        database.Migrate("search", SearchScripts);
        database.Migrate("reviews", ReviewScripts);
        ClusterBook.Ensure(database);
        FactWords.Renew(database);
        SearchEntries.Renew(database);
    }

    /// <summary>An embedded script.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name}: the script is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
