using NewsMiner.Extractor;
using NewsMiner.Index;
using NewsMiner.Index.Analysis;

namespace NewsMiner.Benchmarks.Search;

/// <summary>Queries of each kind, drawn from the generated articles themselves so that all have hits.</summary>
internal sealed class SampleQueries
{
    public const int OfEachKind = 60;

    private readonly Dictionary<string, ArticleFilter[]> kinds;

    /// <param name="sample">Some of the articles.</param>
    /// <param name="frequency">In how many articles a stem stands.</param>
    /// <param name="count">The number of all articles.</param>
    /// <param name="seed">The same seed draws the same queries.</param>
    public SampleQueries(IReadOnlyList<AnalyzedArticle> sample, Func<string, int> frequency, long count, int seed)
    {
        var random = new Random(seed);
        var texts = sample.Select(article => PersianAnalyzer.Analyze(article.Article.Paragraphs[0]).Where(term => !PersianAnalyzer.IsStop(term.Stem) && !char.IsDigit(term.Stem[0])).ToArray()).Where(terms => terms.Length > 6).ToArray();
        var stems = texts.SelectMany(terms => terms).Select(term => term.Stem).Distinct().Select(stem => (Stem: stem, Share: (double)frequency(stem) / count)).ToArray();
        string[] Between(double low, double high) => [.. stems.Where(stem => stem.Share >= low && stem.Share <= high).Select(stem => stem.Stem)];
        var (common, middling, rare) = (Between(0.08, 0.6), Between(0.01, 0.3), Between(0, 0.0002));
        string Any(string[] words) => words[random.Next(words.Length)];
        ArticleFilter[] Make(Func<ArticleFilter> make) => [.. Enumerable.Range(0, OfEachKind).Select(_ => make())];
        kinds = new()
        {
            ["common"] = Make(() => new() { Query = Any(common) }),
            ["phrase"] = Make(() => new() { Query = Phrase(texts[random.Next(texts.Length)], random) }),
            ["and"] = Make(() => new() { Query = $"{Any(middling)} {Any(middling)}" }),
            ["filtered"] = Make(() => sample[random.Next(sample.Count)] is var article ? new ArticleFilter { Query = Any(common), Province = article.Article.Province, From = new(2020, 3, 20), To = new(2023, 3, 20) } : new()),
            ["rare"] = Make(() => new() { Query = Any(rare) }),
        };
        kinds["all"] = [.. kinds.Values.SelectMany(filters => filters)];
    }

    public static IReadOnlyList<string> Kinds { get; } = ["all", "common", "phrase", "and", "filtered", "rare"];

    public IReadOnlyList<ArticleFilter> Of(string kind) => kinds[kind];

    /// <summary>Two words that stand side by side.</summary>
    private static string Phrase(Term[] terms, Random random)
    {
        var at = random.Next(terms.Length - 1);
        return $"\"{terms[at].Form} {terms[at + 1].Form}\"";
    }
}
