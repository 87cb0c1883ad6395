using NewsMiner.Extractor.Articles.Markup;

namespace NewsMiner.Extractor.Articles;

/// <summary>Settles when an article was published and changed, from every place that says so.</summary>
internal static class PublicationTimes
{
    /// <summary>The two times; each candidate and what became of it goes into <paramref name="evidence"/>.</summary>
    public static (PublicationTime? Published, PublicationTime? Updated) Read(PageTree tree, Family family, PageMeta meta, List<FieldEvidence> evidence)
    {
        var candidates = new List<(string Place, string Value, PublicationTime Time)>();
        void Add((string Place, string Value)? found)
        {
            if (found is { } named && PageDates.Parse(named.Value) is { } time) candidates.Add((named.Place, named.Value, time));
        }
        foreach (var element in family.Find(tree, "date"))
        {
            if (tree.Attribute(element, "datetime") is { } machine) Add((family.Name + " date@datetime", machine));
            Add((family.Name + " date", BlockText.OneLine(tree, element)));
        }
        var visible = candidates.Count;
        Add(meta.Meta("article:published_time", "datePublished", "nastooh:publishDate", "pubdate", "dc.date"));
        Add(meta.Linked("datePublished"));
        Add(meta.Meta("date"));
        PublicationTime? updated = null;
        if ((meta.Meta("article:modified_time", "dateModified", "og:updated_time") ?? meta.Linked("dateModified")) is { } modified && PageDates.Parse(modified.Value) is { } change) updated = change;
        if (candidates.Count == 0) return (null, updated);

        // The day that most places name is the day; of its places the one with an hour is the time, metas before what is drawn.
        var day = candidates.GroupBy(candidate => candidate.Time.Day).OrderByDescending(group => group.Count()).ThenBy(group => candidates.FindIndex(candidate => candidate.Time.Day == group.Key)).First().Key;
        var chosen = candidates.Skip(visible).Concat(candidates.Take(visible)).Where(candidate => candidate.Time.Day == day).OrderByDescending(candidate => candidate.Time.Instant is not null).First();
        foreach (var (place, value, time) in candidates)
            evidence.Add(new("published", place, value, (place, value) == (chosen.Place, chosen.Value) ? "chosen" : time.Day == day ? null : "another day than most places say"));
        if (updated is { } late && late.Instant < chosen.Time.Instant)
        {
            evidence.Add(new("updated", "meta", late.ToString(), "earlier than the publication: refused"));
            updated = null;
        }
        return (chosen.Time, updated);
    }
}
