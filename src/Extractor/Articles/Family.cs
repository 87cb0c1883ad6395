using System.Collections.Frozen;
using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Articles;

/// <summary>A family of content management systems: how its pages are known and where they keep the parts of an article.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Fields">The selectors of each field, the best first.</param>
internal sealed record Family(string Name, FrozenDictionary<string, MarkupSelector[]> Fields)
{
    private static readonly string[] FieldNames = ["detect", "kicker", "title", "lead", "body", "date", "code", "section", "tags", "author", "remove"];

    /// <summary>The families of the table, the most telling first.</summary>
    public static readonly IReadOnlyList<Family> All = [.. LanguageTable.Read("Articles/families.tsv")
        .GroupBy(row => row[0])
        .Select(rows => new Family(rows.Key, rows.GroupBy(FieldOf).ToFrozenDictionary(field => field.Key, field => field.Select(Compile).ToArray())))];

    /// <summary>What is used where no family fits: what semantic markup of any site offers.</summary>
    public static readonly Family Generic = Named("generic")!;

    /// <summary>The family of a name in the tables.</summary>
    public static Family? Named(string name) => All.FirstOrDefault(family => family.Name == name);

    /// <summary>The first family of the table whose page this is; families are listed from the most telling sign to the least.</summary>
    public static Family Of(PageTree tree) =>
        All.FirstOrDefault(family => family.Fields.TryGetValue("detect", out var signs) && signs.Any(sign => sign.First(tree) is not null)) ?? Generic;

    /// <summary>The elements that hold a field, those of the best selector first.</summary>
    public IEnumerable<int> Find(PageTree tree, string field) => FindEach(tree, field).SelectMany(places => places);

    /// <summary>What each selector of a field gives, the best first.</summary>
    public IEnumerable<IEnumerable<int>> FindEach(PageTree tree, string field) =>
        Fields.TryGetValue(field, out var selectors) ? selectors.SelectMany(selector => selector.FindEach(tree)) : [];

    /// <summary>The texts of the elements that hold a field, without empty ones.</summary>
    public IEnumerable<(int Place, string Text)> Texts(PageTree tree, string field) =>
        Find(tree, field).Select(place => (place, BlockText.OneLine(tree, place))).Where(found => found.Item2.Length > 0);

    /// <summary>The texts that hold a field, by the family's places, else by those that any site may have.</summary>
    public (string Family, IReadOnlyList<string> Texts) Shown(PageTree tree, string field)
    {
        foreach (var family in (ReadOnlySpan<Family>)[this, Generic])
        {
            if (family.Texts(tree, field).Select(found => found.Text).ToArray() is { Length: > 0 } texts) return (family.Name, texts);
        }
        return (Name, []);
    }

    /// <summary>The family with a selector of a site's own before those of a field.</summary>
    public Family With(TableRow row)
    {
        var (field, selector) = (row[2], Compile(row with { Cells = [row[1], row[2], row[3]] }));
        if (!FieldNames.Contains(field)) throw row.Bad($"'{field}' is none of {string.Join(", ", FieldNames)}");
        return this with { Fields = Fields.Append(new(field, [selector, .. Fields.GetValueOrDefault(field) ?? []])).Reverse().DistinctBy(entry => entry.Key).ToFrozenDictionary() };
    }

    private static string FieldOf(TableRow row) => FieldNames.Contains(row[1]) ? row[1] : throw row.Bad($"'{row[1]}' is none of {string.Join(", ", FieldNames)}");

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
