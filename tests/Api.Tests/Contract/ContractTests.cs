using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Tests.Contract;

/// <summary>The OpenAPI document is sound, has an example of everything, and every answer keeps what it promises.</summary>
public sealed class ContractTests(InMemoryApi api) : IClassFixture<InMemoryApi>
{
    /// <summary>Errors that take a server of their own to be seen: <see cref="AccessTests"/> has them. What comes of a store that does not answer has none.</summary>
    private static readonly string[] Elsewhere = ["429", "503", "413", "415", "409", "401"];

    /// <summary>Answers of 2xx that need what a test makes first, or that never end: seen in <see cref="ReviewTests"/>, <see cref="AlertRouteTests"/>, <see cref="ScheduleRouteTests"/> and <see cref="EventTests"/>.</summary>
    private static readonly string[] Made = ["acceptReview", "dismissReview", "flagFact", "alert", "removeAlert", "alertMatches", "alertFeed", "alertDigest", "keptPage", "crawlEvents", "crawlSource", "pauseSource", "resumeSource"];

    public static TheoryData<string, string, string, string, string, int> Calls
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string, int>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contract", "calls.tsv")).Where(line => line.Length > 0 && line[0] != '#'))
            {
                var cells = line.Split('\t');
                rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4], int.Parse(cells[5], System.Globalization.CultureInfo.InvariantCulture));
            }
            return rows;
        }
    }

    [Fact]
    public async Task TheDocumentIsSoundOpenApi()
    {
        var json = await api.Client.GetStringAsync("/openapi/v1.json");
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(json, "json", new());
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.StartsWith("3.1", (string)JsonNode.Parse(json)!["openapi"]!, StringComparison.Ordinal);
        var ids = new OpenApiContract(json).Operations.Select(operation => (string?)operation.Operation["operationId"]).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.False(string.IsNullOrEmpty(id)));
    }

    [Fact]
    public async Task EverythingHasAnExampleThatKeepsItsSchema()
    {
        var contract = await ContractAsync();
        var troubles = new List<string>();
        foreach (var (path, method, operation) in contract.Operations)
        {
            var name = $"{method} {path}";
            if (string.IsNullOrEmpty((string?)operation["summary"])) troubles.Add($"{name}: no summary");
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                Judge($"{name} {parameter!["name"]}", parameter["schema"], parameter["example"]);
            foreach (var (type, media) in operation["requestBody"]?["content"]?.AsObject() ?? [])
                Judge($"{name} request", media!["schema"], media["example"]);
            foreach (var (status, response) in operation["responses"]!.AsObject())
            {
                foreach (var (type, media) in response!["content"]?.AsObject() ?? [])
                    Judge($"{name} {status} {type}", media!["schema"], media["example"]);
            }
        }
        Assert.Empty(troubles);

        void Judge(string where, JsonNode? schema, JsonNode? example)
        {
            if (example is null) troubles.Add($"{where}: no example");
            else if (schema is null) troubles.Add($"{where}: no schema");
            else troubles.AddRange(contract.Breaches(schema, example).Select(breach => $"{where}: {breach}"));
        }
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task EveryAnswerKeepsWhatTheDocumentPromises(string operation, string method, string address, string key, string body, int status)
    {
        var contract = await ContractAsync();
        using var content = body.Length > 0 ? new StringContent(body, Encoding.UTF8, "application/json") : null;
        using var response = await api.SendAsync(new(method), address, key switch
        {
            "" => null,
            "wrong" => "nm_wrong",
            _ => await api.KeyAsync($"{operation} {address} {Guid.NewGuid():N}", Enum.Parse<KeyScope>(key, ignoreCase: true)),
        }, content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode}: {text}");
        var promised = OpenApiContract.Content(contract.Operation(operation), status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(promised);
        var type = response.Content.Headers.ContentType!.MediaType!;
        Assert.True(promised.ContainsKey(type), $"{type} is not among {string.Join(", ", promised.Select(media => media.Key))}");
        if (!type.EndsWith("json", StringComparison.Ordinal)) return;
        Assert.Empty(contract.Breaches(promised[type]!["schema"]!, JsonNode.Parse(text)));
        if (status < 400) return;
        var problem = JsonNode.Parse(text)!;
        Assert.Equal(status, (int)problem["status"]!);
        Assert.All(["title", "titleEn"], field => Assert.False(string.IsNullOrEmpty((string?)problem[field]), $"{field} is missing: {text}"));
    }

    /// <summary>HEAD is GET without the body (RFC 9110, 9.3.2).</summary>
    [Theory, MemberData(nameof(Reads))]
    public async Task HeadAnswersAsGetWithoutABody(string address)
    {
        using var get = await api.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        using var head = await api.SendAsync(HttpMethod.Head, address, null);
        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType, get.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentType, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The addresses of the table that are read without a key.</summary>
    public static TheoryData<string> Reads => [.. Calls.Where(row => (string)row[1] == "GET" && ((string)row[3]).Length == 0).Select(row => (string)row[2]).Distinct(), "/api/crawl/events", "/metrics", "/openapi/v1.json"];

    /// <summary>What is wrong is told under the field it is wrong in.</summary>
    [Theory]
    [InlineData("/api/figures?kind=rumour", "kind"), InlineData("/api/pledges?kind=money", "kind"), InlineData("/api/officials?kind=money", "kind"), InlineData("/api/search?kind=rumour", "kind")]
    [InlineData("/api/pledges?status=never", "status"), InlineData("/api/statements?topic=rumour", "topic"), InlineData("/api/articles?province=آتلانتیس", "province")]
    [InlineData("/api/figures?province=یزد&province=قم", "province"), InlineData("/api/search?q=a&q=b", "q"), InlineData("/api/pledges/board?from=1402&from=1403", "from"), InlineData("/api/export/figures.csv?q=a&q=b", "q")]
    [InlineData("/api/figures?provinse=یزد", "provinse"), InlineData("/api/status?x=1", "x"), InlineData("/api/search/complete?q=a&province=یزد", "province")]
    [InlineData("/api/figures?fold=perhaps", "fold"), InlineData("/api/search?facets=perhaps", "facets"), InlineData("/api/articles/article-01/similar?limit=few", "limit")]
    [InlineData("/api/export/figures.csv?status=overdue", "status"), InlineData("/api/export/statements.csv?dueFrom=1402", "dueFrom"), InlineData("/api/export/articles.csv?fold=true", "fold"), InlineData("/api/export/trends.csv?verdict=any", "verdict")]
    [InlineData("/api/export/figures.csv?grain=week", "grain"), InlineData("/api/export/pledges.csv?order=due", "order"), InlineData("/api/export/trends.csv?grain=hour", "grain")]
    public async Task WrongWordsAreToldUnderTheirField(string address, string field)
    {
        using var response = await api.Client.GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field], (await response.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject().Select(error => error.Key));
    }

    /// <summary>A cursor goes on with the list it came from, and with no other.</summary>
    [Theory]
    [InlineData("/api/figures?limit=1"), InlineData("/api/statements?limit=1"), InlineData("/api/statements?limit=1&fold=false"), InlineData("/api/figures?limit=1&kind=count"), InlineData("/api/pledges?limit=1"), InlineData("/api/pledges?limit=1&order=due")]
    [InlineData("/api/officials?limit=1"), InlineData("/api/officials/register?limit=1"), InlineData("/api/officials/register?limit=1&order=name"), InlineData("/api/articles?limit=1"), InlineData("/api/search?limit=1"), InlineData("/api/search/facts?limit=1"), InlineData("/api/reviews?limit=1")]
    public async Task ACursorIsOfItsOwnList(string list)
    {
        var own = (string?)(await api.Client.GetFromJsonAsync<JsonObject>(list))!["nextCursor"];
        if (own is not null) Assert.True((await api.Client.GetAsync($"{list}&cursor={own}")).IsSuccessStatusCode);
        string?[] foreign = ["0000000080f0264117", "000000000000000000000000000000000000001f", "ff", "zz", own?[..^1], own + "0"];
        foreach (var other in new[] { "/api/figures?limit=2&province=یزد", "/api/statements?limit=1&verdict=any", "/api/officials/register?limit=1&order=newest", "/api/search?limit=1&order=oldest" })
            foreign = [.. foreign, (string?)(await api.Client.GetFromJsonAsync<JsonObject>(other))!["nextCursor"]];
        foreach (var cursor in foreign.OfType<string>())
        {
            using var response = await api.Client.GetAsync($"{list}&cursor={cursor}");
            Assert.True(System.Net.HttpStatusCode.BadRequest == response.StatusCode, $"{list}&cursor={cursor}: {(int)response.StatusCode}");
            Assert.Equal("cursor", (await response.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject().Single().Key);
        }
    }

    [Fact]
    public async Task EveryDocumentedAnswerHasACall()
    {
        var contract = await ContractAsync();
        var called = Calls.Select(row => ((string)row[0], row[5].ToString()!)).ToHashSet();
        var documented = contract.Operations.SelectMany(operation => operation.Operation["responses"]!.AsObject()
            .Select(response => ((string)operation.Operation["operationId"]!, response.Key)));
        Assert.DoesNotContain(documented, answer => !called.Contains(answer) && !Elsewhere.Contains(answer.Key) && answer is not (("export", "403") or ("crawlSource" or "pauseSource" or "resumeSource", "404")) && !(answer.Key.StartsWith('2') && Made.Contains(answer.Item1)));
    }

    [Fact]
    public async Task ABodyThatIsNotJsonIsRefused()
    {
        using var text = new StringContent("verdict=right", Encoding.UTF8, "text/plain");
        using var response = await api.Client.PostAsync("/api/facts/none/flag", text);
        Assert.Equal(System.Net.HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.NotEmpty((string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["titleEn"]!);
    }

    private async Task<OpenApiContract> ContractAsync() => new(await api.Client.GetStringAsync("/openapi/v1.json"));
}
