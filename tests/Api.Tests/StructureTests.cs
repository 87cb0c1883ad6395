using System.Reflection;
using NewsMiner.Extractor;
using NewsMiner.Index;

namespace NewsMiner.Api.Tests;

/// <summary>The walls of the house: who may know whom.</summary>
public sealed class StructureTests
{
    [Fact]
    public void ExtractorReferencesNothingOfOurs() => Assert.Empty(OurReferences(typeof(ArticleAnalyzer).Assembly));

    [Fact]
    public void IndexReferencesOnlyTheExtractor() => Assert.Equal(["NewsMiner.Extractor"], OurReferences(typeof(NewsIndex).Assembly));

    [Fact]
    public void CrawlerReferencesExtractorAndIndex() =>
        Assert.Equal(["NewsMiner.Extractor", "NewsMiner.Index"], OurReferences(Assembly.Load("NewsMiner.Crawler")));

    private static string[] OurReferences(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("NewsMiner.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
