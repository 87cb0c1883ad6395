using Microsoft.AspNetCore.Builder;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Input;
using NewsMiner.Extractor;

namespace NewsMiner.Api.Tests;

/// <summary>The API on a free loopback port over the articles of the demo outlets, and over an empty store.</summary>
public sealed class TrendApi : IAsyncLifetime
{
    private readonly TemporaryFolder full = new(), empty = new();
    private readonly List<DataFolder> folders = [];
    private readonly List<WebApplication> apps = [];

    /// <summary>A client of the server over the demo articles.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>A client of the server over an empty store.</summary>
    public HttpClient Empty { get; private set; } = null!;

    /// <summary>The data folder of the demo articles.</summary>
    public string Folder => full.Path;

    public async Task InitializeAsync()
    {
        Client = await StartAsync(full.Path, ArticleInput.Read([Path.Combine(AppContext.BaseDirectory, "corpus", "articles")], Stream.Null).OfType<InputItem.Found>().Select(item => ArticleAnalyzer.Analyze(item.Article)));
        Empty = await StartAsync(empty.Path, []);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        Empty.Dispose();
        foreach (var app in apps) await app.DisposeAsync();
        foreach (var folder in folders) folder.Dispose();
        full.Dispose();
        empty.Dispose();
    }

    private async Task<HttpClient> StartAsync(string path, IEnumerable<AnalyzedArticle> articles)
    {
        var data = DataFolder.Open(new(path));
        folders.Add(data);
        await data.Database.WriteAsync(transaction => articles.Select(article => data.Store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch)).ToArray(), CancellationToken.None);
        var app = ApiHost.Build(data.Database, "http://127.0.0.1:0", TimeProvider.System);
        apps.Add(app);
        await app.StartAsync();
        return new() { BaseAddress = new(app.Urls.First()) };
    }
}
