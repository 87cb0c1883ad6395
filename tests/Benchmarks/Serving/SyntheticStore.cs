using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsMiner.Api.Hosting;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Benchmarks.Serving;

/// <summary>Stores of any size with Persian articles and figures made by seed.</summary>
internal static class SyntheticStore
{
    private const int FiguresAnArticle = 10;

    private static readonly string[] Words = "مددجو بهزیستی کمیته امداد مسکن وام اشتغال توانبخشی سالمند معلول کودک مرکز اورژانس اجتماعی یارانه بیمه درمان آموزش خیر مؤسسه استان شهرستان روستا بودجه طرح پروژه افتتاح پرداخت حمایت خانواده زن سرپرست خانوار ازدواج جهیزیه تحصیل دانش‌آموز".Split(' ');

    private static readonly string[] Provinces = ["یزد", "قزوین", "سمنان", "کرمان", "فارس", "گیلان", "ایلام", "قم"];

    /// <summary>Adds articles through the store as a crawl would, with their search entries.</summary>
    public static async Task AddArticlesAsync(DataFolder data, int count)
    {
        var random = new Random(1405);
        foreach (var batch in Enumerable.Range(0, count).Chunk(500))
        {
            var articles = batch.Select(i => Article(i, random)).ToArray();
            await data.Database.WriteAsync(transaction => articles.Sum(article => (int)data.Store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch)), toDisk: false, CancellationToken.None);
        }
    }

    /// <summary>Fills a data folder with <see cref="ManyArticles"/>, to look at the page over them.</summary>
    public static async Task<int> FillAsync(string folder, int count)
    {
        using var data = DataFolder.Open(new(folder));
        foreach (var batch in ManyArticles.Make(count).Chunk(1000))
            await data.Database.WriteAsync(transaction => batch.Sum(article => (int)data.Store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch)), toDisk: false, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} articles in {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s of processor time"));
        return 0;
    }

    /// <summary>Writes figures straight into the tables: what is measured is reading them.</summary>
    public static void AddFigures(string path, int count)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var article = connection.CreateCommand();
        article.CommandText = "INSERT INTO article (number, id, url, outlet, province, published, day, month, digest, body) VALUES ($n, $id, $url, 'رسانه', $province, $published, $day, '1402-05', x'00', x'00')";
        using var fact = connection.CreateCommand();
        fact.CommandText = "INSERT INTO fact (article, fact_kind, id, kind, value, body) VALUES ($article, 'figure', $id, 'count', 1, $body)";
        foreach (var name in new[] { "$n", "$id", "$url", "$province", "$published", "$day" }) article.Parameters.AddWithValue(name, 0);
        foreach (var name in new[] { "$article", "$id", "$body" }) fact.Parameters.AddWithValue(name, 0);
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        for (var i = 0; i < count; i++)
        {
            var number = i / FiguresAnArticle;
            var day = new DateOnly(2020, 1, 1).AddDays(number % 2000);
            if (i % FiguresAnArticle == 0) Run(article, number + 1, $"a{number}", $"http://outlet.example/news/{number}", Provinces[number % Provinces.Length], day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.DayNumber);
            var figure = new Figure
            {
                Id = $"f{i:x8}", ArticleId = $"a{number}", Url = $"http://outlet.example/news/{number}", Outlet = "رسانه", Published = PublicationTime.On(day), Start = i % 900, End = (i % 900) + 8,
                Value = i * 1.5m, Unit = "نفر", Kind = "count", Counted = "مددجو", Place = Provinces[number % Provinces.Length], Rule = "figure: count, noun", Confidence = 0.9,
                Sentence = $"مدیرکل بهزیستی استان گفت: {i} نفر مددجو در این استان از خدمات توانبخشی و درمانی بهره‌مند شدند.",
            };
            Run(fact, number + 1, figure.Id, JsonSerializer.Serialize(figure, options));
        }
        transaction.Commit();
    }

    private static AnalyzedArticle Article(int i, Random random)
    {
        string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))])) + " " + i.ToString(CultureInfo.InvariantCulture) + ".";
        return new()
        {
            Article = new()
            {
                Id = $"s{i}", Source = "synthetic", Title = Sentence(8), Paragraphs = [Sentence(30), Sentence(60), Sentence(60)], Outlet = $"رسانه {i % 12}", Province = Provinces[i % Provinces.Length],
                Published = PublicationTime.On(new DateOnly(2020, 1, 1).AddDays(i % 2000)), CanonicalUrl = new($"http://outlet.example/s/{i}"),
            },
        };
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
