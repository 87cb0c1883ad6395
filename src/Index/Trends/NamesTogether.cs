using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Trends;

/// <summary>A question which names stand in the same stories.</summary>
public sealed record TogetherRequest
{
    /// <summary>Which articles.</summary>
    public ArticleFilter Filter { get; init; } = new();

    /// <summary>The kind of the first name of a pair.</summary>
    public NameKind Of { get; init; } = NameKind.Official;

    /// <summary>The kind of the second.</summary>
    public NameKind With { get; init; } = NameKind.Body;

    /// <summary>Pairs of fewer stories are left out.</summary>
    public int LeastStories { get; init; } = 2;

    /// <summary>The most pairs.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>Names that stand in the same stories more often than chance would have it.</summary>
/// <param name="Stories">All stories of the filter: the denominator.</param>
/// <param name="Pairs">Strongest G² first.</param>
/// <param name="Nodes">The names of the pairs, each once.</param>
public sealed record TogetherNames(
    NameKind Of, NameKind With, int Stories, string DenominatorFa, string DenominatorEn, Finding Finding, IReadOnlyList<NamePair> Pairs, IReadOnlyList<NameNode> Nodes);

/// <summary>Two names.</summary>
/// <param name="Together">Stories with both.</param>
/// <param name="Expected">What chance would give.</param>
/// <param name="P">The chance of such a G², adjusted for all pairs compared.</param>
/// <param name="Significant">Whether that lies below 0.05; what does not may be chance.</param>
/// <param name="Npmi">Normalised pointwise mutual information (G. Bouma 2009): −1 never, 0 by chance, 1 always together.</param>
public sealed record NamePair(string First, string Second, int Together, int FirstStories, int SecondStories, double Expected, double G2, double P, bool Significant, double Npmi, string Fa, string En);

/// <summary>A name and its stories.</summary>
public sealed record NameNode(NameKind Kind, string Name, int Stories);

/// <summary>Answers who and what stands in the same stories.</summary>
internal static class NamesTogether
{
    private const int LeastStories = 5;
    private const double Significant = 0.05;
    private const string Method = "G² (Dunning 1993) with Williams' correction (1976), Benjamini-Hochberg (1995) at 5 %; NPMI (Bouma 2009)";

    private sealed record Name(string Text, HashSet<int> Stories);

    public static TrendAnswer<TogetherNames> Answer(MatchingArticles articles, TogetherRequest request)
    {
        if (MatchingArticles.WhatIsWrong(request.Filter) is { } wrong) return new TrendAnswer<TogetherNames>.Rejected(wrong);
        var stories = new StorySet(articles, articles.Find(MatchingArticles.Settled(request.Filter)));
        var first = Names(articles, stories, request.Of, request.LeastStories);
        var second = request.Of == request.With ? first : Names(articles, stories, request.With, request.LeastStories);
        NamePair[] found = stories.Count < LeastStories ? [] : Pairs(first, second, stories.Count, request.LeastStories, request.Of == request.With);
        NamePair[] pairs = [.. found.Take(request.Limit)];
        var (fa, en) = ($"{JalaliNames.NumberFa(stories.Count)} رویداد خبری (رونوشت‌ها یکی)", $"{JalaliNames.NumberEn(stories.Count)} stories, copies as one");
        var significant = found.Count(pair => pair.Significant);
        var verdict = stories.Count < LeastStories ? Finding.TooLittleData : significant == 0 ? "none" : "together";
        return new TrendAnswer<TogetherNames>.Found(new(request.Of, request.With, stories.Count, fa, en, new()
        {
            Verdict = verdict, Method = Method, N = stories.Count, BasisFa = fa, BasisEn = en,
            Fa = verdict switch
            {
                "together" => $"{JalaliNames.NumberFa(significant)} جفت به‌روشنی بیش از تصادف با هم آمده‌اند",
                "none" => "هیچ جفتی به‌روشنی بیش از تصادف با هم نیامده است",
                _ => $"داده کم است: {JalaliNames.NumberFa(stories.Count)} رویداد هست و دست‌کم {JalaliNames.NumberFa(LeastStories)} لازم است",
            },
            En = verdict switch
            {
                "together" => $"{significant} pairs stand together significantly more often than by chance",
                "none" => "no pair stands together significantly more often than by chance",
                _ => $"too little data: {stories.Count} stories; {LeastStories} are needed",
            },
        }, pairs, Nodes(pairs, first, second, request)));
    }

    private static Name[] Names(MatchingArticles articles, StorySet stories, NameKind kind, int least) =>
        [.. NameBook.Of(articles, stories.Articles, kind).Select(name => new Name(name.Name, [.. name.Articles.Select(stories.StoryOf)])).Where(name => name.Stories.Count >= least)];

    private static NamePair[] Pairs(Name[] first, Name[] second, int stories, int least, bool same)
    {
        var byStory = second.SelectMany((name, i) => name.Stories.Select(story => (story, i))).ToLookup(name => name.story, name => name.i);
        var pairs = new List<NamePair>();
        var tests = 0;
        for (var i = 0; i < first.Length; i++)
        {
            foreach (var (j, together) in first[i].Stories.SelectMany(story => byStory[story]).CountBy(name => name))
            {
                if (together < least || (same && j <= i)) continue;
                tests++;
                var (a, b) = (first[i], second[j]);
                var counts = new TwoCounts(together, a.Stories.Count, b.Stories.Count - together, stories - a.Stories.Count);
                var expected = (double)a.Stories.Count * b.Stories.Count / stories;
                if (together <= expected) continue;
                // A pair that stands in every story is no surprise: its pointwise mutual information is 0 over 0.
                var npmi = together == stories ? 0 : Math.Log(together / expected) / -Math.Log((double)together / stories);
                pairs.Add(new(a.Text, b.Text, together, a.Stories.Count, b.Stories.Count, expected, counts.G2Williams, counts.P, false, npmi,
                    $"{JalaliNames.NumberFa(together)} رویداد با هم، به‌جای {JalaliNames.NumberFa(expected)} که تصادف می‌داد", $"{together} stories together where chance would give {JalaliNames.NumberEn(expected)}"));
            }
        }
        var adjusted = FalseDiscovery.Adjust([.. pairs.Select(pair => pair.P)], tests);
        return [.. pairs.Zip(adjusted).Select(pair => pair.First with { P = pair.Second, Significant = pair.Second < Significant })
            .OrderByDescending(pair => pair.G2).ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal)];
    }

    private static NameNode[] Nodes(NamePair[] pairs, Name[] first, Name[] second, TogetherRequest request)
    {
        static IEnumerable<NameNode> Of(NameKind kind, Name[] names, IEnumerable<string> wanted) =>
            names.IntersectBy(wanted, name => name.Text).Select(name => new NameNode(kind, name.Text, name.Stories.Count));
        return [.. Of(request.Of, first, pairs.Select(pair => pair.First)).Concat(Of(request.With, second, pairs.Select(pair => pair.Second))).Distinct().OrderByDescending(node => node.Stories)];
    }
}
