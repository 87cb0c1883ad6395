using NewsMiner.Crawler.Sources;

namespace NewsMiner.Api.Demo;

/// <summary>The outlets that come with the program: their sources and the folders of their files.</summary>
internal static class DemoOutlets
{
    /// <summary>The bundled sources; each has its files in <see cref="FolderOf"/>.</summary>
    public static IReadOnlyList<CrawlSource> Sources => SourceList.Read(Path.Combine(AppContext.BaseDirectory, "Demo", "demo-sources.json"));

    /// <summary>The folder of a source's files.</summary>
    public static string FolderOf(CrawlSource source) => Path.Combine(AppContext.BaseDirectory, "demo", source.Id);
}
