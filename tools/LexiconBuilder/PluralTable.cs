namespace NewsMiner.LexiconBuilder;

/// <summary>Plurals that a dictionary lists as words of their own, with the singular it lists too.</summary>
internal static class PluralTable
{
    /// <summary>An ending of the plural and what the singular may have in its place, the likeliest first.</summary>
    private static readonly (string Ending, string[] Instead)[] Endings =
    [
        ("جات", ["", "ه"]), ("یات", ["", "یه", "یت", "ی"]), ("ات", ["", "ه", "ت"]), ("ین", [""]), ("یون", ["ی", ""]), ("ون", [""]), ("گان", ["ه"]), ("ان", [""]),
    ];

    public static IEnumerable<string> Rows(string folder)
    {
        var plurals = new SortedSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Tables.Lines(folder, "hazm-lexicon/words.dat"))
        {
            var cells = line.Split('\t');
            if (cells[2] == "0") continue;
            var word = Tables.Spelling(cells[0]);
            if (cells[2].Split(',').Contains("PL") || IsPluralByForm(word)) plurals.Add(word);
            else others.Add(word);
        }
        foreach (var plural in plurals)
        {
            if (Singular(plural, others) is { } singular) yield return $"{plural}\t{singular}";
        }
    }

    /// <summary>Participles in the plural and Arabic ones that the dictionary does not mark: «نویسندگان», «متخصصین».</summary>
    private static bool IsPluralByForm(string word) =>
        word.Length > 6 && (word.EndsWith("ندگان", StringComparison.Ordinal) || word.EndsWith("تگان", StringComparison.Ordinal) || word.EndsWith("یدگان", StringComparison.Ordinal))
        || word.Length > 5 && word[0] == 'م' && word.EndsWith("ین", StringComparison.Ordinal);

    private static string? Singular(string plural, HashSet<string> words)
    {
        foreach (var (ending, instead) in Endings)
        {
            if (plural.Length < ending.Length + 3 || !plural.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = plural[..^ending.Length].TrimEnd('\u200c');
            if (Array.Find(instead, end => words.Contains(stem + end)) is { } found) return stem + found;
        }
        return null;
    }
}
