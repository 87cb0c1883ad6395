using System.Collections.Frozen;
using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Articles;

/// <summary>A family of content management systems: how its pages are known and where they keep the parts of an article.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Fields">The selectors of each field, the best first.</param>
internal sealed record Family(string Name, FrozenDictionary<string, MarkupSelector[]> Fields)
{
    private static readonly string[] FieldNames = ["detect", "kicker", "title", "lead", "body", "date", "updated", "code", "section", "tags", "author", "outlet", "remove"];

    private static readonly IReadOnlyList<Family> All = [.. LanguageTable.Read("Articles/families.tsv")
        .GroupBy(row => row[0])
        .Select(rows => new Family(rows.Key, Compile(rows)))];

    /// <summary>What is used where no family fits: what semantic markup of any site offers.</summary>
    public static readonly Family Generic = All.First(family => family.Name == "generic");

    /// <summary>The first family of the table whose page this is; families are listed from the most telling sign to the least.</summary>
    public static Family Of(PageTree tree) =>
        All.FirstOrDefault(family => family.Fields.TryGetValue("detect", out var signs) && signs.Any(sign => sign.First(tree) is not null)) ?? Generic;

    /// <summary>The elements that hold a field, those of the best selector first.</summary>
    public IEnumerable<int> Find(PageTree tree, string field) => FindEach(tree, field).SelectMany(places => places);

    /// <summary>What each selector of a field gives, the best first.</summary>
    public IEnumerable<IEnumerable<int>> FindEach(PageTree tree, string field) =>
        Fields.TryGetValue(field, out var selectors) ? selectors.SelectMany(selector => selector.FindEach(tree)) : [];

    private static FrozenDictionary<string, MarkupSelector[]> Compile(IEnumerable<TableRow> rows) => rows
        .GroupBy(row => FieldNames.Contains(row[1]) ? row[1] : throw row.Bad($"'{row[1]}' is none of {string.Join(", ", FieldNames)}"))
        .ToFrozenDictionary(field => field.Key, field => field.Select(Compile).ToArray());

    private static MarkupSelector Compile(TableRow row)
    {
        try
        {
            return new(row[2]);
        }
        catch (FormatException bad)
        {
            throw row.Bad(bad.Message);
        }
    }
}
