using NewsMiner.Extractor.Articles.Body;
using NewsMiner.Extractor.Articles.Markup;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>Settles when an article was published and changed, from every place that says so.</summary>
internal sealed class PublicationTimes(bool isPersian)
{
    private sealed record Candidate(string Place, string Value, PublicationTime Time, int Weight, bool IsSeen);

    /// <summary>Places of no family count as this many nodes further from the headline.</summary>
    private const int Generic = 1_000_000;

    /// <summary>Longer lines are sentences that speak of a day; characters without white space.</summary>
    private const int MaxDateLine = 70;

    /// <summary>A line without a word such as «انتشار» says the date of the story only this near its headline; nodes.</summary>
    private const int Near = 60;

    private static readonly string[] DateWords = ["تاریخ", "انتشار", "ثبت", "منتشر", "published", "posted", "updated", "date"];

    private readonly List<Candidate> candidates = [];

    /// <summary>The two times; each candidate and what became of it goes into <paramref name="evidence"/>.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="family">Where the family shows the date.</param>
    /// <param name="meta">What the head says.</param>
    /// <param name="url">The address; some hold the day.</param>
    /// <param name="code">The news code; some begin with the day.</param>
    /// <param name="headline">The place of the headline, near which the date stands.</param>
    /// <param name="evidence">Takes what was found.</param>
    public static (PublicationTime? Published, PublicationTime? Updated) Read(PageTree tree, Family family, PageMeta meta, Uri url, string? code, int headline, List<FieldEvidence> evidence)
    {
        var times = new PublicationTimes((tree.Document.Title ?? "").AsSpan().ContainsAnyInRange('\u0600', '\u06FF'));
        times.AddSeen(tree, family, headline);
        if (times.candidates.Count == 0) times.AddUnnamed(tree, headline);
        foreach (var found in meta.All("article:published_time", "og:article:published_time", "datePublished", "nastooh:publishDate", "pubdate", "publishdate", "dc.date.issued", "sailthru.date", "parsely-pub-date")) times.Add(found, 3);
        if (meta.Linked("datePublished") is { } linked) times.Add(linked, 3);
        foreach (var found in meta.All("date", "dc.date")) times.Add(found, 1);
        if (code is not null && PageDates.OfCode(code) is { } coded) times.candidates.Add(new("code", code, PublicationTime.On(coded), 2, false));
        if (OfAddress(url) is { } day) times.candidates.Add(new("address", url.AbsolutePath, PublicationTime.On(day), 2, false));
        var modified = (meta.Meta("article:modified_time", "dateModified", "og:updated_time", "lastmod") ?? meta.Linked("dateModified")) is { } found2 && PageDates.Parse(found2.Value) is { } change ? (found2.Place, found2.Value, Time: change) : default;
        return times.Settle(modified, evidence);
    }

    private void Add((string Place, string Value) found, int weight)
    {
        if (PageDates.Parse(found.Value) is { } time) candidates.Add(new(found.Place, found.Value, time, weight, false));
    }

    /// <summary>The dates the page shows: of a family's own places all, of generic ones the nearest to the headline; those of menus, headers and lists never.</summary>
    private void AddSeen(PageTree tree, Family family, int headline)
    {
        var seen = new List<(Candidate Candidate, int Distance)>();
        var own = family == Family.Generic ? [] : family.Find(tree, "date").ToHashSet();
        foreach (var place in own.Concat(Family.Generic.Find(tree, "date")).Distinct())
        {
            if (IsBeside(tree, place)) continue;
            var isOwn = own.Contains(place);
            if (!isOwn && seen.Exists(found => found.Distance < Generic)) break;
            foreach (var (how, value) in new[] { ("@datetime", tree.Attribute(place, "datetime")), ("@content", tree.Attribute(place, "content")), ("", BlockText.OneLine(tree, place)) })
            {
                if (value is { Length: > 5 and < 200 } && !Fold.Key(value).StartsWith("امروز", StringComparison.Ordinal) && PageDates.Parse(value) is { } time)
                    seen.Add((new((isOwn ? family.Name : "generic") + " date" + how, value, time, isOwn ? 3 : 2, true), Math.Abs(place - headline) + (isOwn ? 0 : Generic)));
            }
        }
        candidates.AddRange(seen.OrderBy(found => found.Distance).Take(4).Select((found, i) => i == 0 ? found.Candidate : found.Candidate with { Weight = 1 }));
    }

    /// <summary>A short line near the headline, or one that calls itself the date, on a page that names no place for it.</summary>
    private void AddUnnamed(PageTree tree, int headline)
    {
        var seen = new List<(Candidate Candidate, int Distance)>();
        foreach (var block in TextBlocks.Of(tree))
        {
            if (block.Length > MaxDateLine || block.LinkShare > 0.5) continue;
            var line = BlockText.OneLine(tree, block.Holder);
            if (line.Length > 2 * MaxDateLine || PageDates.Parse(line) is not { } time || IsBeside(tree, block.Start)) continue;
            var key = Fold.Key(line);
            var distance = Math.Abs(block.Start - headline);
            var isLabelled = DateWords.Any(word => key.Contains(word, StringComparison.Ordinal));
            if (!key.StartsWith("امروز", StringComparison.Ordinal) && (isLabelled || (headline > 0 && distance < Near))) seen.Add((new("line near the headline", line, time, 1, true), isLabelled ? distance - Near : distance));
        }
        if (seen.Count > 0) candidates.Add(seen.MinBy(found => found.Distance).Candidate);
    }

    private static bool IsBeside(PageTree tree, int place)
    {
        for (var at = tree[place].Parent; at > 0; at = tree[at].Parent)
        {
            if ((tree[at].Kind & TagKind.Aside) != 0 && !IsFooterOfArticle(tree, at) || tree[at].IsHidden || (tree[at].Names?.Purpose & Purpose.Never) is not (null or 0)) return true;
            if (tree[at].Element?.LocalName == "header" && !tree.Tagged("h1").Any(headline => tree.Holds(at, headline))) return true;
        }
        return false;
    }

    /// <summary>Within an article a footer holds what is said of that article.</summary>
    private static bool IsFooterOfArticle(PageTree tree, int at)
    {
        if (tree[at].Element?.LocalName != "footer") return false;
        for (at = tree[at].Parent; at > 0; at = tree[at].Parent)
        {
            if (tree[at].Element?.LocalName == "article") return true;
        }
        return false;
    }

    private (PublicationTime? Published, PublicationTime? Updated) Settle((string Place, string Value, PublicationTime Time) modified, List<FieldEvidence> evidence)
    {
        PublicationTime? updated = modified.Place is null ? null : modified.Time;
        if (candidates.Count == 0)
        {
            if (updated is not null) evidence.Add(new("updated", modified.Place!, modified.Value));
            return (null, updated);
        }
        // A story cannot be changed long before it appears: such a day is one it was scheduled for, and any other that is named is better.
        var possible = updated is { } last && candidates.Where(candidate => candidate.Time.Day <= last.Day.AddDays(1)).ToList() is { Count: > 0 } earlier ? earlier : candidates;
        var day = possible.GroupBy(candidate => candidate.Time.Day).OrderByDescending(group => group.Sum(candidate => candidate.Weight)).ThenByDescending(group => group.Max(candidate => candidate.Weight)).First().Key;
        var chosen = possible.Where(candidate => candidate.Time.Day == day).OrderByDescending(candidate => candidate.Time.Instant is not null).ThenByDescending(candidate => candidate.Weight).ThenBy(candidate => candidate.IsSeen).First();
        var published = chosen.Time;
        if (MislabelledAsUtc(chosen, day) is { } seen) (chosen, published) = (seen, seen.Time);
        foreach (var candidate in candidates)
        {
            evidence.Add(new("published", candidate.Place, candidate.Value, candidate == chosen ? "chosen"
                : candidate.Time.Day == day ? null
                : possible.Contains(candidate) ? "refused: another day than the stronger places say" : "refused: the page was changed before that day"));
        }
        if (updated is { } late)
        {
            var isBefore = late.Instant is { } changed && published.Instant is { } appeared ? changed < appeared : late.Day < published.Day;
            if (isBefore && late.Day < published.Day.AddDays(-1) && possible == candidates)
            {
                evidence.Add(new("published", modified.Place!, modified.Value, "chosen: the page was already changed then, the day it names lies later"));
                return (late, null);
            }
            evidence.Add(new("updated", modified.Place!, modified.Value, isBefore ? "refused: earlier than the publication" : null));
            if (isBefore) updated = null;
        }
        return (published, updated);
    }

    /// <summary>A meta that says in UTC what the page shows as Tehran's time was never converted: the shown one is right.</summary>
    private Candidate? MislabelledAsUtc(Candidate chosen, DateOnly day) =>
        chosen is { IsSeen: false, Time.Instant: { } instant } && chosen.Value.TrimEnd() is [.., 'Z' or 'z'] or [.., '+', '0', '0', ':', '0', '0']
            ? candidates.Find(other => other is { IsSeen: true, Time.Instant: { } shown } && isPersian && other.Time.Day == day && shown.AddTicks(-(shown.Ticks % TimeSpan.TicksPerMinute)) is var minute
                && instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute)) - minute == PublicationTime.OffsetOn(instant.DateTime))
            : null;

    /// <summary>The day in an address such as <c>/fa/news/1404/02/05/</c> or <c>/2024/03/04/</c>.</summary>
    private static DateOnly? OfAddress(Uri url)
    {
        var parts = url.AbsolutePath.Split('/');
        for (var i = 0; i + 2 < parts.Length; i++)
        {
            if (parts[i].Length == 4 && parts[i + 1].Length is 1 or 2 && parts[i + 2].Length is 1 or 2 && PageDates.Parse($"{parts[i]}/{parts[i + 1]}/{parts[i + 2]}") is { Instant: null } time) return time.Day;
        }
        return null;
    }
}
