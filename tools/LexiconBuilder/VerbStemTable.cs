using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.LexiconBuilder;

/// <summary>Verbs by their stems, the particles of prefixed verbs set apart; those outside the list of today's verbs are marked rare.</summary>
internal static class VerbStemTable
{
    private static readonly string[] Prefixes = ["باز", "فرا", "فرو", "بر", "در", "وا", "ور"];

    private static readonly (string Past, string Present)[] NoVerbs = [("هشت", "هل"), ("بود", "است"), ("", "هست")];

    public static IEnumerable<VerbStem> Stems(string folder)
    {
        var common = Tables.Lines(folder, "shekar-lexicon/verbs.csv").Select(line => line.Split(',')).Where(cells => cells.Length >= 2)
            .Select(cells => (Past: Tables.Spelling(cells[1]), Present: Tables.Spelling(cells[0]))).Where(IsPair).ToHashSet();
        var all = Tables.Lines(folder, "hazm-lexicon/verbs.dat").Select(line => line.Split('#')).Where(cells => cells.Length == 2)
            .Select(cells => (Past: Tables.Spelling(cells[0]), Present: Tables.Spelling(cells[1]))).Where(IsPair).Union(common).ToHashSet();
        foreach (var (past, present) in all.Except(NoVerbs))
        {
            var prefix = Prefixes.FirstOrDefault(prefix => past.StartsWith(prefix, StringComparison.Ordinal) && present.StartsWith(prefix, StringComparison.Ordinal)
                && all.Contains((past[prefix.Length..], present[prefix.Length..])), "");
            yield return new(prefix, past[prefix.Length..], present[prefix.Length..], !common.Contains((past, present)));
        }
    }

    /// <summary>A verb as the row of its table.</summary>
    public static string Row(VerbStem stem) => $"{stem.Prefix}\t{stem.Past}\t{stem.Present}{(stem.Rare ? "\trare" : "")}";

    private static bool IsPair((string Past, string Present) pair) => pair.Past.Length > 1 && pair.Present.Length > 0 && (pair.Past + pair.Present).All(char.IsLetter);
}
