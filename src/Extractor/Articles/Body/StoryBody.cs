using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles.Body;

/// <summary>The lines of a page's story: where its family keeps them, checked against what a generic reader finds.</summary>
internal static class StoryBody
{
    /// <summary>A family's place with less than this share of the generic story around it holds only a part of it.</summary>
    private const double PartShare = 0.4;

    /// <summary>Less text than this in JSON-LD is a summary; UTF-16 units.</summary>
    private const int MinLinked = 200;

    /// <summary>Reads the lines; none where no story stands on the page.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="family">Where its family keeps the story.</param>
    /// <param name="linked">The <c>articleBody</c> of its JSON-LD, or null: a check on what is found, and the story itself where a script would have drawn it.</param>
    /// <param name="minLength">Less text than this at the family's place is none; UTF-16 units.</param>
    /// <param name="evidence">Takes what was found.</param>
    public static BodyFound Read(PageTree tree, Family family, string? linked, int minLength, List<FieldEvidence> evidence)
    {
        var found = Shown(tree, family, minLength, evidence);
        if (linked is not { Length: >= MinLinked }) return found;
        var shown = found.Lines.Sum(line => line.Length);
        if (!found.IsList && shown >= PartShare * linked.Length) return found;
        string[] lines = [.. PlainLines(linked)];
        evidence.Add(new("paragraphs", "json-ld articleBody", $"{lines.Length} lines", found.IsList ? "the page shows a list of links" : $"the page shows {shown} of its {linked.Length} characters"));
        return new(lines, false);
    }

    /// <summary>Some outlets write their markup into the JSON-LD.</summary>
    private static IEnumerable<string> PlainLines(string linked) =>
        linked.Contains("</", StringComparison.Ordinal) ? BlockText.Lines(new PageTree(PageParser.Parse(linked)), 0)
        : linked.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static BodyFound Shown(PageTree tree, Family family, int minLength, List<FieldEvidence> evidence)
    {
        var blocks = TextBlocks.Of(tree);
        var clutter = Clutter.Mark(tree, blocks);
        var visible = GenericBody.Visible(tree, blocks, clutter);
        var generic = GenericBody.Find(tree, Family.Generic, clutter, visible);
        var lines = generic is null ? [] : BlockText.Lines(tree, generic.Root, generic.Without);
        var named = family == Family.Generic ? null : Named(tree, family, minLength, clutter, visible);
        if (named is { } own)
        {
            var isPart = generic is not null && tree.Holds(generic.Root, own.Place) && own.Place != generic.Root && own.Lines.Sum(line => line.Length) < PartShare * lines.Sum(line => line.Length);
            evidence.Add(new("paragraphs", family.Name + " body", $"{own.Lines.Count} lines", isPart ? "refused: a small part of the story around it" : null));
            if (!isPart) return new(own.Lines, false);
        }
        else if (family != Family.Generic && family.Fields.ContainsKey("body"))
        {
            // A page of a family without the family's story is one of its lists, unless it says otherwise by its text.
            if (generic is null || generic.IsList || generic.Place == GenericBody.Densest && lines.Count(line => line.Length >= 100) < 3) return new([], false);
            evidence.Add(new("paragraphs", family.Name + " body", "0 lines", "the family's place is not on the page"));
        }
        if (generic is null) return new([], false);
        evidence.Add(new("paragraphs", "generic: " + generic.Place, $"{lines.Count} lines"));
        return new(lines, generic.IsList);
    }

    private static (int Place, List<string> Lines)? Named(PageTree tree, Family family, int minLength, bool[] clutter, List<TextBlock> visible)
    {
        foreach (var place in family.Find(tree, "body"))
        {
            var without = (bool[])clutter.Clone();
            foreach (var unwanted in family.Find(tree, "remove")) without[unwanted] = true;
            StoryTrim.MarkInside(tree, place, visible, without);
            var lines = BlockText.Lines(tree, place, without);
            if (lines.Sum(line => line.Length) > minLength) return (place, lines);
        }
        return null;
    }
}
