using System.Globalization;
using System.Net;
using System.Text.Json;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Api.Tests;

/// <summary>One person over several articles: posts by time, words, promises by due day, and who speaks beside.</summary>
public sealed class OfficialTests : IAsyncLifetime
{
    private readonly RunningApi api = new();

    public async Task InitializeAsync()
    {
        await api.InitializeAsync();
        await api.Data.Database.WriteAsync(transaction => Articles().Select(article => api.Data.Store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch)).ToArray(), CancellationToken.None);
    }

    public Task DisposeAsync() => api.DisposeAsync();

    [Theory]
    [InlineData("رضا کریمی‌نسب")]
    [InlineData("رضا كريمي‌نسب")]
    public async Task PostsFollowEachOtherAndAnySpellingFindsThePerson(string name)
    {
        var person = await api.GetAsync("/api/officials/" + Uri.EscapeDataString(name));
        Assert.Equal("رضا کریمی‌نسب", person.GetProperty("name").GetString());
        Assert.Equal(
            [("معاون", "2022-01-10", "2022-03-01", false), ("مدیرکل", "2023-05-01", "2023-06-01", true)],
            person.GetProperty("posts").EnumerateArray().Select(post => (post.GetProperty("role").GetString()!, post.GetProperty("from").GetString()!, post.GetProperty("to").GetString()!, post.GetProperty("current").GetBoolean())));
        Assert.Equal("1402-02-11", person.GetProperty("posts")[1].GetProperty("fromJalali").GetString());
        var evidence = person.GetProperty("posts")[1].GetProperty("evidence");
        Assert.Equal(("a4", "خبر چهارم"), (evidence.GetProperty("articleId").GetString(), evidence.GetProperty("title").GetString()));
        Assert.Equal((4, 2), (person.GetProperty("articles").GetInt32(), person.GetProperty("counts").GetProperty("statements").GetInt32()));
        Assert.Equal([("مینا صادقی", 1)], person.GetProperty("coSpeakers").EnumerateArray().Select(other => (other.GetProperty("name").GetString()!, other.GetProperty("articles").GetInt32())));
        Assert.False(person.GetProperty("mayBeSeveral").GetBoolean());
        Assert.Equal((3, 1), (person.GetProperty("pledges").GetProperty("total").GetInt32(), person.GetProperty("pledges").GetProperty("overdue").GetInt32()));
    }

    [Fact]
    public async Task NobodyIsNotFoundAndNamesakesAreToldAsSuch()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await api.Client.GetAsync("/api/officials/" + Uri.EscapeDataString("هیچ کس"))).StatusCode);
        Assert.True((await api.GetAsync("/api/officials/" + Uri.EscapeDataString("علی همنام"))).GetProperty("mayBeSeveral").GetBoolean());
    }

    [Fact]
    public async Task TheRegisterListsEachPersonOnceAndWalksByCursor()
    {
        var seen = new List<string>();
        for (var next = "/api/officials/register?limit=1"; next is not null;)
        {
            var page = await api.GetAsync(next);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!));
            next = page.GetProperty("nextCursor").GetString() is { } cursor ? "/api/officials/register?limit=1&cursor=" + cursor : null;
            Assert.True(seen.Count <= 20, "the list does not end");
        }
        Assert.Equal(seen.Distinct(), seen);
        Assert.Contains("رضا کریمی‌نسب", seen);
        var found = await api.GetAsync("/api/officials/register?q=" + Uri.EscapeDataString("کریمی مدیرکل"));
        Assert.Equal(["رضا کریمی‌نسب"], found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!));
        Assert.Equal(0, (await api.GetAsync("/api/officials/register?q=" + Uri.EscapeDataString("کریمی بخشدار"))).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("overdue", "گذشته")]
    [InlineData("soon", "نزدیک")]
    [InlineData("later", "دور")]
    public async Task PledgesAreToldByHowTheyStandToToday(string status, string action)
    {
        var page = await api.GetAsync($"/api/pledges?status={status}&speaker=" + Uri.EscapeDataString("رضا کریمی‌نسب"));
        var item = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal((action, status), (item.GetProperty("action").GetString(), item.GetProperty("status").GetString()));
        Assert.Equal(status == "overdue", item.GetProperty("daysLeft").GetInt32() < 0);
        var board = await api.GetAsync("/api/pledges/board?speaker=" + Uri.EscapeDataString("رضا کریمی‌نسب"));
        Assert.Equal(1, board.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("status").GetString() == status).GetProperty("count").GetInt32());
        Assert.Equal(1, board.GetProperty("months").EnumerateArray().Sum(month => month.GetProperty("overdue").GetInt32()));
    }

    [Fact]
    public async Task PledgesByDueDayBeginWithTheEarliestAndWalkByCursor()
    {
        var actions = new List<string>();
        for (var next = "/api/pledges?order=due&limit=1&speaker=" + Uri.EscapeDataString("رضا کریمی‌نسب"); next is not null;)
        {
            using var response = await api.Client.GetAsync(next);
            using var page = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            actions.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("action").GetString()!));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }
        Assert.Equal(["گذشته", "نزدیک", "دور"], actions);
    }

    /// <summary>Facts given by hand, so that what is expected does not hang on the extractor.</summary>
    private static IEnumerable<AnalyzedArticle> Articles()
    {
        var today = PublicationTime.At(TimeProvider.System.GetUtcNow()).Day;
        yield return Article("a1", "خبر یکم", new(2022, 1, 10)) with { Officials = [Post("رضا کریمی‌نسب", "معاون", "یزد")] };
        yield return Article("a2", "خبر دوم", new(2022, 3, 1)) with { Officials = [Post("رضا کریمی‌نسب", "معاون", "یزد")], Statements = [Said("رضا کریمی‌نسب", 20), Said("مینا صادقی", 30)] };
        yield return Article("a3", "خبر سوم", new(2023, 5, 1)) with { Officials = [Post("رضا کریمی‌نسب", "مدیرکل", "سمنان")], Statements = [Said("رضا کریمی‌نسب", 20)] };
        yield return Article("a4", "خبر چهارم", new(2023, 6, 1)) with
        {
            Officials = [Post("رضا کریمی‌نسب", "مدیرکل", "سمنان")],
            Pledges = [Promise("گذشته", today.AddDays(-1), 40), Promise("نزدیک", today.AddDays(7), 50), Promise("دور", today.AddDays(100), 60)],
        };
        yield return Article("b1", "خبر پنجم", new(2022, 1, 1)) with { Officials = [Post("علی همنام", "مدیرکل", "یزد")] };
        yield return Article("b2", "خبر ششم", new(2022, 2, 1)) with { Officials = [Post("علی همنام", "مدیرکل", "قم")] };
        yield return Article("b3", "خبر هفتم", new(2022, 3, 1)) with { Officials = [Post("علی همنام", "مدیرکل", "یزد")] };
        yield return Article("b4", "خبر هشتم", new(2022, 4, 1)) with { Officials = [Post("علی همنام", "مدیرکل", "قم")] };
    }

    private static AnalyzedArticle Article(string id, string title, DateOnly day) => new()
    {
        Article = new() { Id = id, Source = "test", Title = title, Paragraphs = [string.Create(CultureInfo.InvariantCulture, $"متن خبر {id}.")], Published = PublicationTime.On(day), CanonicalUrl = new("http://outlet.example/" + id) },
    };

    private static Official Post(string name, string role, string place) => new()
    {
        Id = Guid.NewGuid().ToString("N"), Name = name, Role = role, Organisation = "بهزیستی", Place = place, PlaceKind = "province", Sentence = "س", Rule = "test", Confidence = 1, End = 1,
    };

    private static Statement Said(string speaker, int at) => new()
    {
        Id = Guid.NewGuid().ToString("N"), Speaker = speaker, Text = "گفته", Kind = "report", Sentence = "س", Rule = "test", Confidence = 1, Start = at, End = at + 1,
    };

    private static Pledge Promise(string action, DateOnly due, int at) => new()
    {
        Id = Guid.NewGuid().ToString("N"), Actor = "بهزیستی", Speaker = "رضا کریمی‌نسب", Action = action, Strength = "firm", Due = due, Sentence = "س", Rule = "test", Confidence = 1, Start = at, End = at + 1,
    };
}
