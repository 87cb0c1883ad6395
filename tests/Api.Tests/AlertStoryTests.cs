using Microsoft.Data.Sqlite;
using NewsMiner.Api.Hosting;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Alerts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Tests;

/// <summary>A story that several outlets print is told once, in whatever order its copies come, join and go.</summary>
public sealed class AlertStoryTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private DataFolder data;

    public AlertStoryTests() => data = DataFolder.Open(new(folder.Path));

    public void Dispose()
    {
        data.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(AlertAbout.Article, 1)]
    [InlineData(AlertAbout.Statement, 2)]
    [InlineData(AlertAbout.Figure, 1)]
    [InlineData(AlertAbout.Pledge, 1)]
    [InlineData(AlertAbout.PledgeDue, 1)]
    public async Task WhatCopiesShareIsToldOnceAndWhatOneAloneHasAsWell(AlertAbout about, int told)
    {
        var alert = await AlertAsync(about);
        await AddAsync(Story("a", 1));
        Assert.Equal(1, await LookAsync());
        // The copy leaves the speaker out and has one more statement.
        var copy = Story("b", 1, cut: 2);
        await AddAsync(copy with { Statements = [.. copy.Statements.Select(said => said with { Speaker = null }), Said("تنها در رونوشت")] });
        await AddAsync(Story("c", 1, cut: 3));
        Assert.Equal(told - 1, await LookAsync());
        Reopen();
        await AddAsync(Story("d", 1, cut: 4));
        Assert.Equal(0, await LookAsync());
        Assert.Equal(told, Told(alert).Length);
        // Another story that says the same things is one of its own.
        await AddAsync(Story("other", 2));
        Assert.Equal(1, await LookAsync());
    }

    [Fact]
    public async Task CopiesThatComeTogetherAreToldOnce()
    {
        var alert = await AlertAsync(AlertAbout.Article);
        foreach (var id in new[] { "a", "b", "c" }) await AddAsync(Story(id, 1));
        Assert.Equal(1, await LookAsync());
        Assert.Equal(["a"], Told(alert));
        Assert.Single(new AlertBook(data.Database).Preview(alert.Draft, new(2026, 3, 10), 30, CancellationToken.None));
    }

    [Fact]
    public async Task StoriesThatTurnOutToBeOneAreNotToldAgain()
    {
        var alert = await AlertAsync(AlertAbout.Statement);
        // Each holds another half of the text; only the whole shows that they are one.
        await AddAsync(Story("first half", 1, words: ..30) with { Statements = [Said("نیمهٔ نخست")] });
        await AddAsync(Story("second half", 1, words: 30..) with { Statements = [Said("نیمهٔ دوم")] });
        Assert.Equal(2, await LookAsync());
        await AddAsync(Story("whole", 1) with { Statements = [Said("نیمهٔ نخست"), Said("نیمهٔ دوم", 40)] });
        Assert.Equal(3, data.Store.Copies("whole")!.Copies.Count);
        Assert.Equal(0, await LookAsync());
        await DeleteAsync("second half");
        await AddAsync(Story("late", 1) with { Statements = [Said("نیمهٔ دوم")] });
        Assert.Equal(0, await LookAsync());
        Assert.Equal(["second half", "first half"], Told(alert));
    }

    [Fact]
    public async Task ACopyOfAnArticleOlderThanTheAlertIsOldUnlessOnlyTheCopyIsMeant()
    {
        await AddAsync(Story("old", 1, outlet: "رسانهٔ یک"));
        var (any, other) = (await AlertAsync(AlertAbout.Statement), await AlertAsync(AlertAbout.Statement, new() { Outlet = "رسانهٔ دو" }));
        await AddAsync(Story("copy", 1, outlet: "رسانهٔ دو"));
        Assert.Equal(1, await LookAsync());
        Assert.Equal((0, 1), (Told(any).Length, Told(other).Length));
    }

    [Fact]
    public async Task NothingIsLostWhenTheFirstCopyIsDeleted()
    {
        var alert = await AlertAsync(AlertAbout.Article, email: "pr@office.example");
        await AddAsync(Story("a", 1));
        await AddAsync(Story("b", 1));
        Assert.Equal(1, await LookAsync());
        await DeleteAsync("a");
        Assert.Equal("a", Assert.Single(new AlertBook(data.Database).Pending("email", Now, 10)).Match.Finding.ArticleId);
        await AddAsync(Story("c", 1));
        Assert.Equal(0, await LookAsync());

        // The number of an article that is gone with its whole story is given to the next: another story.
        await AddAsync(Story("gone", 2));
        Assert.Equal(1, await LookAsync());
        await DeleteAsync("gone");
        await AddAsync(Story("next", 3));
        Assert.Equal(1, await LookAsync());
        Assert.Equal(["next", "gone", "a"], Told(alert));

        // Deleted before anybody looked: its copy is told instead.
        await AddAsync(Story("unseen", 4));
        await AddAsync(Story("seen", 4));
        await DeleteAsync("unseen");
        Assert.Equal(1, await LookAsync());
        Assert.Equal("seen", Told(alert)[0]);
    }

    [Fact]
    public async Task WhatAnOlderVersionToldIsKnownAgainInCopies()
    {
        var (articles, statements) = (await AlertAsync(AlertAbout.Article), await AlertAsync(AlertAbout.Statement));
        await AddAsync(Story("a", 1));
        await LookAsync();
        await data.Database.WriteAsync(transaction =>
        {
            using var command = new SqliteCommand(
                """
                DROP TRIGGER alert_story_joined; DROP TRIGGER alert_story_gone; DROP INDEX alert_match_story; ALTER TABLE alert_match DROP COLUMN story; ALTER TABLE alert_match DROP COLUMN said;
                UPDATE alert_match SET subject = 'a|رضاکریمی|' || substr(subject, 3) WHERE fact_id IS NOT NULL; UPDATE schema_version SET version = 1 WHERE component = 'alerts';
                """, transaction.Connection, transaction);
            return command.ExecuteNonQuery();
        }, CancellationToken.None);
        Reopen();
        await AddAsync(Story("a", 1) with { Topics = ["livelihood"] });
        await AddAsync(Story("b", 1));
        Assert.Equal(0, await LookAsync());
        Assert.Equal((1, 1), (Told(articles).Length, Told(statements).Length));
    }

    private void Reopen()
    {
        data.Dispose();
        data = DataFolder.Open(new(folder.Path));
    }

    private Task<Alert> AlertAsync(AlertAbout about, Index.ArticleFilter? filter = null, string? email = null) =>
        new AlertBook(data.Database).AddAsync(new("هشدار", about, filter ?? new(), about == AlertAbout.PledgeDue ? 30 : null, null, email, false), Now, CancellationToken.None);

    private Task<int> LookAsync() => new AlertBook(data.Database).LookAsync(Now, new(2026, 3, 10), CancellationToken.None);

    private string[] Told(Alert alert) => [.. new AlertBook(data.Database).Matches(alert, 100, null)!.Items.Select(match => match.Finding.ArticleId)];

    private Task<CommitOutcome> AddAsync(AnalyzedArticle article) => data.Database.WriteAsync(transaction => data.Store.Commit(transaction, null, article, Now), CancellationToken.None);

    private Task<int> DeleteAsync(string id) => data.Database.WriteAsync(transaction =>
    {
        using var command = new SqliteCommand("DELETE FROM article WHERE id = $id", transaction.Connection, transaction);
        command.Parameters.AddWithValue("$id", id);
        return command.ExecuteNonQuery();
    }, CancellationToken.None);

    /// <summary>A text of sixty words made by seed, of which a copy may cut the last few or hold a part.</summary>
    private static AnalyzedArticle Story(string id, int seed, int cut = 0, Range? words = null, string? outlet = null)
    {
        var random = new Random(seed);
        string[] all = [.. Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, 5).Select(_ => "ابپتجدرسشفکگلمنوهی"[random.Next(18)])))];
        return new()
        {
            Article = new()
            {
                Id = id, Source = "test", Title = "خبری از بهزیستی", Paragraphs = [string.Join(' ', all[words ?? ..^cut])], Outlet = outlet ?? "رسانهٔ " + id,
                Published = PublicationTime.On(new(2026, 3, 1)), CanonicalUrl = new("http://outlet.example/" + Uri.EscapeDataString(id)),
            },
            Statements = [Said("گفته‌ای که همه دارند")],
            Figures = [new() { Id = Guid.NewGuid().ToString("N"), Value = 120, Unit = "نفر", Kind = "count", Counted = "مددجو", Sentence = "جمله", Rule = "test", Confidence = 1, End = 1 }],
            Pledges = [new() { Id = Guid.NewGuid().ToString("N"), Actor = "بهزیستی", Action = "ساخت مرکز", Strength = "firm", Due = new(2026, 3, 20), Sentence = "جمله", Rule = "test", Confidence = 1, End = 1 }],
        };
    }

    private static Statement Said(string text, int at = 1) =>
        new() { Id = Guid.NewGuid().ToString("N"), Speaker = "رضا کریمی", Text = text, Kind = "report", Sentence = text, Rule = "test", Confidence = 1, Start = at, End = at + 1 };
}
