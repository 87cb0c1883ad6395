using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsMiner.Extractor;

namespace NewsMiner.Api.Tests;

/// <summary>What people rule about facts: an overlay that hides and keeps, whatever the extractor does afterwards.</summary>
public sealed class ReviewTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task AFactRuledWrongLeavesListsAndExportsAndOutlivesReextraction()
    {
        var (fact, article, total) = await FirstAsync("/api/figures?limit=1");
        var hits = (await api.GetAsync("/api/search/facts?fact=figure")).GetProperty("total").GetInt32();
        var review = await RunningApi.PostAsync(api.Admin, $"/api/facts/{fact}/flag", new { verdict = "wrong", note = "سال است، شمار نیست" });
        Assert.Equal(hits - 1, (await api.GetAsync("/api/search/facts?fact=figure")).GetProperty("total").GetInt32());
        Assert.Equal(("effective", "ویراستار", "figure", article), (Text(review, "status"), Text(review, "by"), Text(review, "factKind"), Text(review, "articleId")));

        Assert.Equal(total - 1, (await api.GetAsync("/api/figures")).GetProperty("total").GetInt32());
        Assert.Equal([fact], Ids(await api.GetAsync("/api/figures?verdict=wrong")));
        Assert.Equal(total, (await api.GetAsync("/api/figures?verdict=any")).GetProperty("total").GetInt32());
        Assert.DoesNotContain(fact, await api.Client.GetStringAsync("/api/export/figures.jsonl"), StringComparison.Ordinal);

        // The article is read anew with other words around, so that all its facts are written again.
        var before = api.Data.Store.Find(article)!;
        var again = ArticleAnalyzer.Analyze(before.Article with { Paragraphs = [.. before.Article.Paragraphs, "پایان گزارش این هفته است."] });
        await api.Data.Database.WriteAsync(transaction => api.Data.Store.Commit(transaction, null, again, DateTimeOffset.UnixEpoch), CancellationToken.None);
        Assert.Equal(total - 1, (await api.GetAsync("/api/figures")).GetProperty("total").GetInt32());
        var shown = (await api.GetAsync("/api/articles/" + article)).GetProperty("reviews").GetProperty(fact);
        Assert.Equal(("wrong", "سال است، شمار نیست"), (Text(shown, "verdict"), Text(shown, "note")));

        var back = await RunningApi.PostAsync(api.Admin, $"/api/reviews/{review.GetProperty("id").GetInt64()}/dismiss", new { });
        Assert.Equal("dismissed", Text(back, "status"));
        Assert.Equal(total, (await api.GetAsync("/api/figures")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task WithoutAKeyAFlagWaitsForReviewAndSameWordsAreCountedOnce()
    {
        var (fact, article, total) = await FirstAsync("/api/statements?limit=1");
        var first = await RunningApi.PostAsync(api.Client, $"/api/facts/{fact}/flag", new { verdict = "wrong" });
        var second = await RunningApi.PostAsync(api.Client, $"/api/facts/{fact}/flag", new { verdict = "wrong" });
        Assert.Equal(("queued", JsonValueKind.Null), (Text(first, "status"), first.GetProperty("by").ValueKind));
        Assert.Equal((first.GetProperty("id").GetInt64(), 2), (second.GetProperty("id").GetInt64(), second.GetProperty("votes").GetInt32()));
        Assert.Equal(total, (await api.GetAsync("/api/statements")).GetProperty("total").GetInt32());

        var queue = await api.GetAsync("/api/reviews?status=queued");
        var waiting = queue.GetProperty("items").EnumerateArray().Single(item => Text(item, "factId") == fact);
        Assert.Equal(article, waiting.GetProperty("fact").GetProperty("articleId").GetString());
        Assert.Equal("queued", Text((await api.GetAsync("/api/articles/" + article)).GetProperty("reviews").GetProperty(fact), "status"));

        Assert.Equal("effective", Text(await RunningApi.PostAsync(api.Admin, $"/api/reviews/{first.GetProperty("id").GetInt64()}/accept", new { }), "status"));
        Assert.Equal(total - 1, (await api.GetAsync("/api/statements")).GetProperty("total").GetInt32());

        // A later ruling takes the place of the first; only one holds.
        await RunningApi.PostAsync(api.Admin, $"/api/facts/{fact}/flag", new { verdict = "right" });
        Assert.Equal([fact], Ids(await api.GetAsync("/api/statements?verdict=right")));
        Assert.Contains((await api.GetAsync("/api/reviews?status=superseded")).GetProperty("items").EnumerateArray(), item => Text(item, "factId") == fact);
        var counted = (await api.GetAsync("/api/quality")).GetProperty("reviews").EnumerateArray().Single(count => Text(count, "kind") == "statement");
        Assert.Equal((1, 0), (counted.GetProperty("right").GetInt32(), counted.GetProperty("wrong").GetInt32()));
    }

    [Theory]
    [InlineData("{\"verdict\":\"perhaps\"}", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"verdict\":", HttpStatusCode.BadRequest)]
    [InlineData("{\"verdict\":\"1\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"verdict\":\"right\"}", HttpStatusCode.NotFound)]
    public async Task AFlagThatSaysNothingUsefulIsAProblem(string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await api.Client.PostAsync("/api/facts/no-such-fact/flag", content);
        Assert.Equal(status, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(Text(problem, "title")!);
        Assert.NotEmpty(Text(problem, "titleEn")!);
    }

    [Fact]
    public async Task DecidingNeedsAnAdminKey()
    {
        using var response = await api.Client.PostAsJsonAsync("/api/reviews/1/accept", new { });
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Admin.PostAsJsonAsync("/api/reviews/99999/accept", new { })).StatusCode);
    }

    private async Task<(string Fact, string Article, int Total)> FirstAsync(string list)
    {
        var page = await api.GetAsync(list);
        var item = page.GetProperty("items")[0];
        return (Text(item, "id")!, Text(item, "articleId")!, page.GetProperty("total").GetInt32());
    }

    private static string? Text(JsonElement item, string property) => item.GetProperty(property).GetString();

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")!)];
}
