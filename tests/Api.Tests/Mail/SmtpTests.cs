using System.Text;
using NewsMiner.Api.Alerts;
using NewsMiner.Api.Hosting;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Alerts;

namespace NewsMiner.Api.Tests.Mail;

/// <summary>Mails of alerts given to a mail server: each at least once, none lost, put off with growing pauses, never in the clear unasked.</summary>
public sealed class SmtpTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DataFolder data;
    private readonly MovableClock clock = new() { Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero) };

    public SmtpTests() => data = DataFolder.Open(new(folder.Path));

    public void Dispose()
    {
        data.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task MailsAreHandedOverOnceOverOneLine()
    {
        await using var server = new MailServer().Start();
        await FoundAsync(3);
        Assert.Equal((3, 0), await RunAsync(Plain(server)));
        Assert.Equal((0, 0), await RunAsync(Plain(server)));
        Assert.Equal(3, server.Mails.Count);
        Assert.Single(server.Heard, line => line.StartsWith("EHLO", StringComparison.Ordinal));
        Assert.Equal(["EHLO office.example", "MAIL FROM:<news@office.example>", "RCPT TO:<pr@office.example>", "DATA"], server.Heard.Take(4));
        var mail = server.Mails.First();
        Assert.Contains("From: NewsMiner <news@office.example>\r\n", mail, StringComparison.Ordinal);
        var body = mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "", StringComparison.Ordinal);
        Assert.StartsWith("خبر شمارهٔ 0", Encoding.UTF8.GetString(Convert.FromBase64String(body)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsRefusedForNowComesAgainLaterAndWhatIsRefusedForGoodDoesNot()
    {
        await using var server = new MailServer().Start();
        await FoundAsync(3);
        var receivers = 0;
        server.Answer = (line, _) => !line.StartsWith("RCPT", StringComparison.Ordinal) ? null : ++receivers switch { 1 => "451 come again", 2 => "550 nobody here", _ => null };
        Assert.Equal((1, 2), await RunAsync(Plain(server)));
        Assert.Equal((1, 1), Pending());
        Assert.Equal((0, 0), await RunAsync(Plain(server)));
        clock.Now = clock.Now.AddMinutes(2);
        Assert.Equal((1, 0), await RunAsync(Plain(server)));
        Assert.Equal((2, (0, 1)), (server.Mails.Count, Pending()));
    }

    [Fact]
    public async Task AMailWhoseAnswerWasLostComesAgainUnderTheSameId()
    {
        await using var server = new MailServer().Start();
        await FoundAsync(1);
        var lost = true;
        server.Answer = (line, _) => line == "DATA-END" && lost ? "" : null;
        Assert.Equal((0, 1), await RunAsync(Plain(server)));
        lost = false;
        clock.Now = clock.Now.AddMinutes(2);
        Assert.Equal((1, 0), await RunAsync(Plain(server)));
        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Select(mail => mail.Split("\r\n").Single(line => line.StartsWith("Message-ID", StringComparison.Ordinal))).Distinct());
    }

    [Fact]
    public async Task AServerThatIsDownPutsOffAllWithGrowingPauses()
    {
        var server = new MailServer().Start();
        var options = Plain(server);
        await server.DisposeAsync();
        await FoundAsync(2);
        foreach (var pause in new[] { 2, 5, 17 })
        {
            Assert.Equal((0, 2), await RunAsync(options));
            clock.Now = clock.Now.AddMinutes(pause - 1.5);
            Assert.Equal((0, 0), await RunAsync(options));
            clock.Now = clock.Now.AddMinutes(1.5);
        }
        Assert.Equal((2, 0), Pending());
    }

    [Fact]
    public async Task NothingIsSaidInTheClearThatWasToBeEncrypted()
    {
        await using var plain = new MailServer().Start();
        await FoundAsync(1);
        Assert.Equal((0, 1), await RunAsync(Encrypted(plain, trusted: true)));
        Assert.DoesNotContain(plain.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));

        await using var server = new MailServer { OffersTls = true }.Start();
        clock.Now = clock.Now.AddMinutes(2);
        Assert.Equal((0, 1), await RunAsync(Encrypted(server, trusted: false)));
        Assert.Empty(server.Mails);
        clock.Now = clock.Now.AddMinutes(10);
        Assert.Equal((1, 0), await RunAsync(Encrypted(server, trusted: true)));
        var login = Assert.Single(server.Heard, line => line.Contains("AUTH", StringComparison.Ordinal));
        Assert.Equal("\0reader\0secret", Encoding.UTF8.GetString(Convert.FromBase64String(login["tls AUTH PLAIN ".Length..])));
    }

    [Fact]
    public async Task ALineOfADotDoesNotEndAMail()
    {
        await using var server = new MailServer().Start();
        await using (var session = await SmtpSession.OpenAsync(Plain(server), CancellationToken.None))
            await session.SendAsync(new("n", "news@office.example", "pr@office.example", "Subject: x\r\n\r\n.\r\n..two\r\nend"), CancellationToken.None);
        Assert.Equal("Subject: x\r\n\r\n.\r\n..two\r\nend\r\n", server.Mails.Single());
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    public async Task AServerThatSpeaksNoSmtpIsAFailureNotACrash(string answer)
    {
        await using var server = new MailServer().Start();
        server.Answer = (_, _) => answer;
        await FoundAsync(1);
        Assert.Equal((0, 1), await RunAsync(Plain(server)));
    }

    private static SmtpOptions Plain(MailServer server) => new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "news@office.example", Timeout = TimeSpan.FromSeconds(20) };

    private static SmtpOptions Encrypted(MailServer server, bool trusted) => Plain(server) with
    {
        Host = "localhost", Security = SmtpSecurity.StartTls, User = "reader", Password = "secret", Judge = trusted ? (_, certificate, _, _) => server.Owns(certificate) : null,
    };

    private async Task FoundAsync(int articles)
    {
        await new AlertBook(data.Database).AddAsync(new("همه", AlertAbout.Article, new(), null, null, "pr@office.example", false), clock.Now, CancellationToken.None);
        await data.Database.WriteAsync(transaction => Enumerable.Range(0, articles).Select(i => data.Store.Commit(transaction, null, new AnalyzedArticle
        {
            Article = new() { Id = $"m{i}", Source = "test", Title = $"خبر شمارهٔ {i}", Paragraphs = [$"متن خبر شمارهٔ {i}."], Published = PublicationTime.On(new(2026, 3, 1)), CanonicalUrl = new($"http://outlet.example/m{i}") },
        }, clock.Now)).Count(), CancellationToken.None);
    }

    private async Task<(int Mailed, int Failed)> RunAsync(SmtpOptions smtp)
    {
        var options = new ServerOptions { Smtp = smtp };
        using var webhooks = new WebhookSender(options, TimeProvider.System);
        var report = await new AlertRun(new(data.Database), webhooks, options, clock).RunAsync(CancellationToken.None);
        return (report.Mailed, report.Failed);
    }

    private (long Pending, long Failed) Pending() => new AlertBook(data.Database).All().Single() is var alert ? (alert.Pending, alert.Failed) : default;

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
