using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Storage;
using NewsMiner.Index.Trends;

namespace NewsMiner.Index.Tests.Trends;

/// <summary>A store of its own in a temporary folder, filled by hand.</summary>
internal sealed class TrendStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-trends-");
    private readonly NewsDatabase database;
    private readonly NewsStore store;
    private int added;

    public TrendStore()
    {
        database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
        (store, Index) = (new(database), new(database));
    }

    public NewsIndex Index { get; }

    /// <summary>Articles with a few words each.</summary>
    public void Add(params IEnumerable<StoredText> texts) => database.Write(transaction =>
    {
        foreach (var text in texts) store.Commit(transaction, null, text.Analyzed($"a{added++:00000}"), DateTimeOffset.UnixEpoch);
        return 0;
    });

    public TermTrend Terms(TermTrendRequest request) => Found(Index.Trend(request, CancellationToken.None));

    public static T Found<T>(TrendAnswer<T> answer) => Assert.IsType<TrendAnswer<T>.Found>(answer).Result;

    public void Dispose()
    {
        Index.Dispose();
        database.Dispose();
        folder.Delete(recursive: true);
    }
}

/// <summary>An article as a test writes it.</summary>
internal sealed record StoredText(DateOnly? Day, string Text, string Outlet = "آزمون", string Province = "یزد")
{
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<Official> Officials { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public AnalyzedArticle Analyzed(string id) => new()
    {
        Article = new() { Id = id, Source = id, Title = "خبر", Paragraphs = [Text], Outlet = Outlet, Province = Province, Published = Day is { } day ? PublicationTime.On(day) : null },
        Statements = Marked(Statements, id), Figures = Marked(Figures, id), Officials = Marked(Officials, id), Topics = Topics,
    };

    private T[] Marked<T>(IReadOnlyList<T> facts, string id) where T : Fact =>
        [.. facts.Select((fact, i) => (T)(fact with { Id = $"{id}-{typeof(T).Name}-{i}", ArticleId = id, Outlet = Outlet, Published = Day is { } day ? PublicationTime.On(day) : null }))];
}
