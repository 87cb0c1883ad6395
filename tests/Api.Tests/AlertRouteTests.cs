using System.Net;
using System.Net.Http.Json;
using System.Xml.Linq;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Api.Tests;

/// <summary>Alerts through the API: made, tried out, read, forgotten; and what is refused.</summary>
public sealed class AlertRouteTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task AnAlertIsMadeReadAndForgotten()
    {
        var made = await RunningApi.PostAsync(api.Admin, "/api/alerts", new { name = "بهزیستی", about = "article", filter = new { province = "کرمان" }, webhook = "https://hooks.example/pr", email = "pr@office.example" });
        var id = made.GetProperty("id").GetString();
        Assert.Equal(64, made.GetProperty("secret").GetString()!.Length);
        // Where it is sent is nobody's business but an admin's, and the secret is told once.
        var seen = await api.GetAsync("/api/alerts/" + id);
        Assert.Null(seen.GetProperty("webhook").GetString());
        Assert.Null(seen.GetProperty("email").GetString());
        Assert.Null(seen.GetProperty("secret").GetString());
        using var owner = await api.Admin.GetAsync("/api/alerts/" + id);
        Assert.Contains("hooks.example", await owner.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var article = new Article { Id = "kerman", Source = "test", Title = "خبر کرمان", Paragraphs = ["متنی دربارهٔ کرمان."], Province = "کرمان", Published = PublicationTime.On(new(2026, 1, 1)), CanonicalUrl = new("http://outlet.example/kerman") };
        await api.Data.Database.WriteAsync(transaction => api.Data.Store.Commit(transaction, null, ArticleAnalyzer.Analyze(article), DateTimeOffset.UnixEpoch), CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow();
        var today = PublicationTime.At(now).Day;
        await new Index.Alerts.AlertBook(api.Data.Database).LookAsync(now, today, CancellationToken.None);
        var matches = await api.GetAsync($"/api/alerts/{id}/matches");
        Assert.Equal("kerman", Assert.Single(matches.GetProperty("items").EnumerateArray()).GetProperty("articleId").GetString());
        Assert.Equal(1, (await api.GetAsync($"/api/alerts/{id}/digest/{today:yyyy-MM-dd}")).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await api.GetAsync($"/api/alerts/{id}/digest/1404-10-11")).GetProperty("items").GetArrayLength());
        using var feed = await api.Client.GetAsync($"/api/alerts/{id}/feed.atom");
        Assert.Equal("application/atom+xml", feed.Content.Headers.ContentType!.MediaType);
        Assert.Single(XDocument.Parse(await feed.Content.ReadAsStringAsync()).Root!.Elements(), element => element.Name.LocalName == "entry");

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Client.DeleteAsync("/api/alerts/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await api.Admin.DeleteAsync("/api/alerts/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Client.GetAsync("/api/alerts/" + id)).StatusCode);
    }

    [Fact]
    public async Task ATrialTellsWhatASearchWouldFind()
    {
        var found = await RunningApi.PostAsync(api.Client, "/api/alerts/preview", new { about = "article", filter = new { q = "کرمان" } });
        Assert.Equal(found.GetProperty("total").GetInt32(), found.GetProperty("items").GetArrayLength());
        Assert.True(found.GetProperty("total").GetInt32() is 0 or 1);
    }

    [Theory]
    [InlineData("name", "{\"about\":\"article\"}")]
    [InlineData("about", "{\"name\":\"x\",\"about\":\"gossip\"}")]
    [InlineData("days", "{\"name\":\"x\",\"about\":\"pledgeDue\",\"days\":-1}")]
    [InlineData("filter.q", "{\"name\":\"x\",\"about\":\"article\",\"filter\":{\"q\":\"\\\"open\"}}")]
    [InlineData("email", "{\"name\":\"x\",\"about\":\"article\",\"email\":\"a@b.example\\r\\nBcc: c@d.example\"}")]
    [InlineData("email", "{\"name\":\"x\",\"about\":\"article\",\"email\":\"nobody\"}")]
    [InlineData("webhook", "{\"name\":\"x\",\"about\":\"article\",\"webhook\":\"file:///etc/passwd\"}")]
    [InlineData("webhook", "{\"name\":\"x\",\"about\":\"article\",\"webhook\":\"http://127.0.0.1/\"}")]
    [InlineData("webhook", "{\"name\":\"x\",\"about\":\"article\",\"webhook\":\"http://2130706433/\"}")]
    [InlineData("webhook", "{\"name\":\"x\",\"about\":\"article\",\"webhook\":\"http://[::ffff:10.0.0.1]/\"}")]
    [InlineData("webhook", "{\"name\":\"x\",\"about\":\"article\",\"webhook\":\"http://169.254.169.254/latest\"}")]
    [InlineData("webhook", "{\"name\":\"x\",\"about\":\"article\",\"webhook\":\"http://printer.local/\"}")]
    [InlineData("webhook", "{\"name\":\"x\",\"about\":\"article\",\"webhook\":\"https://user:pass@hooks.example/\"}")]
    public async Task WhatAnAlertCannotBeIsToldByField(string field, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await api.Admin.PostAsync("/api/alerts", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }
}
