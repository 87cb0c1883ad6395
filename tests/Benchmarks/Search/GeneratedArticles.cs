using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Index.Analysis;

namespace NewsMiner.Benchmarks.Search;

/// <summary>
/// Articles made of the lexicon's own words, drawn by Zipf's law (Zipf 1949, exponent 1): function words most often, then common words, then the rest.
/// One word in six carries a plural ending. The same seed gives the same articles.
/// </summary>
internal sealed class GeneratedArticles
{
    private const int AverageWords = 320, Outlets = 40, Paragraphs = 5;
    private static readonly DateOnly FirstDay = new(2019, 3, 21);
    private const int Days = 6 * 365;

    private readonly string[] words;
    private readonly double[] cumulated;
    private readonly string[] provinces = [.. LanguageTable.Read("Lexicons/provinces.tsv").Select(row => row[0])];
    private readonly string[] families = [.. LanguageTable.Read("Lexicons/family-names.tsv").Select(row => row[0])];
    private readonly Random random;

    public GeneratedArticles(int seed)
    {
        random = new(seed);
        string[] head = [.. AnalysisTable.Lines("Analysis/stop-words.tsv")];
        string[] common = [.. LanguageTable.Read("Lexicons/common-words.tsv").Select(row => row[0])];
        string[] rest = [.. LanguageTable.Read("Text/Morphology/base-words.tsv").Concat(LanguageTable.Read("Lexicons/given-names.tsv")).Select(row => row[0])];
        random.Shuffle(common);
        random.Shuffle(rest);
        words = [.. head.Concat(common).Concat(rest).Distinct()];
        cumulated = new double[words.Length];
        for (var rank = 0; rank < words.Length; rank++) cumulated[rank] = (rank > 0 ? cumulated[rank - 1] : 0) + 1.0 / (rank + 1);
    }

    public AnalyzedArticle Next(int number)
    {
        var day = FirstDay.AddDays(random.Next(Days));
        var province = provinces[random.Next(provinces.Length)];
        // Lengths spread like those of news: most near the middle, some three times as long.
        var length = (int)(AverageWords * Math.Exp(0.45 * Gaussian() - 0.1));
        var article = new Article
        {
            Id = $"g{number}", Source = $"g{number}", Title = Words(random.Next(6, 12)), Outlet = $"رسانه {Zipfian(Outlets)}", Province = province, City = province,
            Paragraphs = [.. Enumerable.Range(0, Paragraphs).Select(_ => Words(Math.Max(4, length / Paragraphs)) + ".")],
            Published = PublicationTime.On(day), CanonicalUrl = new($"https://example.org/{number}"),
        };
        return new() { Article = article, Officials = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Official(province))] };
    }

    private Official Official(string province) => new()
    {
        Name = $"{families[Zipfian(families.Length)]} {families[Zipfian(families.Length)]}", Role = "مدیرکل", Organisation = "بهزیستی", Place = province, Sentence = "", Rule = "", Confidence = 1,
    };

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    private string Word()
    {
        var at = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        var word = words[Math.Min(at < 0 ? ~at : at, words.Length - 1)];
        return word.Length > 3 && random.Next(6) == 0 ? word + (random.Next(2) == 0 ? "‌ها" : "‌های") : word;
    }

    private int Zipfian(int count) => (int)Math.Min(count - 1, Math.Pow(count + 1, random.NextDouble()) - 1);

    private double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
