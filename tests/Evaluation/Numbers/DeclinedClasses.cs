using System.Text.RegularExpressions;

namespace NewsMiner.Evaluation.Numbers;

/// <summary>
/// The classes of published rows whose convention is not ours (the files <c>declined.tsv</c>): table, call (its beginning where
/// a star ends it), what the arguments look like (a regular expression over them), and why it is declined.
/// </summary>
internal static class DeclinedClasses
{
    private static readonly (string Table, string Call, Regex Args, string Why)[] Classes = [.. new[] { "Numbers", "Text" }
        .SelectMany(folder => File.ReadLines(Path.Combine(AppContext.BaseDirectory, folder, "declined.tsv")))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(cells => (cells[0], cells[1], new Regex(cells[2], RegexOptions.CultureInvariant), cells[3]))];

    /// <summary>Why a row is declined, or null where its convention is ours.</summary>
    public static string? Why(string table, string call, string shownArgs)
    {
        foreach (var row in Classes)
        {
            if (row.Table == table && IsCall(row.Call, call) && row.Args.IsMatch(shownArgs)) return row.Why;
        }
        return null;
    }

    private static bool IsCall(string declined, string call) => declined.EndsWith('*') ? call.StartsWith(declined[..^1], StringComparison.Ordinal) : call == declined;
}
