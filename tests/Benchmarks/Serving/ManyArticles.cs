using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Benchmarks.Serving;

/// <summary>
/// Articles with facts of all kinds, made by seed without the extractor, so that stores of any size are soon filled: forty outlets, all provinces, six
/// years, three hundred persons; every fifth is the copy that another outlet made of the one before.
/// </summary>
internal static class ManyArticles
{
    /// <summary>Counts up where the same number no longer gives the same articles.</summary>
    public const int Version = 1;

    private const int Outlets = 40, Persons = 300, CopyEvery = 5;

    private const int Days = 6 * 365;

    private static readonly DateOnly FirstDay = new(2019, 3, 21);

    private static readonly string[] Things = ["مددجو", "خانوار", "سالمند", "معلول", "واحد مسکونی", "مرکز توانبخشی", "دانش‌آموز", "بیمار"];

    private static readonly (string Unit, string Kind)[] Units = [("نفر", "count"), ("خانوار", "count"), ("درصد", "percent"), ("میلیارد ریال", "money"), ("واحد", "count"), ("متر مربع", "measure")];

    /// <summary>The same number gives the same articles.</summary>
    public static IEnumerable<AnalyzedArticle> Make(int count)
    {
        var random = new Random(1402);
        string[] words = [.. Enumerable.Range(0, 3000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => "ابپتجدرسشفکگلمنوهی"[random.Next(18)])))];
        string[] persons = [.. Enumerable.Range(0, Persons).Select(_ => $"{words[random.Next(500)]} {words[random.Next(500)]}نژاد")];
        AnalyzedArticle? before = null;
        for (var i = 0; i < count; i++)
        {
            before = before is not null && i % CopyEvery == 0 ? Copy(before, i) : Article(i, words, persons, random);
            yield return before;
        }
    }

    private static AnalyzedArticle Article(int i, string[] words, string[] persons, Random random)
    {
        string Word() => words[(int)(words.Length * random.NextDouble() * random.NextDouble())];
        string Words(int many) => string.Join(' ', Enumerable.Range(0, many).Select(_ => Word()));
        var (day, province) = (FirstDay.AddDays(random.Next(Days)), Provinces.All[random.Next(Provinces.All.Count)]);
        var (person, thing) = (persons[(int)(Persons * random.NextDouble() * random.NextDouble())], Things[random.Next(Things.Length)]);
        var said = $"{Words(12)} {thing} {Words(4)}";
        var article = new Article
        {
            Id = $"many-{i}", Source = "test", CanonicalUrl = new($"http://outlet.example/many/{i}"), Title = $"{Words(5)} {thing} {Word()}",
            Paragraphs = [$"{person} مدیرکل بهزیستی استان {province} گفت: {said}.", Words(60), Words(40)], Outlet = $"رسانهٔ {random.Next(Outlets)}", Province = province,
            Published = PublicationTime.Parse($"{day:yyyy-MM-dd}T{random.Next(6, 22):00}:{random.Next(60):00}+03:30"),
        };
        var at = 0;
        T Placed<T>(T fact) where T : Fact => fact with
        {
            Id = $"{i:x8}{at++:x2}", ArticleId = article.Id, Url = article.CanonicalUrl!.AbsoluteUri, Outlet = article.Outlet, Published = article.Published, Start = at * 10, End = (at * 10) + 5, Sentence = $"{person} گفت: {said}.", Rule = "test", Confidence = 0.9,
        };
        Figure Counted()
        {
            var (unit, kind) = Units[random.Next(Units.Length)];
            return Placed(new Figure { Value = random.Next(1, 5000), Unit = unit, Kind = kind, Counted = thing, Speaker = person, Place = random.Next(2) == 0 ? province : null, Sentence = "", Rule = "", Confidence = 0 });
        }
        return new()
        {
            Article = article,
            Topics = ["livelihood"],
            Officials = [Placed(new Official { Name = person, Role = "مدیرکل", Organisation = "بهزیستی", Place = province, PlaceKind = "province", Sentence = "", Rule = "", Confidence = 0 })],
            Statements = [.. Enumerable.Range(0, 3).Select(_ => Placed(new Statement { Speaker = person, Verb = "گفت", Text = $"{said} {Word()}", Kind = random.Next(3) == 0 ? "demand" : "report", Sentence = "", Rule = "", Confidence = 0 }))],
            Figures = [.. Enumerable.Range(0, 4).Select(_ => Counted())],
            Pledges = random.Next(2) == 0 ? [] : [Placed(new Pledge { Actor = "بهزیستی", Speaker = person, Action = $"{thing} {Words(5)}", Strength = random.Next(6) == 0 ? "soft" : "firm", Due = random.Next(3) == 0 ? null : day.AddDays(random.Next(30, 900)), Sentence = "", Rule = "", Confidence = 0 })],
        };
    }

    private static AnalyzedArticle Copy(AnalyzedArticle first, int i)
    {
        var article = first.Article with { Id = $"many-{i}", CanonicalUrl = new($"http://outlet.example/many/{i}"), Outlet = "رسانهٔ رونوشت‌ها" };
        var at = 0;
        T Placed<T>(T fact) where T : Fact => fact with { Id = $"{i:x8}{at++:x2}", ArticleId = article.Id, Url = article.CanonicalUrl!.AbsoluteUri, Outlet = article.Outlet };
        return first with
        {
            Article = article, Officials = [.. first.Officials.Select(Placed)], Statements = [.. first.Statements.Select(Placed)], Figures = [.. first.Figures.Select(Placed)], Pledges = [.. first.Pledges.Select(Placed)],
        };
    }
}
