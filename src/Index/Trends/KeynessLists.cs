using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Trends;

/// <summary>Weighs terms and names of two sets of stories against each other.</summary>
internal sealed class KeynessLists(MatchingArticles articles, StorySet a, StorySet b)
{
    /// <summary>Terms in fewer stories are no more than chance.</summary>
    public const int LeastStories = 3;

    /// <summary>The stories of a side whose texts are read to learn its terms; counts are then taken over all of them.</summary>
    public const int MostRead = 600;

    private const int Candidates = 400;
    private const double Significant = 0.05;

    private static readonly (string Name, NameKind Kind)[] Kinds = [("officials", NameKind.Official), ("bodies", NameKind.Body), ("places", NameKind.Place), ("topics", NameKind.Topic)];

    private readonly FacetSet outlets = FacetSet.Of(articles.Columns, "outlet");
    private readonly IReadOnlyList<int> union = [.. a.Articles.Union(b.Articles).Order()];

    /// <summary>All that is frequent enough, by kind, strongest first; each says whether it differs significantly.</summary>
    public IEnumerable<(string Kind, IReadOnlyList<Keyness> Items)> All()
    {
        yield return ("terms", Terms());
        foreach (var (name, kind) in Kinds) yield return (name, Names(kind));
    }

    private IReadOnlyList<Keyness> Names(NameKind kind)
    {
        var names = NameBook.Of(articles, union, kind).Select(name => (name.Name, Counts: Count(name.Articles), name.Articles)).Where(name => IsFrequent(name.Counts)).ToArray();
        return Weigh(names, names.Length);
    }

    private IReadOnlyList<Keyness> Terms()
    {
        var (inA, inB) = (Read(a), Read(b));
        var (readA, readB) = ((double)Math.Min(a.Count, MostRead), (double)Math.Min(b.Count, MostRead));
        var all = inA.Keys.Union(inB.Keys).Select(key => (Term: (inB.GetValueOrDefault(key) ?? inA[key]), Counts: new TwoCounts(inA.GetValueOrDefault(key)?.Stories ?? 0, readA, inB.GetValueOrDefault(key)?.Stories ?? 0, readB)))
            .Where(term => IsFrequent(term.Counts)).ToArray();
        // The texts read tell which terms are worth counting; what is shown is counted over all stories.
        var counted = all.OrderByDescending(term => term.Counts.G2Williams).Take(Candidates).Select(term => (term.Term.Name, Found: articles.With(term.Term.Node), term.Term.Stems))
            .Select(term => (term.Name, Counts: Count(term.Found), Articles: term.Found, term.Stems)).ToArray();
        return Weigh([.. WithoutParts(counted).Select(term => (term.Name, term.Counts, term.Articles))], all.Length);
    }

    /// <summary>A word that stands in nearly no story without the same neighbour is left to the pair.</summary>
    private static IEnumerable<(string Name, TwoCounts Counts, IReadOnlyList<int> Articles, IReadOnlyList<string> Stems)> WithoutParts(
        (string Name, TwoCounts Counts, IReadOnlyList<int> Articles, IReadOnlyList<string> Stems)[] terms)
    {
        const double nearlyAll = 0.9;
        var pairs = terms.Where(term => term.Stems.Count == 2).SelectMany(pair => pair.Stems.Select(stem => (stem, Stories: pair.Counts.InA + pair.Counts.InB)))
            .GroupBy(pair => pair.stem, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(pair => pair.Stories), StringComparer.Ordinal);
        return terms.Where(term => term.Stems.Count == 2 || !pairs.TryGetValue(term.Stems[0], out var stories) || stories < nearlyAll * (term.Counts.InA + term.Counts.InB));
    }

    private IReadOnlyDictionary<string, StoryTerm> Read(StorySet side)
    {
        var terms = new StoryTerms();
        // Evenly over the whole side, so that no period or outlet is favoured.
        var step = Math.Max(1.0, (double)side.Count / MostRead);
        for (var i = 0; i < Math.Min(side.Count, MostRead); i++) terms.Read(articles, side.First[(int)(i * step)]);
        return terms.All;
    }

    private static bool IsFrequent(TwoCounts counts) => counts.InA + counts.InB >= LeastStories;

    private TwoCounts Count(IReadOnlyList<int> found) => new(a.CountAmong(found), a.Count, b.CountAmong(found), b.Count);

    private IReadOnlyList<Keyness> Weigh(IReadOnlyList<(string Name, TwoCounts Counts, IReadOnlyList<int> Articles)> names, int tests)
    {
        var adjusted = FalseDiscovery.Adjust([.. names.Select(name => name.Counts.P)], tests);
        return [.. names.Zip(adjusted).Select(name => Describe(name.First.Name, name.First.Counts, name.First.Articles, name.Second))
            .OrderByDescending(name => name.G2Williams).ThenBy(name => name.Name, StringComparer.Ordinal)];
    }

    private Keyness Describe(string name, TwoCounts counts, IReadOnlyList<int> found, double adjusted)
    {
        var (shareA, shareB) = (counts.InA / counts.OfA, counts.InB / counts.OfB);
        var (inBoth, ofBoth) = (counts.InA + counts.InB, counts.OfA + counts.OfB);
        var rose = shareB > shareA;
        var jlh = rose ? SubsetScores.Jlh(counts.InB, counts.OfB, inBoth, ofBoth) : SubsetScores.Jlh(counts.InA, counts.OfA, inBoth, ofBoth);
        return new(name, (int)counts.InA, (int)counts.InB, shareA, shareB, counts.G2, counts.G2Williams, counts.P, adjusted, adjusted < Significant, counts.ChiSquared(yates: true), counts.LogRatio, jlh,
            SubsetScores.MutualInformation(counts.InB, counts.OfB, inBoth, ofBoth), OutletsOf(found, rose ? b : a),
            $"از {JalaliNames.PercentFa(shareA)} به {JalaliNames.PercentFa(shareB)} ({JalaliNames.NumberFa(counts.InA)} از {JalaliNames.NumberFa(counts.OfA)}؛ {JalaliNames.NumberFa(counts.InB)} از {JalaliNames.NumberFa(counts.OfB)})",
            $"from {JalaliNames.PercentEn(shareA)} to {JalaliNames.PercentEn(shareB)} ({counts.InA} of {counts.OfA}; {counts.InB} of {counts.OfB})");
    }

    private int OutletsOf(IReadOnlyList<int> found, StorySet side)
    {
        var different = new HashSet<int>();
        for (var i = 0; i < found.Count; i++)
        {
            if (side.StoryOf(found[i]) >= 0 && articles.At(found[i]) is var (chunk, row) && outlets.First(chunk.FacetsOf(row)) is >= 0 and var outlet) different.Add(outlet);
        }
        return different.Count;
    }
}
