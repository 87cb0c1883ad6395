using System.Net;
using System.Text.Json;

namespace NewsMiner.Api.Tests;

/// <summary>The routes and the verb of trends over the demo articles.</summary>
public sealed class TrendRouteTests(TrendApi api) : IClassFixture<TrendApi>
{
    [Theory]
    [InlineData("day"), InlineData("week"), InlineData("month"), InlineData("season"), InlineData("YEAR")]
    public async Task TermsAgreeWithSearchAtEveryGrain(string grain)
    {
        var trend = await GetAsync($"/api/trends/terms?q=وام&q=بهزیستی&grain={grain}");
        var series = trend.GetProperty("series").EnumerateArray().ToArray();
        Assert.Equal(["وام", "بهزیستی"], series.Select(one => one.GetProperty("query").GetString()!));
        foreach (var one in series)
        {
            var found = await GetAsync($"/api/search?fold=false&facets=false&q={one.GetProperty("query").GetString()}");
            Assert.Equal(found.GetProperty("total").GetInt64(), one.GetProperty("total").GetInt64());
            Assert.Equal(one.GetProperty("total").GetInt64(), one.GetProperty("points").EnumerateArray().Sum(point => point.GetProperty("count").ValueKind == JsonValueKind.Null ? 0 : point.GetProperty("count").GetInt64()));
            Assert.All(new[] { one.GetProperty("trend"), one.GetProperty("changePoint"), one.GetProperty("bursts").GetProperty("finding"), one.GetProperty("spikes").GetProperty("finding") }, finding =>
                Assert.All(new[] { "verdict", "fa", "en", "basisFa", "basisEn", "method" }, name => Assert.NotEmpty(finding.GetProperty(name).GetString()!)));
        }
        // The first series stands at the top, as a client of one query reads it.
        Assert.Equal(series[0].GetProperty("points").GetRawText(), trend.GetProperty("points").GetRawText());
        Assert.Equal("وام", trend.GetProperty("query").GetString());
    }

    [Fact]
    public async Task FiguresOfAUnitAddUp()
    {
        var trend = await GetAsync("/api/trends/figures?kind=money&grain=year");
        Assert.Equal("ریال", trend.GetProperty("unit").GetString());
        Assert.Equal(trend.GetProperty("total").GetInt32(), trend.GetProperty("points").EnumerateArray().Sum(point => point.GetProperty("count").GetInt32()));
        Assert.All(trend.GetProperty("points").EnumerateArray().Where(point => point.GetProperty("count").GetInt32() > 0), point =>
            Assert.InRange(point.GetProperty("median").GetDecimal(), point.GetProperty("min").GetDecimal(), point.GetProperty("max").GetDecimal()));
    }

    [Fact]
    public async Task TwoPeriodsAreCompared()
    {
        var compared = await GetAsync("/api/trends/compare?from=1399&to=1402&from2=1403&to2=1405&limit=5");
        Assert.Equal("compared", compared.GetProperty("finding").GetProperty("verdict").GetString());
        Assert.Equal(["terms", "officials", "bodies", "places", "topics"], compared.GetProperty("lists").EnumerateArray().Select(list => list.GetProperty("kind").GetString()!));
        Assert.All(compared.GetProperty("lists").EnumerateArray().SelectMany(list => list.GetProperty("fell").EnumerateArray()), item =>
            Assert.True(item.GetProperty("shareA").GetDouble() > item.GetProperty("shareB").GetDouble() && item.GetProperty("logRatio").GetDouble() < 0));
    }

    [Theory]
    [InlineData("/api/trends/terms", "points")]
    [InlineData("/api/trends/compare?province=یزد&province2=سمنان", "lists")]
    [InlineData("/api/trends/emerging", "lists")]
    [InlineData("/api/trends/figures?unit=نفر", "points")]
    [InlineData("/api/trends/together?of=topic&with=place", "pairs")]
    public async Task AnEmptyStoreHasTooLittleData(string address, string list)
    {
        var answer = await GetAsync(address, api.Empty);
        Assert.Empty(answer.GetProperty(list).EnumerateArray());
        Assert.Contains("tooLittleData", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/trends/terms?grain=decade", "grain")]
    [InlineData("/api/trends/terms?grain=1", "grain")]
    [InlineData("/api/trends/terms?measure=readers", "measure")]
    [InlineData("/api/trends/terms?value=median", "value")]
    [InlineData("/api/trends/terms?burst=big", "burst")]
    [InlineData("/api/trends/terms?province=اتریش", "province")]
    [InlineData("/api/trends/terms?from=1403&to=1402", "to")]
    [InlineData("/api/trends/terms?q=%22باز", "q")]
    [InlineData("/api/trends/terms?q=وام&q=(وام", "q")]
    [InlineData("/api/trends/terms?q=1&q=2&q=3&q=4&q=5&q=6", "q")]
    [InlineData("/api/trends/compare", "q2")]
    [InlineData("/api/trends/compare?province=یزد&province2=استان+یزدان", "province2")]
    [InlineData("/api/trends/compare?province=یزد&province2=یزد", "q2")]
    [InlineData("/api/trends/compare?from=1402&from2=1403-20", "from2")]
    [InlineData("/api/trends/compare?q=وام&q2=(وام", "q2")]
    [InlineData("/api/trends/compare?q=وام&q2=کار&limit=0", "limit")]
    [InlineData("/api/trends/emerging?days=0", "days")]
    [InlineData("/api/trends/emerging?background=1", "background")]
    [InlineData("/api/trends/emerging?from=1499", "from")]
    [InlineData("/api/trends/figures", "counted")]
    [InlineData("/api/trends/figures?counted=از+و", "counted")]
    [InlineData("/api/trends/figures?unit=نفر&change=sideways", "change")]
    [InlineData("/api/trends/together?of=minister", "of")]
    [InlineData("/api/trends/together?min=x", "min")]
    public async Task WhatCannotBeUsedIsAProblemUnderItsField(string address, string field)
    {
        using var response = await api.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.NotEmpty(json.RootElement.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }

    [Fact]
    public async Task TheVerbDrawsATableAndSaysWhatItMeans()
    {
        var (code, output, error) = await NewsminerProcess.RunAsync(["trends", "وام", "بهزیستی", "--grain", "year", "--share", "--data", api.Folder]);
        Assert.True(code == 0, error);
        Assert.Contains('█', output);
        Assert.Contains("1403", output, StringComparison.Ordinal);
        Assert.Contains("Pettitt (1979)", output, StringComparison.Ordinal);
        Assert.Contains("too little data: 7 years", output, StringComparison.Ordinal);
        var persian = await NewsminerProcess.RunAsync(["trends", "وام", "--grain", "season", "--language", "fa", "--data", api.Folder]);
        Assert.Contains("بهار ۱۴۰۳", persian.Output, StringComparison.Ordinal);
        var csv = await NewsminerProcess.RunAsync(["trends", "وام", "بهزیستی", "--grain", "year", "--format", "csv", "--data", api.Folder]);
        var rows = csv.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("query,grain,measure,period,", rows[0], StringComparison.Ordinal);
        Assert.Equal(1 + 2 * 7, rows.Length);
        Assert.All(rows.Skip(1), row => Assert.Contains(",year,articles,1", row, StringComparison.Ordinal));
        Assert.Equal(2, (await NewsminerProcess.RunAsync(["trends", "(وام", "--data", api.Folder])).ExitCode);
    }

    private async Task<JsonElement> GetAsync(string address, HttpClient? client = null)
    {
        using var response = await (client ?? api.Client).GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {body}");
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }
}
