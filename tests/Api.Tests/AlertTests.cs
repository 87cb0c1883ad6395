using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsMiner.Api.Alerts;
using NewsMiner.Api.Hosting;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Alerts;

namespace NewsMiner.Api.Tests;

/// <summary>Alerts over articles and facts: what is found, what is not, and that each finding is told once, through restarts too.</summary>
public sealed class AlertTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly MovableClock clock = new() { Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero) };
    private DataFolder data;

    public AlertTests() => data = DataFolder.Open(new(folder.Path));

    public void Dispose()
    {
        data.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task ANewStatementByASpeakerIsFoundOnceAndOldOnesAreNot()
    {
        await AddAsync(Article("old") with { Statements = [Said("رضا کریمی", "گفتهٔ کهنه")] });
        var alert = await AlertAsync(new("کریمی", AlertAbout.Statement, new() { Speaker = "رضا کریمی" }, null, null, null, false));
        var fresh = Article("new") with { Statements = [Said("رضا کریمی", "گفتهٔ تازه"), Said("مینا صادقی", "گفتهٔ دیگری")] };
        await AddAsync(fresh);
        Assert.Equal(1, (await RunAsync()).Found);
        Assert.Equal(["گفتهٔ تازه از رضا کریمی"], Titles(alert));

        // The same words after an edit that moves them are the same finding; another statement is a new one.
        await AddAsync(fresh with { Article = fresh.Article with { Paragraphs = ["سطری پیش از آن.", .. fresh.Article.Paragraphs] }, Statements = [Said("رضا کریمی", "گفتهٔ تازه", 40), Said("رضا کریمی", "سومین گفته", 60)] });
        Assert.Equal(1, (await RunAsync()).Found);
        Assert.Equal(0, (await RunAsync()).Found);
        // An old article that is written anew tells nothing.
        await AddAsync(Article("old") with { Statements = [Said("رضا کریمی", "گفتهٔ کهنه"), Said("رضا کریمی", "باز هم کهنه", 9)] });
        Assert.Equal(0, (await RunAsync()).Found);
    }

    [Fact]
    public async Task AFigureAboutAWordInAProvinceIsFoundThereOnly()
    {
        var alert = await AlertAsync(new("مددجو در قزوین", AlertAbout.Figure, new() { Query = "مددجو", Province = "قزوین" }, null, null, null, false));
        await AddAsync(Article("q1", "قزوین", "کمک به ۱۲۰ مددجو در قزوین") with { Figures = [Counted(120, "مددجو")] });
        await AddAsync(Article("q2", "یزد", "کمک به ۱۳۰ مددجو در یزد") with { Figures = [Counted(130, "مددجو")] });
        await AddAsync(Article("q3", "قزوین", "ساخت ۱۴۰ مدرسه در قزوین") with { Figures = [Counted(140, "مدرسه")] });
        await RunAsync();
        Assert.Equal(["120 نفر مددجو"], Titles(alert));
    }

    [Fact]
    public async Task APledgeIsToldWhenItsDayComesNearAndOnlyThen()
    {
        // Today is 1404-12-19; the pledge falls due ten days later.
        await AddAsync(Article("p1") with { Pledges = [Promise("ساخت مرکز", new(2026, 3, 20)), Promise("گذشته", new(2026, 3, 9), 5), Promise("بی‌روز", null, 9)] });
        var alert = await AlertAsync(new("سررسید", AlertAbout.PledgeDue, new(), 7, null, null, false));
        Assert.Equal(0, (await RunAsync()).Found);
        clock.Now = clock.Now.AddDays(2);
        Assert.Equal(0, (await RunAsync()).Found);
        clock.Now = clock.Now.AddDays(1);
        Assert.Equal(1, (await RunAsync()).Found);
        Assert.Equal(["سررسید 1404-12-29: ساخت مرکز"], Titles(alert));
        clock.Now = clock.Now.AddDays(1);
        Assert.Equal(0, (await RunAsync()).Found);
    }

    [Fact]
    public async Task AChangedPostIsFoundAndOneThatOnlyReadsShorterIsNot()
    {
        await AddAsync(Article("o1", day: new(2026, 1, 1)) with { Officials = [Post("رضا کریمی", "معاون", "بهزیستی", "یزد"), Post("مینا صادقی", "مدیرکل", "بهزیستی", "قم")] });
        var alert = await AlertAsync(new("جابه‌جایی", AlertAbout.PostChange, new(), null, null, null, false));
        await AddAsync(Article("o2", day: new(2026, 2, 1)) with { Officials = [Post("مینا صادقی", "مدیرکل", null, "قم"), Post("چهرهٔ نو", "مدیرکل", "بهزیستی", "قم")] });
        Assert.Equal(0, (await RunAsync()).Found);
        await AddAsync(Article("o3", day: new(2026, 2, 10)) with { Officials = [Post("رضا کریمی", "مدیرکل", "بهزیستی", "سمنان")] });
        await AddAsync(Article("o4", day: new(2026, 2, 10)) with { Officials = [Post("رضا کریمی", "مدیرکل", "بهزیستی", "سمنان")] });
        // Found late in an archive: he held that post before the others.
        await AddAsync(Article("o5", day: new(2025, 1, 1)) with { Officials = [Post("رضا کریمی", "بخشدار", null, "مهریز")] });
        Assert.Equal(1, (await RunAsync()).Found);
        Assert.Equal(["رضا کریمی: معاون بهزیستی یزد ← مدیرکل بهزیستی سمنان"], Titles(alert));
    }

    [Fact]
    public async Task AWebhookIsSignedRepeatedWhileItIsOutOfOrderAndNeverTwiceAfterARestart()
    {
        await using var receiver = await Receiver.StartAsync(call => call <= 2 ? 500 : 204);
        var alert = await AlertAsync(new("قلاب", AlertAbout.Article, new(), null, receiver.Url, null, false));
        await AddAsync(Article("w1"));
        await AddAsync(Article("w2"));
        var first = await RunAsync(receiver);
        Assert.Equal((2, 2, 0), (first.Found, first.Posted, first.Failed));
        Assert.Equal(4, receiver.Calls.Count);
        Assert.Equal(2, receiver.Calls.Select(call => call.Delivery).Distinct().Count());
        Assert.All(receiver.Calls, call => Assert.Equal(WebhookSender.Sign(new AlertBook(data.Database).Find(alert.Id)!.Secret, call.Timestamp, call.Body), call.Signature));
        Assert.Contains("\"articleId\":\"w1\"", string.Concat(receiver.Calls.Select(call => call.Body)), StringComparison.Ordinal);

        data.Dispose();
        data = DataFolder.Open(new(folder.Path));
        Assert.Equal(new AlertRunReport(0, 0, 0, 0), await RunAsync(receiver));
        Assert.Equal(4, receiver.Calls.Count);
    }

    [Fact]
    public async Task AWebhookThatStaysSilentIsTriedAgainLaterAndThenGivenUp()
    {
        await using var receiver = await Receiver.StartAsync(_ => 503);
        var alert = await AlertAsync(new("قلاب", AlertAbout.Article, new(), null, receiver.Url, null, false));
        await AddAsync(Article("s1"));
        Assert.Equal(1, (await RunAsync(receiver)).Failed);
        Assert.Equal(0, (await RunAsync(receiver)).Failed);
        for (var run = 1; run < AlertRun.MostAttempts; run++)
        {
            clock.Now = clock.Now.AddHours(7);
            Assert.Equal(1, (await RunAsync(receiver)).Failed);
        }
        clock.Now = clock.Now.AddDays(9);
        Assert.Equal(0, (await RunAsync(receiver)).Failed);
        var kept = new AlertBook(data.Database).Find(alert.Id)!;
        Assert.Equal((0, 1), (kept.Pending, kept.Failed));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task AWebhookIntoThisMachineIsNeverCalled(string host)
    {
        await using var receiver = await Receiver.StartAsync(_ => 204);
        // Kept as if the name had led to the public internet when the alert was made.
        var alert = await AlertAsync(new("درون", AlertAbout.Article, new(), null, new($"http://{host}:{receiver.Url.Port}/hook"), null, false));
        await AddAsync(Article("x1"));
        Assert.Equal(1, (await RunAsync()).Failed);
        Assert.Empty(receiver.Calls);
        Assert.Equal((0, 1), (new AlertBook(data.Database).Find(alert.Id)!.Pending, new AlertBook(data.Database).Find(alert.Id)!.Failed));
    }

    [Fact]
    public async Task AWebhookThatRedirectsInwardsIsNotFollowed()
    {
        await using var inner = await Receiver.StartAsync(_ => 204);
        await using var receiver = await Receiver.StartAsync(_ => 307, inner.Url);
        await AlertAsync(new("باز", AlertAbout.Article, new(), null, receiver.Url, null, false));
        await AddAsync(Article("r1"));
        Assert.Equal(1, (await RunAsync(receiver)).Failed);
        Assert.Empty(inner.Calls);
    }

    [Fact]
    public async Task MailsAreWrittenOnceEachAndADigestOnceADay()
    {
        var mail = Path.Combine(folder.Path, "mail");
        await AlertAsync(new("هر یک", AlertAbout.Article, new(), null, null, "pr@office.example", false));
        await AlertAsync(new("روزانه", AlertAbout.Article, new(), null, null, "pr@office.example", true));
        await AddAsync(Article("m1", title: "خبر نخست"));
        await AddAsync(Article("m2", title: "خبر دوم"));
        Assert.Equal(2, (await RunAsync(mail: mail)).Mailed);
        Assert.Equal(0, (await RunAsync(mail: mail)).Mailed);
        clock.Now = clock.Now.AddDays(1);
        Assert.Equal(1, (await RunAsync(mail: mail)).Mailed);
        Assert.Equal(0, (await RunAsync(mail: mail)).Mailed);
        var files = Directory.GetFiles(mail);
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.EndsWith(".eml", file, StringComparison.Ordinal));
        var digest = files.Select(File.ReadAllText).Single(text => Body(text).Contains("خبر نخست", StringComparison.Ordinal) && Body(text).Contains("خبر دوم", StringComparison.Ordinal));
        Assert.Contains("To: pr@office.example\r\n", digest, StringComparison.Ordinal);
        Assert.All(digest.Split("\r\n"), line => Assert.True(line.Length <= 78 && line.All(char.IsAscii), line));

        static string Body(string message) => Encoding.UTF8.GetString(Convert.FromBase64String(message[(message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AFeedHoldsWhateverAnArticleHolds()
    {
        var alert = await AlertAsync(new("<b>نام</b> & \u0001", AlertAbout.Article, new(), null, null, null, false));
        await AddAsync(Article("f1", title: "<script>alert(1)</script> & «نقل»\u0000\ud800 😀"));
        await RunAsync();
        var book = new AlertBook(data.Database);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(AtomFeed.Write(alert, book.Matches(alert, 50, null)!.Items, "http://site.example")).Root!;
        var entry = Assert.Single(feed.Elements(atom + "entry"));
        Assert.Equal("<script>alert(1)</script> & «نقل»\ufffd 😀", entry.Element(atom + "title")!.Value);
        Assert.Equal("http://site.example/articles/f1", entry.Elements(atom + "link").First().Attribute("href")!.Value);
        Assert.All([feed, entry], node => Assert.NotEmpty(node.Element(atom + "id")!.Value));
    }

    private async Task<Alert> AlertAsync(AlertDraft draft) => await new AlertBook(data.Database).AddAsync(draft, clock.Now, CancellationToken.None);

    private Task<Index.Storage.CommitOutcome> AddAsync(AnalyzedArticle article) => data.Database.WriteAsync(transaction => data.Store.Commit(transaction, null, article, clock.Now), CancellationToken.None);

    private async Task<AlertRunReport> RunAsync(Receiver? receiver = null, string? mail = null)
    {
        var options = new ServerOptions { MailFolder = mail, PrivateWebhookHosts = receiver is null ? [] : [receiver.Url.Host], WebhookRetryDelay = TimeSpan.FromMilliseconds(1) };
        // Pauses between calls are waited for by the system's clock, days are told by the test's.
        using var webhooks = new WebhookSender(options, TimeProvider.System);
        return await new AlertRun(new(data.Database), webhooks, options, clock).RunAsync(CancellationToken.None);
    }

    private string[] Titles(Alert alert) => [.. new AlertBook(data.Database).Matches(alert, 100, null)!.Items.Select(match => match.Finding.Title)];

    private static AnalyzedArticle Article(string id, string? province = null, string? title = null, DateOnly? day = null) => new()
    {
        Article = new()
        {
            Id = id, Source = "test", Title = title ?? "خبر " + id, Paragraphs = [$"متن خبر {id} که با هیچ خبر دیگری یکی نیست."], Province = province,
            Published = PublicationTime.On(day ?? new(2026, 3, 1)), CanonicalUrl = new("http://outlet.example/" + id),
        },
    };

    private static Statement Said(string speaker, string text, int at = 1) => new() { Id = Guid.NewGuid().ToString("N"), Speaker = speaker, Text = text, Kind = "report", Sentence = text, Rule = "test", Confidence = 1, Start = at, End = at + 1 };

    private static Figure Counted(decimal value, string counted) => new() { Id = Guid.NewGuid().ToString("N"), Value = value, Unit = "نفر", Kind = "count", Counted = counted, Sentence = "جمله", Rule = "test", Confidence = 1, End = 1 };

    private static Pledge Promise(string action, DateOnly? due, int at = 1) => new() { Id = Guid.NewGuid().ToString("N"), Actor = "بهزیستی", Action = action, Strength = "firm", Due = due, Sentence = action, Rule = "test", Confidence = 1, Start = at, End = at + 1 };

    private static Official Post(string name, string role, string? body, string place) => new() { Id = Guid.NewGuid().ToString("N"), Name = name, Role = role, Organisation = body, Place = place, PlaceKind = "province", Sentence = "جمله", Rule = "test", Confidence = 1, End = 1 };

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>A call that arrived.</summary>
    private sealed record Call(string Delivery, string Timestamp, string Signature, string Body);

    /// <summary>A receiver of webhooks on a free loopback port.</summary>
    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        public System.Collections.Concurrent.ConcurrentQueue<Call> Calls { get; } = new();

        public Uri Url => new(app.Urls.First() + "/hook");

        public static async Task<Receiver> StartAsync(Func<int, int> status, Uri? redirect = null)
        {
            var app = WebApplication.CreateSlimBuilder().Build();
            app.Urls.Add("http://127.0.0.1:0");
            var receiver = new Receiver(app);
            app.MapPost("/hook", async (HttpContext http) =>
            {
                using var reader = new StreamReader(http.Request.Body);
                receiver.Calls.Enqueue(new(http.Request.Headers["X-NewsMiner-Delivery"]!, http.Request.Headers["X-NewsMiner-Timestamp"]!, http.Request.Headers["X-NewsMiner-Signature"]!, await reader.ReadToEndAsync()));
                http.Response.StatusCode = status(receiver.Calls.Count);
                if (redirect is not null) http.Response.Headers.Location = redirect.ToString();
            });
            await app.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
