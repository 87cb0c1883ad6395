using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Trends;

/// <summary>A name or term with its counts in two sets of stories.</summary>
/// <param name="Articles">Where it stands, ascending.</param>
/// <param name="AdjustedP">Its p, adjusted for all that were compared.</param>
internal sealed record WeighedName(string Name, TwoCounts Counts, ReadOnlyMemory<int> Articles, double AdjustedP)
{
    private const double Limit = 0.05;

    public double ShareA => Counts.InA / Counts.OfA;

    public double ShareB => Counts.InB / Counts.OfB;

    public bool Significant => AdjustedP < Limit;

    /// <summary>JLH of the part where it is more frequent, against both together.</summary>
    public double Jlh => ShareB > ShareA
        ? SubsetScores.Jlh(Counts.InB, Counts.OfB, Counts.InA + Counts.InB, Counts.OfA + Counts.OfB)
        : SubsetScores.Jlh(Counts.InA, Counts.OfA, Counts.InA + Counts.InB, Counts.OfA + Counts.OfB);
}

/// <summary>Weighs terms and names of two sets of stories against each other.</summary>
internal sealed class KeynessLists(MatchingArticles articles, StorySet a, StorySet b)
{
    /// <summary>Terms in fewer stories are no more than chance.</summary>
    public const int LeastStories = 3;

    /// <summary>The stories of a side whose texts are read to learn its terms; counts are then taken over all of them.</summary>
    public const int MostRead = 600;

    private const int Candidates = 400;

    private static readonly (string Name, NameKind Kind)[] Kinds = [("officials", NameKind.Official), ("bodies", NameKind.Body), ("places", NameKind.Place), ("topics", NameKind.Topic)];

    private readonly int[] union = AscendingNumbers.Union(a.Articles, b.Articles);

    /// <summary>All that is frequent enough, by kind, strongest first; each says whether it differs significantly.</summary>
    public IEnumerable<(string Kind, IReadOnlyList<WeighedName> Items)> All()
    {
        yield return ("terms", Terms());
        foreach (var (name, kind) in Kinds) yield return (name, Names(kind));
    }

    private IReadOnlyList<WeighedName> Names(NameKind kind)
    {
        var names = NameBook.Of(articles, union, kind).Select(name => (name.Name, Counts: Count(name.Articles), (ReadOnlyMemory<int>)name.Articles)).Where(name => IsFrequent(name.Counts)).ToArray();
        return Weigh(names, names.Length);
    }

    private IReadOnlyList<WeighedName> Terms()
    {
        var terms = new StoryTerms();
        Read(terms, a, isOfB: false);
        Read(terms, b, isOfB: true);
        var (readA, readB) = ((double)Math.Min(a.Count, MostRead), (double)Math.Min(b.Count, MostRead));
        var all = terms.All.Where(term => term.InA + term.InB >= LeastStories).ToArray();
        // The texts read tell which terms are worth counting; what is shown is counted over all stories.
        var worth = all.OrderByDescending(term => new TwoCounts(term.InA, readA, term.InB, readB).G2Williams).Take(Candidates).ToArray();
        terms.Spell(worth);
        var counted = worth.Select(term => (term.Name, Found: articles.With(term.Node), term.Stems)).Select(term => (term.Name, Counts: Count(term.Found.Span), Articles: term.Found, term.Stems)).ToArray();
        return Weigh([.. WithoutParts(counted).Select(term => (term.Name, term.Counts, term.Articles))], all.Length);
    }

    /// <summary>A word that stands in nearly no story without the same neighbour is left to the pair.</summary>
    private static IEnumerable<(string Name, TwoCounts Counts, ReadOnlyMemory<int> Articles, IReadOnlyList<string> Stems)> WithoutParts(
        (string Name, TwoCounts Counts, ReadOnlyMemory<int> Articles, IReadOnlyList<string> Stems)[] terms)
    {
        const double nearlyAll = 0.9;
        var pairs = terms.Where(term => term.Stems.Count == 2).SelectMany(pair => pair.Stems.Select(stem => (stem, Stories: pair.Counts.InA + pair.Counts.InB)))
            .GroupBy(pair => pair.stem, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(pair => pair.Stories), StringComparer.Ordinal);
        return terms.Where(term => term.Stems.Count == 2 || !pairs.TryGetValue(term.Stems[0], out var stories) || stories < nearlyAll * (term.Counts.InA + term.Counts.InB));
    }

    private void Read(StoryTerms terms, StorySet side, bool isOfB)
    {
        // Evenly over the whole side, so that no period or outlet is favoured.
        var step = Math.Max(1.0, (double)side.Count / MostRead);
        for (var i = 0; i < Math.Min(side.Count, MostRead); i++) terms.Read(articles, side.First[(int)(i * step)], isOfB);
    }

    private static bool IsFrequent(TwoCounts counts) => counts.InA + counts.InB >= LeastStories;

    private TwoCounts Count(ReadOnlySpan<int> found) => new(a.CountAmong(found), a.Count, b.CountAmong(found), b.Count);

    private static IReadOnlyList<WeighedName> Weigh(IReadOnlyList<(string Name, TwoCounts Counts, ReadOnlyMemory<int> Articles)> names, int tests)
    {
        var adjusted = FalseDiscovery.Adjust([.. names.Select(name => name.Counts.P)], tests);
        return [.. names.Zip(adjusted).Select(name => new WeighedName(name.First.Name, name.First.Counts, name.First.Articles, name.Second))
            .OrderByDescending(name => name.Counts.G2Williams).ThenBy(name => name.Name, StringComparer.Ordinal)];
    }

    /// <summary>All that is told of a name.</summary>
    public Keyness Describe(WeighedName name)
    {
        var (counts, shareA, shareB) = (name.Counts, name.ShareA, name.ShareB);
        return new(name.Name, (int)counts.InA, (int)counts.InB, shareA, shareB, counts.G2, counts.G2Williams, counts.P, name.AdjustedP, name.Significant, counts.ChiSquared(yates: true), counts.LogRatio, name.Jlh,
            SubsetScores.MutualInformation(counts.InB, counts.OfB, counts.InA + counts.InB, counts.OfA + counts.OfB), OutletsOf(name),
            $"از {JalaliNames.PercentFa(shareA)} به {JalaliNames.PercentFa(shareB)} ({JalaliNames.NumberFa(counts.InA)} از {JalaliNames.NumberFa(counts.OfA)}؛ {JalaliNames.NumberFa(counts.InB)} از {JalaliNames.NumberFa(counts.OfB)})",
            $"from {JalaliNames.PercentEn(shareA)} to {JalaliNames.PercentEn(shareB)} ({counts.InA} of {counts.OfA}; {counts.InB} of {counts.OfB})");
    }

    /// <summary>The different outlets that have a name in the part where it is more frequent.</summary>
    public int OutletsOf(WeighedName name)
    {
        var side = name.ShareB > name.ShareA ? b : a;
        var different = new HashSet<int>();
        foreach (var article in name.Articles.Span)
        {
            if (side.StoryOf(article) >= 0 && articles.At(article) is var (chunk, row) && chunk.Outlet[row] is >= 0 and var outlet) different.Add(outlet);
        }
        return different.Count;
    }
}
