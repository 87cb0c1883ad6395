using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsMiner.Api.Tests;

/// <summary>The contract of the HTTP API over a small known store.</summary>
public sealed class ApiTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Theory]
    [InlineData("برنامه‌ریزی")]
    [InlineData("برنامه ریزی")]
    [InlineData("برنامهریزی")]
    public async Task AllSpellingsOfAWordFindTheSameArticles(string query)
    {
        var results = await GetAsync("/api/search?q=" + Uri.EscapeDataString(query));
        Assert.Equal(12, results.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task FacetsCountAllHitsAndNarrowThem()
    {
        var all = await GetAsync("/api/search?limit=1");
        Assert.Equal([("سمنان", 6), ("یزد", 6)], Counts(all, "province").Order());
        Assert.Equal(6, Counts(all, "month").Count);
        var month = Counts(all, "month").Min().Value;
        Assert.Equal(2, (await GetAsync($"/api/search?from={month}&to={month}")).GetProperty("total").GetInt32());
        var yazd = await GetAsync("/api/search?province=" + Uri.EscapeDataString("استان یزد"));
        Assert.Equal(6, yazd.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task HighlightsStandOnTheWordsSought()
    {
        var hit = (await GetAsync("/api/search?q=" + Uri.EscapeDataString("اورژانس اجتماعی"))).GetProperty("hits")[0];
        var title = hit.GetProperty("title").GetString()!;
        var marked = hit.GetProperty("titleHighlights").EnumerateArray().Select(span => title[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]);
        Assert.Equal("اورژانس اجتماعی", string.Join(' ', marked));
    }

    [Theory]
    [InlineData("/api/articles")]
    [InlineData("/api/search?q=مددجویان")]
    [InlineData("/api/figures")]
    [InlineData("/api/statements")]
    public async Task CursorsWalkTheWholeListOnce(string list)
    {
        var seen = new List<string>();
        var next = list + (list.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=5";
        var total = 0;
        while (next.Length > 0)
        {
            using var response = await api.Client.GetAsync(next);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            total = json.RootElement.GetProperty("total").GetInt32();
            seen.AddRange(json.RootElement.GetProperty(json.RootElement.TryGetProperty("hits", out _) ? "hits" : "items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : "";
            Assert.True(seen.Count <= total, "the list does not end");
        }
        Assert.True(total > 5);
        Assert.Equal(total, seen.Distinct().Count());
    }

    [Fact]
    public async Task AnArticleCarriesItsFactsWithSpansIntoItsText()
    {
        var article = await GetAsync("/api/articles/article-00");
        var text = article.GetProperty("text").GetString()!;
        var figure = article.GetProperty("figures").EnumerateArray().Single(item => item.GetProperty("value").GetDecimal() == 2);
        Assert.StartsWith("2 ", text[figure.GetProperty("start").GetInt32()..], StringComparison.Ordinal);
        Assert.Equal("article-00", figure.GetProperty("articleId").GetString());
        Assert.Equal("http://outlet.example/news/0", figure.GetProperty("url").GetString());
    }

    [Fact]
    public async Task AMonthOfSilenceIsAGapAndSharesAddUp()
    {
        var trend = await GetAsync("/api/trends/terms?q=" + Uri.EscapeDataString("مددجویان"));
        var points = trend.GetProperty("points").EnumerateArray().ToArray();
        Assert.Equal(7, points.Length);
        Assert.Equal(JsonValueKind.Null, points[1].GetProperty("count").ValueKind);
        Assert.Equal(0, points[1].GetProperty("output").GetInt32());
        Assert.All(points.Where(point => point.GetProperty("output").GetInt32() > 0), point => Assert.Equal(0.5, point.GetProperty("share").GetDouble()));
        Assert.NotEmpty(trend.GetProperty("denominator").GetString()!);
    }

    [Theory]
    [InlineData("/api/articles/none", HttpStatusCode.NotFound)]
    [InlineData("/api/articles/none/page", HttpStatusCode.NotFound)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("/openapi/v2.json", HttpStatusCode.NotFound)]
    [InlineData("/api/search?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?limit=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?order=sideways", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?cursor=rubbish", HttpStatusCode.BadRequest)]
    [InlineData("/api/figures?cursor=rubbish", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?from=1402-13", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?from=1403&to=1402", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?q=%22unclosed", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?facets=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("/api/export/rumours.csv", HttpStatusCode.NotFound)]
    public async Task WrongInputIsAProblemDocument(string address, HttpStatusCode status)
    {
        using var response = await api.Client.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task AnUnchangedAnswerCostsNoTransfer()
    {
        using var first = await api.Client.GetAsync("/api/articles/article-01");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles/article-01");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var second = await api.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task ExportsStreamAllRowsInBothFormats()
    {
        var csv = await api.Client.GetByteArrayAsync("/api/export/figures.csv?bom=1");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        var lines = (await api.Client.GetStringAsync("/api/export/figures.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = System.Text.Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
        Assert.Equal((await GetAsync("/api/figures")).GetProperty("total").GetInt32(), lines.Length);
        Assert.Equal(lines.Length, rows);
        Assert.Equal(12, (await api.Client.GetStringAsync("/api/export/articles.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <summary>The page's types are made from src/Api/web/openapi.json. Where this fails, put openapi.actual.json from the tests' output folder in its place.</summary>
    [Fact]
    public async Task ThePageKnowsTheOpenApiDocumentOfTheServer()
    {
        var document = JsonNode.Parse(await api.Client.GetStringAsync("/openapi/v1.json"))!.AsObject();
        document.Remove("servers");
        var known = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json")));
        if (JsonNode.DeepEquals(document, known)) return;
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.actual.json"), document.ToJsonString(Output.Json.Indented) + "\n");
        Assert.Fail("src/Api/web/openapi.json is not what the server answers; take openapi.actual.json from the tests' output folder");
    }

    [Fact]
    public async Task TheOpenApiDocumentDescribesEveryRoute()
    {
        var paths = (await GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToArray();
        Assert.All(api.Routes.Where(route => route.StartsWith("/api/", StringComparison.Ordinal) && !route.Contains("**", StringComparison.Ordinal)), route => Assert.Contains(route, paths));
    }

    [Fact]
    public void EveryRouteIsInTheReadme()
    {
        var readme = string.Concat(new[] { "README.md", "Api.README.md" }.Select(name => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name))));
        Assert.All(api.Routes.Where(route => route.StartsWith("/api/", StringComparison.Ordinal) && !route.Contains("**", StringComparison.Ordinal)), route => Assert.Contains($"`{route}`", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task HealthAnswers(string address) => Assert.Equal(HttpStatusCode.OK, (await api.Client.GetAsync(address)).StatusCode);

    private Task<JsonElement> GetAsync(string address) => api.GetAsync(address);

    private static List<(string Value, int Count)> Counts(JsonElement results, string facet) =>
        [.. results.GetProperty("facets").GetProperty(facet).EnumerateArray().Select(item => (item.GetProperty("value").GetString()!, item.GetProperty("count").GetInt32()))];
}
