using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsMiner.Api.Tests.Contract;

/// <summary>Ten thousand seeded requests with what callers should not send: each is answered by 2xx or by a problem document of 4xx, never by 5xx.</summary>
public sealed class FuzzTests(RunningApi api) : IClassFixture<RunningApi>
{
    private const int Requests = 10_000;

    private const int Seed = 1405;

    /// <summary>A slow machine asks fewer; the seed tells which.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private static readonly string[] Words =
    [
        "مددجو", "1402", "1402-13", "1402-05-31", "2024-02-30", "9999999999999999999999", "-1", "0", "1", "100", "101", "1e9", "NaN", "true", "null", "", " ", "\0", "\u0001", "\ud800", "\uffff", "😀",
        "'", "''; DROP TABLE article; --", "\"", "\"باز", "(", ")", "((((((((((", "OR", "- -", "NOT", "a ~99999999999 b", "~", "*", "م*", "speaker:", "speaker:\"", "from:x", "1402..", "..1402", "figure>", "figure>1000 unit:", "figure>=-1",
        "title:مددجو", "سال 1401", "سال 99999", "%", "%25%32", "_", "../../../etc/passwd", "..\\..\\x", "/", "//", "?", "#", "<script>alert(1)</script>", "=1+1", "\r\nX-Evil: 1", "{{7*7}}", "${x}", "overdue", "due", "newest", "oldest", "wrong", "any", "money", "firm",
        "article-01", "0000000080f0264117", "0000000000000000", "ffffffffffffffffffffffff", "000000000000f07f1", "000000000000f87f1", "7fffffffffffffff", "8000000000000000d9be", "کامران یزدان‌فر", "یزد", "استان یزد", new('م', 400), new('ا', 600), new('(', 300), string.Concat(Enumerable.Repeat("a OR ", 90)),
    ];

    [Fact]
    public async Task NoRequestBreaksTheServer()
    {
        var contract = new OpenApiContract(await api.Client.GetStringAsync("/openapi/v1.json"));
        var operations = contract.Operations.Where(operation => (string?)operation.Operation["operationId"] is not ("crawlEvents" or "ready")).ToArray();
        var broken = new ConcurrentQueue<string>();
        var clock = Stopwatch.StartNew();
        var asked = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, stop) =>
        {
            if (clock.Elapsed > Longest) return;
            var random = new Random(Seed + i);
            var (path, method, operation) = operations[random.Next(operations.Length)];
            using var request = Request(path, method, operation, random);
            using var response = await api.Admin.SendAsync(request, stop);
            Interlocked.Increment(ref asked);
            var status = (int)response.StatusCode;
            var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json";
            if (status is >= 500 or (>= 300 and < 400 and not 304) || (status >= 400 && !problem)) broken.Enqueue($"{status} #{i} {request.RequestUri!.PathAndQuery}");
            else if (status < 300) await response.Content.CopyToAsync(Stream.Null, stop);
        });
        Assert.True(broken.IsEmpty, string.Join('\n', broken.Order().Take(20)));
        Assert.Empty(api.Errors);
        Assert.True(asked > 500, $"only {asked} requests were made");
    }

    private static HttpRequestMessage Request(string path, string method, JsonObject operation, Random random)
    {
        var query = new StringBuilder();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var name = (string)parameter!["name"]!;
            if ((string)parameter["in"]! == "path")
            {
                var known = name switch { "kind" => "figures", "format" => random.Next(2) == 0 ? "csv" : "jsonl", _ => "article-01" };
                path = path.Replace($"{{{name}}}", PathPart(random.Next(3) == 0 ? known : Word(random), random), StringComparison.Ordinal);
            }
            else if (random.Next(4) == 0)
            {
                for (var times = random.Next(8) == 0 ? 2 : 1; times > 0; times--) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Escaped(Word(random), random));
            }
        }
        var request = new HttpRequestMessage(new(method.ToUpperInvariant()), new Uri(path + query, UriKind.Relative));
        if (operation["requestBody"] is not null) request.Content = new StringContent(Body(random), Encoding.UTF8, random.Next(20) == 0 ? "text/plain" : "application/json");
        if (random.Next(10) == 0) request.Headers.TryAddWithoutValidation("If-None-Match", random.Next(2) == 0 ? "*" : "\"x\", W/\"");
        if (random.Next(10) == 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", random.Next(2) == 0 ? "br" : "gzip;q=x, , *");
        return request;
    }

    private static string Word(Random random)
    {
        var word = Words[random.Next(Words.Length)];
        return random.Next(6) switch
        {
            0 => word + Words[random.Next(Words.Length)],
            1 => new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(1, 0x700))]),
            2 => random.NextInt64(long.MinValue, long.MaxValue).ToString(random.Next(2) == 0 ? "x" : "D", CultureInfo.InvariantCulture),
            _ => word,
        };
    }

    /// <summary>The web server itself refuses a NUL in a path, before anything of ours runs and without a document.</summary>
    private static string PathPart(string word, Random random) => Escaped(word.Replace("\0", "\u0001", StringComparison.Ordinal), random);

    /// <summary>Percent-encoded; now and then as bytes that are no UTF-8.</summary>
    private static string Escaped(string word, Random random) =>
        random.Next(25) == 0 ? "%ff%fe%80" : Uri.EscapeDataString(Sound(word.Length > 700 ? word[..700] : word)) is { Length: > 0 } escaped ? escaped : "%20";

    private static string Body(Random random)
    {
        if (random.Next(8) == 0) return random.Next(3) switch { 0 => "{", 1 => "[]", _ => "null" };
        var body = new JsonObject();
        foreach (var name in new[] { "verdict", "note", "name", "about", "webhook", "email" })
        {
            if (random.Next(2) == 0) body[name] = random.Next(10) == 0 ? random.Next() : Sound(Word(random));
        }
        if (random.Next(3) == 0) body["days"] = random.Next(-5, 400);
        if (random.Next(3) == 0) body["about"] = new[] { "article", "statement", "figure", "pledge", "pledgeDue", "postChange" }[random.Next(6)];
        if (random.Next(3) == 0) body["filter"] = new JsonObject { ["q"] = Sound(Word(random)), ["province"] = Sound(Word(random)) };
        return body.ToJsonString();
    }

    /// <summary>A JSON writer refuses half a surrogate.</summary>
    private static string Sound(string word) => string.Concat(word.EnumerateRunes().Select(rune => rune.ToString()));
}
