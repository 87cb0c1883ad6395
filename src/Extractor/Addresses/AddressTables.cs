using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Addresses;

/// <summary>What the tables beside this file say of addresses.</summary>
internal static class AddressTables
{
    private static readonly string[] Tracking = [.. LanguageTable.Read("Addresses/tracking-parameters.tsv").Select(row => row[0])];

    private static readonly FrozenSet<string> TrackingNames =
        Tracking.Where(name => !name.EndsWith('*')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TrackingBeginnings = [.. Tracking.Where(name => name.EndsWith('*')).Select(name => name[..^1])];

    /// <summary>The forms of article paths, in the table's order.</summary>
    public static IReadOnlyList<ArticlePath> ArticlePaths { get; } = [.. LanguageTable.Read("Addresses/article-paths.tsv").Select(row =>
        row.Cells.Length == 2 ? new ArticlePath(row[0].Split('/'), row[1].Split('/')) : throw row.Bad("a path and its shortest form are expected"))];

    /// <summary>Whether a query parameter names a visit and not a page.</summary>
    public static bool IsTracking(string parameter) =>
        TrackingNames.Contains(parameter) || Array.Exists(TrackingBeginnings, beginning => parameter.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
