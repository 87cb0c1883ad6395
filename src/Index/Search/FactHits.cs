using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Shows facts that were found.</summary>
internal static class FactHits
{
    public static FactHit Show(SqliteConnection connection, RankedHit hit, Highlighter highlighter) => connection.Rows(
        $"SELECT f.fact_kind, f.body, a.body, a.province, {FactQuery.Copies}, {FactQuery.Outlets} FROM fact f JOIN article a ON a.number = f.article WHERE f.number = $number", row =>
        {
            var (kind, json) = (row.GetString(0), row.GetString(1));
            var article = ArticleBlob.Unpack((byte[])row.GetValue(2));
            var statement = kind == "statement" ? ArticleBlob.ReadFact<Statement>(json) : null;
            var figure = kind == "figure" ? ArticleBlob.ReadFact<Figure>(json) : null;
            var pledge = kind == "pledge" ? ArticleBlob.ReadFact<Pledge>(json) : null;
            Fact fact = statement ?? (Fact?)figure ?? pledge!;
            var (snippet, start) = Around(article.Text, fact);
            return new FactHit(kind, fact.Id, article.Id, article.Title, article.CanonicalUrl?.AbsoluteUri ?? article.Source, article.Outlet, row.Text(3),
                article.Published?.ToString(), fact.PublishedJalali, statement?.Speaker ?? figure?.Speaker ?? pledge?.Speaker,
                statement?.Kind ?? figure?.Kind ?? pledge!.Strength, snippet, highlighter.In(snippet), start, fact.Start, fact.End, hit.Sort)
            {
                Partly = hit.Partly, Statement = statement, Figure = figure, Pledge = pledge, Copies = row.GetInt32(4), Outlets = row.GetInt32(5),
            };
        }, ("$number", hit.Number))[0];

    /// <summary>The fact's own sentence with its place in the text; the fact's own words where the sentence does not stand there as it is.</summary>
    private static (string Snippet, int Start) Around(string text, Fact fact)
    {
        var from = Math.Max(0, fact.Start - fact.Sentence.Length);
        var to = Math.Min(text.Length, fact.End + fact.Sentence.Length);
        var at = from < to ? text.IndexOf(fact.Sentence, from, to - from, StringComparison.Ordinal) : -1;
        if (at >= 0 && at <= fact.Start) return (fact.Sentence, at);
        return fact.End <= text.Length && fact.Start < fact.End ? (text[fact.Start..fact.End], fact.Start) : (fact.Sentence, fact.Start);
    }
}

/// <summary>Counts of facet values over all facts found.</summary>
internal static class FactFacets
{
    private static readonly string[] OfArticles = ["outlet", "province", "topic"];

    public static Dictionary<string, IReadOnlyList<FacetCount>> Of(EntryColumns columns, FactColumns facts, ReadOnlySpan<int> found)
    {
        var values = new int[columns.Values.Capacity];
        var months = new int[EntryColumns.Months];
        var names = facts.Names.All();
        var (kinds, persons, types) = (new int[names.Length], new int[names.Length], new int[4]);
        foreach (var fact in found)
        {
            var (chunk, row) = (facts.ChunkOf(fact)!, fact % FactChunk.Size);
            types[(int)chunk.Fact[row]]++;
            kinds[chunk.Kind[row]]++;
            persons[chunk.Person[row]]++;
            var (entries, entry) = (columns.ChunkOf(chunk.Article[row])!, chunk.Article[row] % EntryChunk.Size);
            foreach (var id in entries.FacetsOf(entry)) values[id]++;
            if (entries.Month[entry] >= 0) months[entries.Month[entry]]++;
        }
        var facets = OfArticles.ToDictionary(facet => facet, facet => FacetCounts.Named(columns.Values, facet, values));
        // The store holds speakers folded; the facet values know how they are written.
        var written = columns.Values.Names("speaker");
        facets["fact"] = Counted(types, type => ((FactKind)type).ToString().ToLowerInvariant());
        facets["kind"] = Counted(kinds, kind => names[kind]);
        facets["speaker"] = Counted(persons, person => written.GetValueOrDefault(names[person], names[person]));
        FacetCounts.AddMonths(facets, months);
        return facets;
    }

    private static IReadOnlyList<FacetCount> Counted(int[] counts, Func<int, string> name) =>
        FacetCounts.Sorted(Enumerable.Range(1, counts.Length - 1).Where(number => counts[number] > 0).Select(number => new FacetCount(name(number), counts[number])));
}
