using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>The verbs of <c>verb-stems.tsv</c>.</summary>
public static class VerbStems
{
    /// <summary>All verbs, in the order of the table.</summary>
    public static IEnumerable<VerbStem> All => LanguageTable.Read("Text/Morphology/verb-stems.tsv").Select(Read);

    private static VerbStem Read(TableRow row)
    {
        if (row.Cells.Length < 3) throw row.Bad("a verb has a prefix, a past stem and a present stem");
        return new(row[0], row[1], row[2], row[3] switch { "" => false, "rare" => true, var other => throw row.Bad($"'{other}' is neither empty nor 'rare'") });
    }
}
