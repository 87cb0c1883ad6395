using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsMiner.Api.Hosting;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Keys;

namespace NewsMiner.Api.Tests;

/// <summary>The API on a free loopback port over a store with a few articles, shared by the tests of a class.</summary>
public class RunningApi : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private DataFolder? data;
    private WebApplication? app;

    /// <summary>What the server demands; by default it limits no test.</summary>
    internal ServerOptions Options { get; init; } = new() { RequestsPerMinute = 1_000_000, Burst = 1_000_000 };

    /// <summary>What the store holds instead of the twelve articles.</summary>
    internal IEnumerable<AnalyzedArticle>? Held { get; init; }

    /// <summary>A filled store whose copy is served, or null.</summary>
    internal string? Filled { get; init; }

    /// <summary>What the server logged as an error.</summary>
    internal ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>A client of the running server.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>A client that sends a key with the scope admin.</summary>
    public HttpClient Admin { get; private set; } = null!;

    /// <summary>What the server is made of.</summary>
    internal IServiceProvider Services => app!.Services;

    /// <summary>The store behind the server.</summary>
    internal DataFolder Data => data!;

    /// <summary>The server's routes as ASP.NET knows them.</summary>
    public IReadOnlyList<string> Routes { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Filled is not null) File.Copy(Filled, Path.Combine(folder.Path, DataFolder.FileName));
        data = DataFolder.Open(new(folder.Path));
        if (Filled is null)
        {
            await data.Database.WriteAsync(
                transaction => (Held ?? Articles().Select(ArticleAnalyzer.Analyze)).Select(article => data.Store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch)).Count(),
                CancellationToken.None);
        }
        app = ApiHost.Build(data.Database, "http://127.0.0.1:0", TimeProvider.System, Options, services => Configure(services.AddSingleton<ILoggerProvider>(new ErrorLog(Errors))));
        await app.StartAsync();
        Client = Connect(app);
        Admin = Connect(app);
        Admin.DefaultRequestHeaders.Add("X-API-Key", await new KeyBook(data.Database).AddAsync("ویراستار", KeyScope.Admin, DateTimeOffset.UnixEpoch, CancellationToken.None));
        Routes = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!)];
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        Admin.Dispose();
        await app!.DisposeAsync();
        data!.Dispose();
        folder.Dispose();
    }

    /// <summary>What the server is made of besides; here it listens on a socket.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    /// <summary>A client of the server.</summary>
    protected virtual HttpClient Connect(WebApplication app) => new() { BaseAddress = new((app ?? throw new ArgumentNullException(nameof(app))).Urls.First()) };

    /// <summary>A key of a scope, made for a test.</summary>
    internal async Task<string> KeyAsync(string name, KeyScope scope) => (await new KeyBook(Data.Database).AddAsync(name, scope, DateTimeOffset.UnixEpoch, CancellationToken.None))!;

    /// <summary>Asks with a key.</summary>
    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? key, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (key is not null) request.Headers.Add("X-API-Key", key);
        return await Client.SendAsync(request);
    }

    /// <summary>The JSON of an answer of 2xx.</summary>
    public Task<JsonElement> GetAsync(string address) => JsonAsync(Client.GetAsync(address));

    /// <summary>The JSON of an answer of 2xx to a body sent as JSON.</summary>
    public static async Task<JsonElement> PostAsync(HttpClient client, string address, object body) => await JsonAsync(client.PostAsJsonAsync(address, body));

    private static async Task<JsonElement> JsonAsync(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {body}");
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    /// <summary>Twelve articles of two outlets and two provinces over six Jalali months, none in the second of them.</summary>
    private static IEnumerable<Article> Articles()
    {
        for (var i = 0; i < 12; i++)
        {
            var yazd = i % 2 == 0;
            yield return new()
            {
                Id = $"article-{i:00}",
                Source = "test",
                CanonicalUrl = new($"http://outlet.example/news/{i}"),
                Title = yazd ? "اورژانس اجتماعی یزد گسترش می‌یابد" : "کمک به مددجویان سمنان",
                Paragraphs =
                [
                    yazd
                        ? $"مدیرکل بهزیستی استان یزد گفت: {i + 2} مرکز اورژانس اجتماعی در استان فعال است و برنامه‌ریزی برای مراکز تازه ادامه دارد."
                        : $"مدیرکل کمیته امداد استان سمنان گفت: {i + 100} میلیارد ریال به مددجویان پرداخت شد.",
                    yazd ? "کامران یزدان‌فر افزود: تا پایان سال ۵ مرکز دیگر راه‌اندازی می‌شود." : "بهرام سمنانی‌نژاد افزود: برنامه ریزی برای اشتغال انجام شده است.",
                ],
                Outlet = yazd ? "همیارنیوز" : "صدای استان",
                Province = yazd ? "یزد" : "سمنان",
                Published = PublicationTime.On(new DateOnly(2023, 4, 5).AddMonths(i / 2 == 0 ? 0 : (i / 2) + 1)),
            };
        }
    }

    /// <summary>Keeps what is logged as an error.</summary>
    private sealed class ErrorLog(ConcurrentQueue<string> errors) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) errors.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() { }
    }
}
