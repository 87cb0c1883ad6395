using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Tests.Contract;

/// <summary>The OpenAPI document is sound, has an example of everything, and every answer keeps what it promises.</summary>
public sealed class ContractTests(RunningApi api) : IClassFixture<RunningApi>
{
    /// <summary>Errors that take a server of their own to be seen: <see cref="AccessTests"/> has them. What comes of a store that does not answer has none.</summary>
    private static readonly string[] Elsewhere = ["429", "503", "413", "415", "409", "401"];

    /// <summary>Answers of 2xx that need what a test makes first, or that never end: seen in <see cref="ReviewTests"/>, <see cref="AlertRouteTests"/> and <see cref="EventTests"/>.</summary>
    private static readonly string[] Made = ["acceptReview", "dismissReview", "flagFact", "alert", "removeAlert", "alertMatches", "alertFeed", "alertDigest", "keptPage", "crawlEvents"];

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

    [Fact]
    public async Task EveryDocumentedAnswerHasACall()
    {
        var contract = await ContractAsync();
        var called = Calls.Select(row => ((string)row[0], row[5].ToString()!)).ToHashSet();
        var documented = contract.Operations.SelectMany(operation => operation.Operation["responses"]!.AsObject()
            .Select(response => ((string)operation.Operation["operationId"]!, response.Key)));
        Assert.DoesNotContain(documented, answer => !called.Contains(answer) && !Elsewhere.Contains(answer.Key) && answer is not ("export", "403") && !(answer.Key.StartsWith('2') && Made.Contains(answer.Item1)));
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
