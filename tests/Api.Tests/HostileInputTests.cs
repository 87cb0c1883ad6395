using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsMiner.Api.Tests.Exports;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Tests;

/// <summary>Articles and addresses made to do harm.</summary>
public sealed class HostileInputTests(HostileStore store) : IClassFixture<HostileStore>
{
    private const string Script = "<script>alert(document.domain)</script><img src=x onerror=alert(1)>";

    private readonly RunningApi api = store.Api;

    [Fact]
    public async Task NoFieldOfAnArticleReachesABrowserAsMarkup()
    {
        var article = new Article
        {
            Id = "script", Source = Script, Title = Script, Kicker = Script, Lead = Script, Paragraphs = [Script, "مدیرکل بهزیستی استان یزد گفت: ۵ مرکز ساخته شد."], Outlet = Script, Agency = Script, Province = Script, City = Script,
            Code = Script, Section = Script, Tags = [Script], CanonicalUrl = new("http://outlet.example/?q=" + Uri.EscapeDataString(Script)), Author = Script, Published = PublicationTime.On(new(2026, 1, 1)),
        };
        var page = new KeptPage(new("http://outlet.example/script"), DateTimeOffset.UnixEpoch, 200, new Dictionary<string, string> { ["content-type"] = "text/html; charset=utf-8" }, Encoding.UTF8.GetBytes($"<html><body>{Script}</body></html>"), "test");
        await api.Data.Database.WriteAsync(transaction => api.Data.Store.Commit(transaction, page, ArticleAnalyzer.Analyze(article), DateTimeOffset.UnixEpoch), CancellationToken.None);
        foreach (var address in new[] { "/api/articles/script", "/api/search?q=alert", "/api/articles", "/api/figures", "/api/sources", "/api/search?q=" + Uri.EscapeDataString(Script), "/api/officials/" + Uri.EscapeDataString(Script), "/api/export/articles.csv", "/api/export/articles.jsonl", "/<script>" })
        {
            using var response = await api.Client.GetAsync(address);
            var type = response.Content.Headers.ContentType!.MediaType!;
            // Only the page itself is HTML, and it holds nothing of ours.
            if (type == "text/html") Assert.DoesNotContain("alert(", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.DoesNotContain("unsafe-inline", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
        using var kept = await api.Client.GetAsync("/api/articles/script/page");
        Assert.Contains(Script, await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = kept.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("sandbox", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/search?fold=maybe", 400, "true یا false بنویسید")]
    [InlineData("/api/search/complete?q=مدد&limit=ده", 400, "عددی درست")]
    [InlineData("/api/trends/compare?limit=1e3", 400, "عددی از ۱ تا ۱۰۰ بنویسید")]
    public async Task EveryErrorIsAProblemInPersian(string address, int status, string told)
    {
        using var response = await api.Client.GetAsync(address);
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(told, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../newsminer.dll")]
    [InlineData("/..%2fnewsminer.dll")]
    [InlineData("/%2e%2e/newsminer.dll")]
    [InlineData("/assets/..%2f..%2fnewsminer.dll")]
    [InlineData("/assets/..%5c..%5cnewsminer.dll")]
    [InlineData("/....//newsminer.dll")]
    [InlineData("//etc/passwd")]
    [InlineData("/%2fetc%2fpasswd")]
    [InlineData("/api/export/..%2f..%2f..%2fetc%2fpasswd.csv")]
    [InlineData("/api/articles/..%2f..%2fnewsminer.db/page")]
    [InlineData("/newsminer.dll%00.css")]
    public async Task NoAddressLeadsOutOfThePage(string path)
    {
        // Written to the wire as it stands; a client would tidy it up.
        var server = api.Client.BaseAddress!;
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answer = await reader.ReadToEndAsync();
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("This program cannot be run in DOS mode", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format 3", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(" 500 ", answer.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestLineWithoutEndIsRefused()
    {
        using var response = await api.Client.GetAsync("/api/search?q=" + new string('a', 30_000));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Fact]
    public async Task AHeaderCannotBePutIntoAnAnswer()
    {
        using var response = await api.Client.GetAsync("/api/export/figures.csv?speaker=" + Uri.EscapeDataString("x\r\nX-Evil: 1"));
        Assert.False(response.Headers.Contains("X-Evil"));
    }
}
