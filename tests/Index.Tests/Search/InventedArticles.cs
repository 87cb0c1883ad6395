using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Index.Tests.Search;

/// <summary>Short articles and queries of few words, so that much meets much; the same seed gives the same.</summary>
internal sealed class InventedArticles(int seed)
{
    private static readonly string[] Words =
        ["وام", "وام‌ها", "مسکن", "خانه", "خانه‌های", "کودک", "کودکان", "سالمند", "سالمندان", "اورژانس", "اجتماعی", "مدیر", "مدیران", "طرح", "برنامه‌ریزی", "برنامه", "شهر", "شهرها", "روستا", "بیمه", "درمان", "خدمت", "خدمات", "95", "هزار", "و", "در", "از", "زن", "زنان"];

    /// <summary>Words a query may hold before * too.</summary>
    private static readonly string[] Sought = [.. Words.Where(word => word.Length > 1)];

    private static readonly string[] Provinces = ["یزد", "سمنان", "فارس"];
    private static readonly string[] Speakers = ["حسین احمدی", "مریم رضایی"];
    private static readonly string[] Forms = ["{0}", "{0} {1}", "{0} {1} {2}", "\"{0} {1}\"", "{0} OR {1}", "{0} -{1}", "({0} OR {1}) {2}", "{0}*", "{0} ~2 {1}", "{0} province:یزد", "{0} 1402..1403", "{0} speaker:احمدی", "has:figure {0}", "figure>50 {0}", "-has:statement {0}", "{0} -\"{1} {2}\"", "{0} OR province:سمنان"];

    private readonly Random random = new(seed);

    public AnalyzedArticle Next(string id)
    {
        var statement = Text(random.Next(3, 9));
        return new()
        {
            Article = new()
            {
                Id = id, Source = id, Title = Text(random.Next(2, 6)), Paragraphs = [Text(random.Next(5, 30)), statement, Text(random.Next(5, 30))], Outlet = "آزمون",
                Province = Any(Provinces), Published = random.Next(10) == 0 ? null : PublicationTime.On(new DateOnly(2022, 1, 1).AddDays(random.Next(1200))),
            },
            Statements = random.Next(2) == 0 ? [] : [new() { Id = id + "s", Text = statement, Kind = "report", Speaker = Any(Speakers), Sentence = statement, Rule = "test", Confidence = 1 }],
            Figures = random.Next(3) > 0 ? [] : [new() { Id = id + "f", Value = random.Next(100), Unit = "نفر", Kind = "count", Sentence = statement, Rule = "test", Confidence = 1 }],
        };
    }

    public string Query() => string.Format(System.Globalization.CultureInfo.InvariantCulture, Any(Forms), Any(Sought), Any(Sought), Any(Sought));

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Any(Words)));

    private T Any<T>(T[] items) => items[random.Next(items.Length)];
}
