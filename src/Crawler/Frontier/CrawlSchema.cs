using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler.Frontier;

/// <summary>The crawler's tables in the store's file; a script for each version.</summary>
internal static class CrawlSchema
{
    private static readonly string[] Scripts = [Read("Frontier/frontier.sql"), Read("Frontier/manners.sql")];

    /// <summary>Makes or renews the tables.</summary>
    public static void Ensure(NewsDatabase database) => database.Migrate("crawler", Scripts);

    private static string Read(string name)
    {
        using var stream = typeof(CrawlSchema).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name}: the script is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
