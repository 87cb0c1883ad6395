using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Tests.Search;

/// <summary>What any search engine owes its users; each engine derives from it and says how it is made.</summary>
public abstract partial class SearchContract : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-search-");
    private NewsDatabase database;
    private NewsStore store;
    private NewsIndex index;

    protected SearchContract()
    {
        (database, store, index) = Open(Path.Combine(folder.FullName, "newsminer.db"));
        Add("a1", "وام مسکن برای زنان سرپرست خانوار", "مدیرکل بهزیستی یزد از پرداخت وام مسکن خبر داد.", "یزد", new(2023, 8, 1));
        Add("a2", "اورژانس اجتماعی در سمنان", "مرکز اورژانس اجتماعی با ۹۵ نیرو آغاز به کار کرد.", "سمنان", new(2024, 3, 25));
        Add("a3", "برنامه‌ریزی برای کودکان کار", "برنامه‌ریزی تازه برای کودکان کار انجام می‌شود.", "یزد", new(2024, 6, 1));
        Add("a4", "خدمات اجتماعی سالمندان", "خدمات به سالمندان در مرکزهای روزانه گسترش یافت.", "سمنان", new(2022, 4, 5));
    }

    /// <summary>Opens the store of a file with the engine under test.</summary>
    protected abstract (NewsDatabase Database, NewsStore Store, NewsIndex Index) Open(string path);

    [Theory]
    [InlineData("", "a3 a2 a1 a4")]
    [InlineData("مسکن", "a1")]
    [InlineData("برنامهریزی", "a3")]
    [InlineData("برنامه ریزی", "a3")]
    [InlineData("زن سرپرست", "a1")]
    [InlineData("\"وام مسکن\"", "a1")]
    [InlineData("\"مسکن وام\"", "")]
    [InlineData("\"خدمت\"", "")]
    [InlineData("خدمت", "a4")]
    [InlineData("اجتماعی -اورژانس", "a4")]
    [InlineData("وام OR اورژانس", "a1 a2")]
    [InlineData("(وام OR اورژانس) سمنان", "a2")]
    [InlineData("سالم*", "a4")]
    [InlineData("95", "a2")]
    [InlineData("نود و پنج", "a2")]
    [InlineData("مرکز ~2 اجتماعی", "a2")]
    [InlineData("province:یزد", "a1 a3")]
    [InlineData("اجتماعی province:\"استان سمنان\"", "a2 a4")]
    [InlineData("1402-05..1403-01", "a1 a2")]
    [InlineData("سال ۱۴۰۳", "a2 a3")]
    [InlineData("from:2024-01-01", "a2 a3")]
    [InlineData("outlet:آزمون مسکن", "a1")]
    public void AQueryFindsJustItsArticles(string query, string expected)
    {
        var found = Found(new() { Filter = new() { Query = query.Length == 0 ? null : query }, Partly = false });
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Hits.Select(hit => hit.Id).Order());
        Assert.Equal(found.Hits.Count, found.Total);
    }

    [Theory]
    [InlineData("\"ناتمام", 0)]
    [InlineData("(وام", 0)]
    [InlineData("وام)", 3)]
    [InlineData("OR وام", 0)]
    [InlineData("وام OR", 6)]
    [InlineData("spaeker:احمدی", 0)]
    [InlineData("has:rumour", 4)]
    [InlineData("figure>بسیار", 0)]
    [InlineData("1402-13..1403", 0)]
    [InlineData("-وام", 0)]
    [InlineData("~ وام", 0)]
    public void AWrongQueryIsAnsweredWithItsPlace(string query, int position)
    {
        var wrong = Assert.IsType<SearchAnswer<SearchResults>.Rejected>(index.Search(new() { Filter = new() { Query = query } }, CancellationToken.None));
        Assert.Equal(position, wrong.Position);
        Assert.NotEmpty(wrong.MessageFa);
    }

    [Fact]
    public void NoQueryThrows()
    {
        const string marks = "وام\"«»“”()-~*:|. ‌..سال1402/figure>=has:OR AND unit\0\ud800۵";
        var random = new Random(20240611);
        for (var i = 0; i < 3000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => marks[random.Next(marks.Length)]));
            var answer = index.Search(new() { Filter = new() { Query = query }, Facets = false }, CancellationToken.None);
            if (answer is SearchAnswer<SearchResults>.Rejected wrong) Assert.InRange(wrong.Position, 0, query.Length);
        }
    }

    [Fact]
    public void ArticlesWithSomeOfTheWordsFollow()
    {
        var found = Found(new() { Filter = new() { Query = "اورژانس اجتماعی" } });
        Assert.Equal((1, 1), (found.Total, found.PartlyTotal));
        Assert.Equal([("a2", false), ("a4", true)], found.Hits.Select(hit => (hit.Id, hit.Partly)));
    }

    [Fact]
    public void WhereAYearFiltersAwayAllArticlesThatHoldTheWordsFollow()
    {
        var found = Found(new() { Filter = new() { Query = "خدمات سالمندان سال ۱۴۰۳" } });
        Assert.Equal((0, ("a4", true)), (found.Total, (found.Hits[0].Id, found.Hits[0].Partly)));
        Assert.Empty(Found(new() { Filter = new() { Query = "خدمات سالمندان 1403-01..1403-12" }, Partly = false }).Hits);
    }

    [Fact]
    public void TheFormAskedForComesFirst()
    {
        Add("f1", "بازی", "کودک در خانه بازی می‌کند و می‌خواند", "یزد", new(2024, 1, 1));
        Add("f2", "بازی", "کودکان در خانه بازی می‌کند و می‌خواند", "یزد", new(2024, 1, 1));
        Assert.Equal(["f1", "f2"], Found(new() { Filter = new() { Query = "کودک بازی" }, Partly = false }).Hits.Select(hit => hit.Id));
        Assert.Equal(["f2", "f1"], Found(new() { Filter = new() { Query = "کودکان بازی" }, Partly = false }).Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void AMisspeltWordIsOfferedRight() =>
        Assert.Equal("اورژانس سمنان", Found(new() { Filter = new() { Query = "اورژنس سمنان" }, Partly = false }).DidYouMean);

    [Fact]
    public void FacetsCountAllHits()
    {
        var facets = Found(new() { Limit = 1 }).Facets;
        Assert.Equal([("سمنان", 2), ("یزد", 2)], facets["province"].Select(count => (count.Value, count.Count)));
        Assert.Equal([("1403", 2), ("1401", 1), ("1402", 1)], facets["year"].Select(count => (count.Value, count.Count)));
    }

    [Fact]
    public void HighlightsStandOnEveryFormAndTheSnippetIsTheBestSentence()
    {
        var hit = Found(new() { Filter = new() { Query = "خدمت سالمند" } }).Hits[0];
        Assert.Equal("خدمات به سالمندان", string.Join(" به ", hit.SnippetHighlights.Select(span => span.In(hit.Snippet).ToString())));
    }

    [Fact]
    public void ACursorStaysTrueWhileArticlesArrive()
    {
        var first = Found(new() { Order = SearchOrder.Newest, Limit = 2 });
        Add("a5", "خبر تازه", "خبری که میان دو صفحه رسید.", "یزد", new(2024, 9, 1));
        var second = Found(new() { Order = SearchOrder.Newest, Limit = 2, Cursor = first.NextCursor });
        Assert.Equal(["a3", "a2", "a1", "a4"], first.Hits.Concat(second.Hits).Select(hit => hit.Id));
    }

    [Fact]
    public void AChangedArticleIsFoundByItsNewWordsOnly()
    {
        Assert.Equal(1, Found(new() { Filter = new() { Query = "اورژانس" } }).Total);
        Add("a2", "خط تلفن", "مشاوره تلفنی.", "سمنان", new(2024, 3, 25));
        Assert.Equal(0, Found(new() { Filter = new() { Query = "اورژانس" } }).Total);
        Assert.Equal(1, Found(new() { Filter = new() { Query = "مشاوره" } }).Total);
    }

    [Fact]
    public void NearDuplicatesAreFoldedAndCounted()
    {
        database.Write(transaction =>
        {
            using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "UPDATE article SET cluster = 7 WHERE id IN ('a2', 'a4')";
            return command.ExecuteNonQuery();
        });
        var folded = Found(new() { Filter = new() { Query = "اجتماعی" } });
        Assert.Equal((1, 2), (folded.Total, folded.Hits[0].ClusterSize));
        Assert.Equal(2, Found(new() { Filter = new() { Query = "اجتماعی" }, FoldDuplicates = false }).Total);
    }

    [Fact]
    public async Task IndexAndStoreStayOneWhenATransactionFailsAndAfterReindex()
    {
        Assert.Throws<InvalidOperationException>(() => database.Write<int>(transaction =>
        {
            store.Commit(transaction, null, Article("a9", "ناپایدار", "متنی که نمی‌ماند", "یزد", new(2024, 1, 1)), DateTimeOffset.UnixEpoch);
            throw new InvalidOperationException("the process dies here");
        }));
        Assert.Equal(0, Found(new() { Filter = new() { Query = "ناپایدار" }, Partly = false }).Total);
        await index.ReindexAsync(CancellationToken.None);
        Assert.Equal(4, Found(new()).Total);
        Assert.Equal(1, Found(new() { Filter = new() { Query = "مسکن" } }).Total);
        index.Dispose();
        database.Dispose();
        (database, store, index) = Open(Path.Combine(folder.FullName, "newsminer.db"));
        Assert.Equal(4, Found(new()).Total);
    }

    [Theory]
    [InlineData("اجتماعی")]
    [InlineData("وام OR سمنان -اورژانس")]
    [InlineData("\"اورژانس اجتماعی\" province:سمنان")]
    [InlineData("1402..1403 مرکز")]
    public void PlainSqlCountsTheSame(string query) =>
        Assert.Equal(store.Articles(new() { Query = query }).Count(), Found(new() { Filter = new() { Query = query }, Partly = false }).Total);

    public void Dispose()
    {
        index.Dispose();
        database.Dispose();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private SearchResults Found(SearchRequest request) => Assert.IsType<SearchAnswer<SearchResults>.Found>(index.Search(request, CancellationToken.None)).Results;

    private void Add(string id, string title, string body, string province, DateOnly day) =>
        database.Write(transaction => store.Commit(transaction, null, Article(id, title, body, province, day), DateTimeOffset.UnixEpoch));

    private static AnalyzedArticle Article(string id, string title, string body, string province, DateOnly day) => new()
    {
        Article = new() { Id = id, Source = id, Title = title, Paragraphs = [body], Outlet = "آزمون", Province = province, Published = PublicationTime.On(day) },
    };
}

/// <summary>The embedded engine: SQLite FTS5 with the collector.</summary>
public sealed class EmbeddedSearchTests : SearchContract
{
    protected override (NewsDatabase Database, NewsStore Store, NewsIndex Index) Open(string path)
    {
        var database = NewsDatabase.Open(path);
        return (database, new(database), new(database));
    }
}

/// <summary>The fallback: SQLite FTS5 by plain SQL.</summary>
public sealed class PlainSqlSearchTests : SearchContract
{
    protected override (NewsDatabase Database, NewsStore Store, NewsIndex Index) Open(string path)
    {
        var database = NewsDatabase.Open(path);
        return (database, new(database), new(database, SearchEngine.PlainSql));
    }
}
