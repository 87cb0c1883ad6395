using System.Net;
using System.Text;
using NewsMiner.Api.Access;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Tests;

/// <summary>Who may do what, how fast, and what happens to whoever guesses.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task AClosedServerAsksReadersForAKeyOfTheRightScope()
    {
        await using var server = await OpenAsync(new() { RequireKey = true });
        var api = server.Api;
        var (read, export) = (await api.KeyAsync("خواننده", KeyScope.Read), await api.KeyAsync("پژوهشگر", KeyScope.Export));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Get, "/api/figures", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Get, "/metrics", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, "/api/figures", read)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.SendAsync(HttpMethod.Get, "/api/export/figures.csv", read)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, "/api/export/figures.csv", export)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.SendAsync(HttpMethod.Post, "/api/reviews/1/accept", export)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, "/health/live", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, "/api/session", null)).StatusCode);
        using var bearer = new HttpRequestMessage(HttpMethod.Get, "/api/figures");
        bearer.Headers.Authorization = new("Bearer", read);
        Assert.Equal(HttpStatusCode.OK, (await api.Client.SendAsync(bearer)).StatusCode);
    }

    [Fact]
    public async Task ARevokedKeyOpensNothingAndNoSecretIsStored()
    {
        await using var server = await OpenAsync(new());
        var key = await server.Api.KeyAsync("رفته", KeyScope.Admin);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Api.SendAsync(HttpMethod.Post, "/api/reviews/1/accept", key)).StatusCode);
        Assert.True(await new KeyBook(server.Api.Data.Database).RevokeAsync("رفته", DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Api.SendAsync(HttpMethod.Post, "/api/reviews/1/accept", key)).StatusCode);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(server.Api.Data.Database.Path)!))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var stored = await reader.ReadToEndAsync();
            Assert.DoesNotContain(key[12..], stored, StringComparison.Ordinal);
            Assert.DoesNotContain(Encoding.Latin1.GetString(Convert.FromHexString(key[12..])), stored, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nm_00000000_")]
    [InlineData("rubbish")]
    [InlineData("nm_zzzzzzzz_0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("nm_00000000_000000000000000000000000000000000000000000000000000000000000000g")]
    public async Task WhatIsNoKeyIsRefused(string key)
    {
        await using var server = await OpenAsync(new());
        using var response = await server.Api.SendAsync(HttpMethod.Get, "/api/session", key);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverGuessesKeysHasToWaitEvenWithARightOne()
    {
        await using var server = await OpenAsync(new() { RequestsPerMinute = 1_000_000, Burst = 1_000_000 });
        var right = await server.Api.KeyAsync("راست", KeyScope.Read);
        for (var guess = 0; guess < KeyGate.Guesses; guess++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.Api.SendAsync(HttpMethod.Get, "/api/session", $"nm_00000000_{guess:x64}")).StatusCode);
        using var refused = await server.Api.SendAsync(HttpMethod.Get, "/api/session", right);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        // Whoever shows no key is not punished for those who guess behind the same address.
        Assert.Equal(HttpStatusCode.OK, (await server.Api.SendAsync(HttpMethod.Get, "/api/session", null)).StatusCode);
    }

    [Fact]
    public async Task TooManyRequestsAreToldWhenToComeBack()
    {
        await using var server = await OpenAsync(new() { RequestsPerMinute = 60, Burst = 5 });
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++) answers.Add(await server.Api.Client.GetAsync("/api/status"));
        Assert.All(answers.Take(5), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await server.Api.Client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task ABodyLargerThanAllowedIsNotRead()
    {
        await using var server = await OpenAsync(new());
        using var body = new StringContent("{\"note\":\"" + new string('x', 200_000) + "\"}", Encoding.UTF8, "application/json");
        using var response = await server.Api.Client.PostAsync("/api/facts/none/flag", body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task AnAnswerThatTakesTooLongIsGivenUpAndItsSqlWithIt()
    {
        await using var server = await OpenAsync(new() { RequestTimeout = TimeSpan.FromMilliseconds(20) });
        // Whoever asks first has the tables looked at once; that is not what is timed here.
        (await server.Api.Client.GetAsync("/api/officials/register?q=nobody")).Dispose();
        // Facts that never end: however late the clock of a busy machine strikes, the answer is not there before it.
        await server.Api.Data.Database.WriteAsync(transaction =>
        {
            using var command = transaction.Connection!.CreateCommand();
            command.CommandText =
                """
                ALTER TABLE fact RENAME TO finite_fact;
                CREATE VIEW fact AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                SELECT f.* FROM n CROSS JOIN finite_fact f WHERE n.i < 0
                """;
            return command.ExecuteNonQuery();
        }, CancellationToken.None);
        using var response = await server.Api.Client.GetAsync("/api/officials/register?q=nobody");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Empty(server.Api.Errors);
    }

    [Fact]
    public void CancellationReachesTheSqlThatRuns()
    {
        using var folder = new TemporaryFolder();
        using var data = Hosting.DataFolder.Open(new(folder.Path));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => data.Database.Read(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n";
            return command.ExecuteScalar();
        }, stop.Token));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "a query without an end was cut short");
        Assert.Equal(0, data.Store.Counts().Articles);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task AnswersAreCompressedAndTheirTagsDifferByCoding(string coding)
    {
        await using var server = await OpenAsync(new());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles?limit=100");
        request.Headers.AcceptEncoding.Add(new(coding));
        using var response = await server.Api.Client.SendAsync(request);
        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        using var plain = await server.Api.Client.GetAsync("/api/articles?limit=100");
        Assert.NotEqual(plain.Headers.ETag, response.Headers.ETag);
        Assert.False(plain.Headers.ETag!.IsWeak);
        Assert.Equal("no-cache", plain.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/status")]
    [InlineData("/api/none")]
    public async Task EveryAnswerCarriesAStrictPolicy(string address)
    {
        await using var server = await OpenAsync(new());
        using var response = await server.Api.Client.GetAsync(address);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task KeysAreMadeListedAndRevokedOnTheCommandLine()
    {
        using var folder = new TemporaryFolder();
        var (code, key, _) = await NewsminerProcess.RunAsync(["keys", "add", "دفتر روابط عمومی", "--scope", "export", "--data", folder.Path]);
        Assert.Equal(0, code);
        using (var data = Hosting.DataFolder.Open(new(folder.Path))) Assert.Equal(KeyScope.Export, new KeyBook(data.Database).Find(key.Trim())!.Scope);
        Assert.Equal(1, (await NewsminerProcess.RunAsync(["keys", "add", "دفتر روابط عمومی", "--data", folder.Path])).ExitCode);
        var (_, list, _) = await NewsminerProcess.RunAsync(["keys", "list", "--data", folder.Path]);
        Assert.Contains("دفتر روابط عمومی\texport", list, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Trim()[12..], list, StringComparison.Ordinal);
        Assert.Equal(0, (await NewsminerProcess.RunAsync(["keys", "revoke", "دفتر روابط عمومی", "--data", folder.Path])).ExitCode);
        using (var data = Hosting.DataFolder.Open(new(folder.Path))) Assert.Null(new KeyBook(data.Database).Find(key.Trim()));
        Assert.Equal(1, (await NewsminerProcess.RunAsync(["keys", "revoke", "دفتر روابط عمومی", "--data", folder.Path])).ExitCode);
    }

    private static async Task<Server> OpenAsync(Hosting.ServerOptions options)
    {
        var api = new RunningApi { Options = options };
        await api.InitializeAsync();
        return new(api);
    }

    private sealed record Server(RunningApi Api) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Api.DisposeAsync();
    }
}
