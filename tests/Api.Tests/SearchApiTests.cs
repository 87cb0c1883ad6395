using System.Net;
using System.Text.Json;
using NewsMiner.Api.Hosting;

namespace NewsMiner.Api.Tests;

/// <summary>Search over facts, completion, likeness and recency over HTTP and on the terminal.</summary>
public sealed class SearchApiTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Theory]
    [InlineData("statement")]
    [InlineData("figure")]
    public async Task FactsAreHitsWithTheirOwnSnippet(string fact)
    {
        var found = await GetAsync($"/api/search/facts?fact={fact}&limit=100");
        Assert.True(found.GetProperty("total").GetInt32() > 0);
        foreach (var hit in found.GetProperty("hits").EnumerateArray())
        {
            Assert.Equal(fact, hit.GetProperty("fact").GetString());
            Assert.Equal(JsonValueKind.Object, hit.GetProperty(fact).ValueKind);
            var text = (await GetAsync("/api/articles/" + hit.GetProperty("articleId").GetString())).GetProperty("text").GetString()!;
            var snippet = hit.GetProperty("snippet").GetString()!;
            Assert.Equal(snippet, text.Substring(hit.GetProperty("snippetStart").GetInt32(), snippet.Length));
        }
        Assert.Equal(found.GetProperty("total").GetInt32(), found.GetProperty("facets").GetProperty("fact")[0].GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task FactsOfAKindAreAsManyAsItsListHolds()
    {
        foreach (var (fact, list) in new[] { ("statement", "statements"), ("figure", "figures"), ("pledge", "pledges") })
        {
            Assert.Equal(
                (await GetAsync("/api/" + list)).GetProperty("total").GetInt32(),
                (await GetAsync("/api/search/facts?fact=" + fact)).GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task WhatIsTypedIsCompletedByWordsOfTheArticles()
    {
        var completions = await GetAsync("/api/search/complete?q=" + Uri.EscapeDataString("اورژانس اجتم"));
        Assert.Contains(completions.EnumerateArray(), completion => completion.GetProperty("text").GetString() == "اورژانس اجتماعی" && completion.GetProperty("kind").GetString() == "word");
    }

    [Fact]
    public async Task AlikeArticlesLeaveOutTheArticleItself()
    {
        var similar = await GetAsync("/api/articles/article-01/similar?limit=3");
        Assert.InRange(similar.GetProperty("hits").GetArrayLength(), 0, 3);
        Assert.DoesNotContain(similar.GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("id").GetString() == "article-01");
    }

    [Theory]
    [InlineData("/api/search?recency=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?recency=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/search/facts?fact=rumour", HttpStatusCode.BadRequest)]
    [InlineData("/api/search/facts?q=%22unclosed", HttpStatusCode.BadRequest)]
    [InlineData("/api/search/facts?cursor=rubbish", HttpStatusCode.BadRequest)]
    [InlineData("/api/search/complete?q=xx&limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/articles/none/similar", HttpStatusCode.NotFound)]
    [InlineData("/api/articles/article-01/similar?limit=21", HttpStatusCode.BadRequest)]
    public async Task WrongInputIsAProblemDocument(string address, HttpStatusCode status)
    {
        using var response = await api.Client.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("search", "x", "--in", "rumours")]
    [InlineData("search", "x", "--recency", "0")]
    [InlineData("search", "x", "--order", "sideways")]
    [InlineData("search", "x", "--fact", "rumour")]
    [InlineData("search", "x", "--kind", "rumour")]
    public async Task WrongUsageEndsWithTwo(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        DataFolder.Open(new(folder.Path)).Dispose();
        var (code, _, error) = await NewsminerProcess.RunAsync([.. arguments, "--data", folder.Path]);
        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using var json = JsonDocument.Parse(await api.Client.GetStringAsync(address));
        return json.RootElement.Clone();
    }
}
