using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Search;

namespace NewsMiner.Index.Tests.Search;

/// <summary>Facts as hits, completion and likeness.</summary>
public abstract partial class SearchContract
{
    /// <summary>Two articles with facts beside the four of the start; ids of facts are f1 to f5.</summary>
    private void AddFacts()
    {
        const string yazd = "مدیرکل بهزیستی یزد گفت: به ۱۲۰۰ خانواده وام مسکن پرداخت شد.";
        const string promise = "حسین احمدی قول داد تا پایان سال مرکز اورژانس اجتماعی ساخته می‌شود.";
        const string money = "برای این طرح ۵ میلیارد تومان هزینه شد.";
        Add(Article("b1", "وام برای خانواده‌ها", yazd + "\n" + promise, "یزد", new(2024, 7, 1)) with
        {
            Officials = [new() { Id = "o1", Name = "حسین احمدی", Role = "مدیرکل", Organisation = "بهزیستی", Place = "یزد", Sentence = yazd, Rule = "test", Confidence = 1 }],
            Statements = [new() { Id = "f1", Text = "به ۱۲۰۰ خانواده وام مسکن پرداخت شد", Kind = "report", Speaker = "حسین احمدی", Sentence = yazd, Rule = "test", Confidence = 1, Start = 45, End = 79 }],
            Figures = [new() { Id = "f2", Value = 1200, Unit = "خانواده", Kind = "count", Speaker = "حسین احمدی", Place = "یزد", Sentence = yazd, Rule = "test", Confidence = 1, Start = 48, End = 52 }],
            Pledges = [new() { Id = "f3", Actor = "بهزیستی", Action = "ساخت مرکز", Strength = "firm", Speaker = "حسین احمدی", Sentence = promise, Rule = "test", Confidence = 1, Start = 81, End = 147 }],
        });
        Add(Article("b2", "هزینهٔ طرح", money, "سمنان", new(2022, 7, 1)) with
        {
            Statements = [new() { Id = "f4", Text = "باید وام بیشتری داده شود", Kind = "demand", Speaker = "مریم رضایی", Sentence = money, Rule = "test", Confidence = 1, Start = 11, End = 20 }],
            Figures = [new() { Id = "f5", Value = 5_000_000_000, Rials = 50_000_000_000, Unit = "تومان", Kind = "money", Sentence = money, Rule = "test", Confidence = 1, Start = 24, End = 38 }],
        });
    }

    [Theory]
    [InlineData("", "f1 f2 f3 f4 f5")]
    [InlineData("وام", "f1 f2 f4")]
    [InlineData("خانواده وام", "f1 f2")]
    [InlineData("\"وام مسکن\"", "f1 f2")]
    [InlineData("اورژانس OR هزینه", "f3 f5")]
    [InlineData("وام -مسکن", "f4")]
    [InlineData("وام has:statement", "f1 f4")]
    [InlineData("has:figure", "f2 f5")]
    [InlineData("kind:firm", "f3")]
    [InlineData("kind:demand", "f4")]
    [InlineData("speaker:احمدی", "f1 f2 f3")]
    [InlineData("speaker:\"مریم رضایی\"", "f4")]
    [InlineData("وام گوینده:رضایی", "f4")]
    [InlineData("official:احمدی has:pledge", "f3")]
    [InlineData("role:مدیرکل has:figure", "f2")]
    [InlineData("place:یزد", "f2")]
    [InlineData("figure>1000", "f2 f5")]
    [InlineData("figure>1200", "f5")]
    [InlineData("figure>=1200 unit:خانواده", "f2")]
    [InlineData("figure>1000 unit:ریال", "f5")]
    [InlineData("figure<10000000000 unit:ریال", "")]
    [InlineData("figure=1000..1500", "f2")]
    [InlineData("province:سمنان", "f4 f5")]
    [InlineData("1403-01..1403-12 has:statement", "f1")]
    [InlineData("مسکن unit:ریال", "")]
    public void AQueryFindsJustItsFacts(string query, string expected)
    {
        AddFacts();
        var found = Facts(new() { Filter = new() { Query = query.Length == 0 ? null : query }, Partly = false });
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), found.Hits.Select(hit => hit.Id).Order());
        Assert.Equal(found.Hits.Count, found.Total);
    }

    [Theory]
    [InlineData("speaker:احمدی", "b1")]
    [InlineData("official:احمدی", "b1")]
    [InlineData("role:مدیرکل", "b1")]
    [InlineData("place:یزد", "b1")]
    [InlineData("has:pledge", "b1")]
    [InlineData("has:statement", "b1 b2")]
    [InlineData("kind:money", "b2")]
    [InlineData("kind:report OR kind:money", "b1 b2")]
    [InlineData("-has:pledge has:figure", "b2")]
    [InlineData("figure>1000 unit:ریال", "b2")]
    [InlineData("figure>1000", "b1 b2")]
    [InlineData("رقم<2000", "b1")]
    public void FieldsFindTheArticlesOfTheirFacts(string query, string expected)
    {
        AddFacts();
        Assert.Equal(expected.Split(' '), Found(new() { Filter = new() { Query = query }, Partly = false }).Hits.Select(hit => hit.Id).Order());
    }

    [Fact]
    public void AFactShowsItsSentenceAtItsPlaceWithWhatMatched()
    {
        AddFacts();
        var hit = Assert.Single(Facts(new() { Filter = new() { Query = "اورژانس" }, Fact = "pledge" }).Hits);
        Assert.Equal(("pledge", "firm", "حسین احمدی", "b1"), (hit.Fact, hit.Kind, hit.Speaker, hit.ArticleId));
        Assert.Equal("اورژانس", Assert.Single(hit.SnippetHighlights).In(hit.Snippet).ToString());
        Assert.Equal(hit.Snippet, store.Find("b1")!.Article.Text.Substring(hit.SnippetStart, hit.Snippet.Length));
        Assert.Equal("ساخت مرکز", hit.Pledge?.Action);
    }

    [Fact]
    public void FactFacetsCountAllHits()
    {
        AddFacts();
        var facets = Facts(new() { Limit = 1 }).Facets;
        Assert.Equal([("figure", 2), ("statement", 2), ("pledge", 1)], facets["fact"].Select(count => (count.Value, count.Count)));
        Assert.Equal([("حسین احمدی", 3), ("مریم رضایی", 1)], facets["speaker"].Select(count => (count.Value, count.Count)));
        Assert.Equal([("یزد", 3), ("سمنان", 2)], facets["province"].Select(count => (count.Value, count.Count)));
    }

    [Fact]
    public void AChangedArticleIsFoundByItsNewFactsOnly()
    {
        AddFacts();
        Assert.Equal(5, Facts(new()).Total);
        Add(Article("b1", "وام برای خانواده‌ها", "متن دیگر", "یزد", new(2024, 7, 1)));
        Assert.Equal(["f4", "f5"], Facts(new()).Hits.Select(hit => hit.Id).Order());
        Assert.Equal(0, Facts(new() { Filter = new() { Query = "اورژانس" } }).Total);
    }

    [Theory]
    [InlineData("مسک", "مسکن", "word")]
    [InlineData("وام مس", "وام مسکن", "word")]
    [InlineData("-مس", "-مسکن", "word")]
    [InlineData("برنامه", "برنامه‌ریزی", "word")]
    [InlineData("احم", "official:\"حسین احمدی\"", "official")]
    [InlineData("وام حسین اح", "وام official:\"حسین احمدی\"", "official")]
    [InlineData("مدیرکل به", "role:\"مدیرکل بهزیستی\"", "role")]
    [InlineData("speaker:رضا", "speaker:\"مریم رضایی\"", "speaker")]
    [InlineData("speaker:\"مریم رض", "speaker:\"مریم رضایی\"", "speaker")]
    [InlineData("سمن", "سمنان", "word")]
    public void WhatIsTypedIsCompleted(string typed, string expected, string kind)
    {
        AddFacts();
        Assert.Contains(index.Complete(typed, 8), completion => completion.Text == expected && completion.Kind == kind && completion.Count > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("م")]
    [InlineData("زژظ")]
    [InlineData("   ")]
    [InlineData("role:مسک")]
    [InlineData("وام ")]
    [InlineData("وام (")]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData("official:")]
    [InlineData("official:\"")]
    public void NothingIsMadeUpToComplete(string typed) => Assert.Empty(index.Complete(typed, 8));

    [Fact]
    public void AlikeArticlesShareTellingWords()
    {
        Add("s1", "اورژانس اجتماعی شهر", "خودروهای اورژانس اجتماعی و نیروهای مرکز افزایش یافت.", "تهران", new(2024, 5, 1));
        var similar = index.Similar("a2", 5, CancellationToken.None)!;
        Assert.Equal("s1", similar.Hits[0].Id);
        Assert.Contains("اورژانس", similar.Terms);
        Assert.DoesNotContain(similar.Hits, hit => hit.Id == "a2");
        Assert.Null(index.Similar("nothing", 5, CancellationToken.None));
    }

    [Theory]
    [InlineData(SearchOrder.Relevance)]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.Oldest)]
    public void PagesFollowEachOtherWhileArticlesArrive(SearchOrder order)
    {
        for (var i = 0; i < 30; i++) Add($"p{i}", "سالمند", string.Join(' ', Enumerable.Repeat("خدمت", i % 7 + 1)) + " سالمندان", "یزد", new DateOnly(2023, 1, 1).AddDays(i % 5));
        var request = new SearchRequest { Filter = new() { Query = "خدمت سالمند" }, Order = order, Limit = 1000, RecencyHalfLife = order == SearchOrder.Relevance ? 30 : null };
        var whole = Found(request).Hits.Select(hit => hit.Id).ToList();
        var paged = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = Found(request with { Limit = 4, Cursor = cursor });
            paged.AddRange(page.Hits.Select(hit => hit.Id));
            Add($"late{paged.Count}", "خدمت سالمند سالمندان", "خدمت سالمند", "یزد", new(2022, 1, 1));
            cursor = page.NextCursor;
            if (cursor is null) break;
        }
        // Days order what arrives later too: an old article may come at the end of a list by day.
        Assert.Equal(whole, order == SearchOrder.Relevance ? paged : paged.Where(id => !id.StartsWith("late", StringComparison.Ordinal)));
    }

    [Fact]
    public void ACursorOfAnotherSearchIsRefused()
    {
        var cursor = Found(new() { Limit = 1 }).NextCursor;
        var answer = index.Search(new() { Filter = new() { Query = "وام" }, Limit = 1, Cursor = cursor }, CancellationToken.None);
        Assert.Equal("cursor", Assert.IsType<SearchAnswer<SearchResults>.Rejected>(answer).Field);
    }

    [Fact]
    public void NewnessOutweighsAFewWords()
    {
        Add("old", "سفر", "مسکن مسکن مسکن و شهر", "یزد", new(2010, 1, 1));
        Add("new", "سفر", "مسکن مسکن و شهر و روستا", "یزد", new(2024, 8, 1));
        var request = new SearchRequest { Filter = new() { Query = "مسکن -وام" } };
        Assert.Equal("old", Found(request).Hits[0].Id);
        Assert.Equal("new", Found(request with { RecencyHalfLife = 60 }).Hits[0].Id);
    }

    private FactResults Facts(SearchRequest request) => Assert.IsType<SearchAnswer<FactResults>.Found>(index.SearchFacts(request, CancellationToken.None)).Results;

    private void Add(AnalyzedArticle article) => database.Write(transaction => store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch));
}
