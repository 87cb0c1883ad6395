namespace NewsMiner.Api.Tests.Native;

/// <summary>The published program <c>newsminer-crawler</c>, where the environment names it: publishing it takes a native linker, which a test run does not ask for.</summary>
internal static class NativeCrawler
{
    private const string Variable = "NEWSMINER_CRAWLER";

    /// <summary>The program's file, or null.</summary>
    public static string? Program => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file && File.Exists(file) ? file : null;

    /// <summary>Why tests of it are skipped, or null.</summary>
    public static string? Missing => Program is null ? $"the environment names no published newsminer-crawler in {Variable}" : null;
}

/// <summary>A test of the published native crawler; skipped, with the reason, where there is none.</summary>
internal sealed class NativeCrawlerFactAttribute : FactAttribute
{
    public NativeCrawlerFactAttribute() => Skip = NativeCrawler.Missing;
}
