using System.Text.RegularExpressions;

namespace NewsMiner.Evaluation.Numbers;

/// <summary>
/// The classes of published rows whose convention is not ours (<c>declined.tsv</c>): table, call, what the arguments look
/// like (a regular expression over them), and why it is declined.
/// </summary>
internal static class DeclinedClasses
{
    private static readonly (string Table, string Call, Regex Args, string Why)[] Classes = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Numbers", "declined.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(cells => (cells[0], cells[1], new Regex(cells[2], RegexOptions.CultureInvariant), cells[3]))];

    /// <summary>Why a row is declined, or null where its convention is ours.</summary>
    public static string? Why(string table, string call, string shownArgs)
    {
        foreach (var row in Classes)
        {
            if (row.Table == table && row.Call == call && row.Args.IsMatch(shownArgs)) return row.Why;
        }
        return null;
    }
}
