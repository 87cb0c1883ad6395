using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsMiner.Api.Hosting;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Facts;

namespace NewsMiner.Api.Tests;

/// <summary>
/// A story in three outlets: what its copies share is one fact everywhere, as the first publisher has it, and <c>fold=false</c> shows all. Stored
/// first is the copy of noon; published first that of the morning.
/// </summary>
public sealed class CopiesTests : IAsyncLifetime
{
    private const string Speaker = "رضا کریمی‌نسب";

    private static readonly DateOnly Today = PublicationTime.At(TimeProvider.System.GetUtcNow()).Day;

    private readonly RunningApi api = new() { Held = Articles().Select(held => held with { Statements = [.. held.Statements.Select(said => said with { ArticleId = held.Article.Id })] }) };

    public Task InitializeAsync() => api.InitializeAsync();

    public Task DisposeAsync() => api.DisposeAsync();

    [Theory]
    [InlineData("officials", 2, 4)]
    [InlineData("statements", 3, 5)]
    [InlineData("figures", 4, 7)]
    [InlineData("pledges", 2, 4)]
    public async Task WhatCopiesShareIsOneFact(string kind, int folded, int all)
    {
        Assert.Equal((folded, all), (await TotalAsync($"/api/{kind}"), await TotalAsync($"/api/{kind}?fold=false")));
        Assert.Equal(folded, (await api.GetAsync("/api/status")).GetProperty(kind).GetInt32());
        if (kind != "officials") Assert.Equal((folded, all), (await TotalAsync($"/api/search/facts?fact={kind[..^1]}"), await TotalAsync($"/api/search/facts?fact={kind[..^1]}&fold=false")));
        foreach (var (fold, rows) in new[] { ("?fold=true", folded), ("?fold=false", all), ("", all) })
            Assert.Equal(rows, (await api.Client.GetStringAsync($"/api/export/{kind}.jsonl{fold}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("", "morning", 3, 3)]
    [InlineData("&outlet=ظهر", "noon", 3, 3)]
    [InlineData("&outlet=فردا", "next", 3, 3)]
    public async Task TheFirstPublisherOfThoseMeantIsShown(string filter, string article, int copies, int outlets)
    {
        foreach (var list in new[] { "/api/statements?q=\"گام دوم\"", "/api/search/facts?fact=statement&q=\"گام دوم\"" })
        {
            var page = await api.GetAsync(list + filter);
            var item = page.GetProperty(page.TryGetProperty("items", out _) ? "items" : "hits").EnumerateArray().Single(item => item.GetRawText().Contains("گام دوم", StringComparison.Ordinal));
            Assert.Equal((article, copies, outlets), (item.GetProperty("articleId").GetString(), item.GetProperty("copies").GetInt32(), item.GetProperty("outlets").GetInt32()));
            if (item.TryGetProperty("story", out var story)) Assert.Equal("morning", story.GetString());
        }
    }

    [Fact]
    public async Task BoardListAndProfileAgree()
    {
        var board = await api.GetAsync("/api/pledges/board");
        // The deadline is a day later in the copy of the next day: it counts as the first publisher's does, once.
        foreach (var status in new[] { "overdue", "soon", "later", "undated" })
        {
            var counted = board.GetProperty("columns").EnumerateArray().Where(column => column.GetProperty("status").GetString() == status).Sum(column => column.GetProperty("count").GetInt32());
            Assert.Equal((status, counted), (status, await TotalAsync($"/api/pledges?status={status}")));
        }
        var person = await api.GetAsync("/api/officials/" + Uri.EscapeDataString(Speaker));
        var counts = person.GetProperty("counts");
        foreach (var kind in new[] { "statements", "figures", "pledges" })
        {
            var listed = await TotalAsync($"/api/{kind}?speaker={Speaker}");
            Assert.Equal((kind, listed, listed), (kind, counts.GetProperty(kind).GetInt32(), person.GetProperty(kind).GetProperty("total").GetInt32()));
        }
        Assert.Equal(1, person.GetProperty("pledges").GetProperty("overdue").GetInt32());
        // Three copies and an article of its own.
        Assert.Equal((2, 2), (person.GetProperty("articles").GetInt32(), await TotalAsync($"/api/search?official={Speaker}")));
        Assert.Equal(1, person.GetProperty("coSpeakers")[0].GetProperty("articles").GetInt32());
        Assert.Equal(2, person.GetProperty("months").EnumerateArray().Sum(month => month.GetProperty("statements").GetInt32()));
    }

    [Fact]
    public async Task CursorsWalkEachFactOnceInBothOrders()
    {
        foreach (var list in new[] { "/api/figures?limit=1", "/api/figures?limit=1&fold=false", "/api/pledges?limit=1&order=due" })
        {
            var seen = new List<string>();
            for (var next = list; next is not null;)
            {
                var page = await api.GetAsync(next);
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
                next = page.GetProperty("nextCursor").GetString() is { } cursor ? $"{list}&cursor={cursor}" : null;
            }
            Assert.Equal((list, await TotalAsync(list), seen.Count), (list, seen.Distinct().Count(), seen.Count));
        }
    }

    [Fact]
    public async Task ARulingAboutOneCopyHoldsOfAll()
    {
        var pledge = (await api.GetAsync("/api/pledges?fold=false&outlet=ظهر")).GetProperty("items")[0].GetProperty("id").GetString();
        await RunningApi.PostAsync(api.Admin, $"/api/facts/{pledge}/flag", new { verdict = "wrong" });
        Assert.Equal((1, 1, 1), (await TotalAsync("/api/pledges"), await TotalAsync("/api/pledges?fold=false"), await TotalAsync("/api/search/facts?fact=pledge")));
        Assert.Equal((1, 1), (await TotalAsync("/api/pledges?verdict=wrong"), (await api.GetAsync("/api/status")).GetProperty("pledges").GetInt32()));
        Assert.Equal("wrong", (await api.GetAsync("/api/pledges?verdict=wrong")).GetProperty("items")[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task ATrendOfFactsCountsCopiesOnce()
    {
        foreach (var (measure, list) in new[] { ("statements", "statements"), ("figures", "figures"), ("pledges", "pledges") })
            Assert.Equal(await TotalAsync("/api/" + list), (await api.GetAsync($"/api/trends/terms?measure={measure}")).GetProperty("series")[0].GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task AnExportTellsWhichRowsAreCopies()
    {
        var rows = (await api.Client.GetStringAsync("/api/export/pledges.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var columns = rows[0].Split(',');
        Assert.Equal(["", "morning", "morning", "morning"], rows[1..].Select(row => row.Split(',')[Array.IndexOf(columns, "story")]).Order(StringComparer.Ordinal));
        using var response = await api.Client.GetAsync("/api/export/pledges.csv?fold=true");
        Assert.Contains("fold=true", Uri.UnescapeDataString(response.Headers.GetValues("X-Query").Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExportOfArticlesTellsTheStoryOfEach()
    {
        var lines = (await api.Client.GetStringAsync("/api/export/articles.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(
            [("alone", null, 1, 1), ("morning", "morning", 3, 3), ("next", "morning", 3, 3), ("noon", "morning", 3, 3)],
            lines.Select(line => (line.GetProperty("id").GetString()!, line.GetProperty("story").GetString(), line.GetProperty("copies").GetInt32(), line.GetProperty("outlets").GetInt32())).Order());
        var header = (await api.Client.GetStringAsync("/api/export/articles.csv?outlet=ظهر")).Split("\r\n")[0].Split(',');
        Assert.Subset(header.ToHashSet(), new HashSet<string> { "story", "copies", "outlets" });
        // What was exported can be taken into another store.
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "articles.jsonl");
        await File.WriteAllTextAsync(file, await api.Client.GetStringAsync("/api/export/articles.jsonl"));
        var (code, output, error) = await NewsminerProcess.RunAsync(["import", file, "--data", folder.Path]);
        Assert.True(code == 0, output + error);
    }

    /// <summary>A store of the version before facts knew their story is brought up when it is opened.</summary>
    [Fact]
    public async Task AStoreOfAnOlderVersionIsRenewed()
    {
        using var folder = new TemporaryFolder();
        using (var data = DataFolder.Open(new(folder.Path)))
            await data.Database.WriteAsync(transaction => Articles().Select(article => data.Store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch)).Count(), CancellationToken.None);
        using (var old = new SqliteConnection($"Data Source={Path.Combine(folder.Path, DataFolder.FileName)};Pooling=False"))
        {
            old.Open();
            using var back = old.CreateCommand();
            back.CommandText = """
                DROP INDEX fact_newest; DROP INDEX fact_story; DROP INDEX fact_unread; DROP INDEX article_filter; DROP INDEX fact_person; DROP INDEX fact_article; DROP INDEX fact_body;
                CREATE INDEX fact_person ON fact (fact_kind, person); CREATE INDEX fact_article ON fact (article, fact_kind);
                ALTER TABLE fact DROP COLUMN day; ALTER TABLE fact DROP COLUMN published; ALTER TABLE fact DROP COLUMN story; ALTER TABLE fact DROP COLUMN words; ALTER TABLE fact DROP COLUMN unit;
                DROP TABLE article_number;
                UPDATE schema_version SET version = 1 WHERE component = 'store';
                """;
            back.ExecuteNonQuery();
        }
        using var renewed = DataFolder.Open(new(folder.Path));
        var page = ((FactAnswer<Figure>.Found)renewed.Index.Facts<Figure>(new(), 10, null)).Page;
        Assert.Equal((4, 4), (page.Total, page.Items.Count));
        Assert.Equal("alone", page.Items[0].ArticleId);
    }

    private async Task<int> TotalAsync(string address) => (await api.GetAsync(address)).GetProperty("total").GetInt32();

    private static IEnumerable<AnalyzedArticle> Articles()
    {
        const string story = "گام دوم نوسازی خانه‌های مددجویان روستایی این استان از هفتهٔ آینده در هشت شهرستان آغاز می‌شود و برای هر خانوار وامی بی‌بهره با بازپرداخت ده‌ساله در نظر گرفته شده است تا پیش از زمستان کار به پایان برسد";
        AnalyzedArticle Copy(string id, string outlet, string published, int due) => Article(id, outlet, published, story) with
        {
            Officials = [Post(1)], Statements = [Said("گام دوم نوسازی آغاز می‌شود", 10)], Pledges = [Promise("نوسازی پیش از زمستان", Today.AddDays(due), 40)],
        };
        // Twice in one article, once in its copy: two facts, of which the copy has one.
        yield return Copy("noon", "ظهر", "2024-05-02T12:00+03:30", -1) with { Figures = [Counted(8, "شهرستان", 20), Counted(10, "سال", 30)], Statements = [Said("گام دوم نوسازي آغاز مي شود", 11)] };
        yield return Copy("morning", "صبح", "2024-05-02T08:00+03:30", -1) with { Figures = [Counted(8, "شهرستان", 20), Counted(8, "شهرستان", 25), Counted(10, "سال", 30)] };
        yield return Copy("next", "فردا", "2024-05-03T09:00+03:30", 0) with { Figures = [Counted(8, "شهرستان", 22)], Statements = [Said("گام دوم نوسازی آغاز می‌شود", 10), Said("هم‌سخن می‌گوید", 50) with { Speaker = "مینا صادقی" }] };
        yield return Article("alone", "صبح", "2024-05-20T09:00+03:30", "بازدید از کارگاه توان‌بخشی شهر انجام شد و گزارشی از کار آن در نشست شورا خوانده شد تا اعضای تازه با آن آشنا شوند") with
        {
            Officials = [Post(1)], Statements = [Said("بازدید انجام شد", 10)], Figures = [Counted(8, "شهرستان", 20)], Pledges = [Promise("نوسازی پیش از زمستان", Today.AddDays(90), 40)],
        };
    }

    private static AnalyzedArticle Article(string id, string outlet, string published, string text) => new()
    {
        Article = new() { Id = id, Source = "test", Title = "نوسازی " + id, Paragraphs = [text], Outlet = outlet, Published = PublicationTime.Parse(published), CanonicalUrl = new("http://outlet.example/" + id) },
    };

    private static Official Post(int at) => new() { Id = Guid.NewGuid().ToString("N"), Name = Speaker, Role = "مدیرکل", Organisation = "بهزیستی", Place = "یزد", PlaceKind = "province", Sentence = "س", Rule = "test", Confidence = 1, Start = at, End = at + 1 };

    private static Statement Said(string text, int at) => new() { Id = Guid.NewGuid().ToString("N"), Speaker = Speaker, Text = text, Kind = "report", Sentence = text, Rule = "test", Confidence = 1, Start = at, End = at + 1 };

    private static Figure Counted(decimal value, string unit, int at) => new() { Id = Guid.NewGuid().ToString("N"), Value = value, Unit = unit, Kind = "count", Counted = "خانه", Speaker = Speaker, Sentence = "گام دوم", Rule = "test", Confidence = 1, Start = at, End = at + 1 };

    private static Pledge Promise(string action, DateOnly due, int at) => new() { Id = Guid.NewGuid().ToString("N"), Actor = "بهزیستی", Speaker = Speaker, Action = action, Strength = "firm", Due = due, Sentence = action, Rule = "test", Confidence = 1, Start = at, End = at + 1 };
}
