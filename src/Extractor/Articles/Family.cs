using System.Collections.Frozen;
using AngleSharp.Dom;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Articles;

/// <summary>A family of content management systems: how its pages are known and where they keep the parts of an article.</summary>
internal sealed record Family(string Name, FrozenDictionary<string, string> Selectors)
{
    /// <summary>What is used where no family fits: what semantic markup of any site offers.</summary>
    public static readonly Family Generic = new("generic", new Dictionary<string, string>
    {
        ["title"] = "[itemprop=headline], article h1, h1",
        ["lead"] = "[itemprop=description], .lead, .summary",
        ["date"] = "time[datetime], [itemprop=datePublished], .date, .time",
    }.ToFrozenDictionary());

    private static readonly IReadOnlyList<Family> All = [.. LanguageTable.Read("Articles/families.tsv")
        .GroupBy(row => row[0])
        .Select(rows => new Family(rows.Key, rows.GroupBy(row => row[1]).ToFrozenDictionary(field => field.Key, field => string.Join(", ", field.Select(row => row[2])))))];

    /// <summary>The first family of the table whose page this is; families are listed from the most telling sign to the least.</summary>
    public static Family Of(IDocument document) =>
        All.FirstOrDefault(family => family.Selectors.TryGetValue("detect", out var sign) && document.QuerySelector(sign) is not null) ?? Generic;

    /// <summary>The elements that hold a field.</summary>
    public IEnumerable<IElement> Find(IParentNode root, string field) =>
        Selectors.TryGetValue(field, out var selector) ? root.QuerySelectorAll(selector) : [];
}
