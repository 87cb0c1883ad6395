using System.Globalization;
using NewsMiner.Api.Hosting;
using NewsMiner.Api.Http;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Alerts;

namespace NewsMiner.Api.Alerts;

/// <summary>What a run of the alerts did.</summary>
internal sealed record AlertRunReport(int Found, int Posted, int Mailed, int Failed);

/// <summary>One run of all alerts: looks for what is new, then sends what is due. What is not sent stays in the store for the next run.</summary>
internal sealed class AlertRun(AlertBook book, WebhookSender webhooks, ServerOptions options, TimeProvider time)
{
    /// <summary>Runs after which a webhook or mail server that never answers is given up: about two days.</summary>
    public const int MostAttempts = 12;

    /// <summary>Whom files for a mail server are from; it knows the sender better.</summary>
    private const string Sender = "newsminer@localhost";

    private const int AtOnce = 8;

    private const int Batch = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public async Task<AlertRunReport> RunAsync(CancellationToken cancellation)
    {
        var found = await book.LookAsync(time.GetUtcNow(), time.Today(), cancellation);
        var (posted, failed) = await PostAsync(cancellation);
        if (MailSpool.Of(options) is not { } route) return new(found, posted, 0, failed);
        var (mailed, unmailed) = await MailAsync(route, cancellation);
        return new(found, posted, mailed, failed + unmailed);
    }

    private async Task<(int Posted, int Failed)> PostAsync(CancellationToken cancellation)
    {
        var (posted, failed) = (0, 0);
        await Parallel.ForEachAsync(book.Pending("webhook", time.GetUtcNow(), Batch), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (delivery, stop) =>
        {
            switch (await webhooks.SendAsync(delivery, stop))
            {
                case DeliveryResult.Refused refused:
                    await PutOffAsync("webhook", delivery, refused, stop);
                    Interlocked.Increment(ref failed);
                    break;
                default:
                    await book.DeliveredAsync("webhook", [delivery.Match], stop);
                    ApiMeters.Delivered("taken");
                    Interlocked.Increment(ref posted);
                    break;
            }
        });
        return (posted, failed);
    }

    private async Task<(int Mailed, int Failed)> MailAsync(IMailRoute route, CancellationToken cancellation)
    {
        var (mailed, failed) = (0, 0);
        var pending = book.Pending("email", time.GetUtcNow(), Batch);
        try
        {
            foreach (var mail in pending.GroupBy(delivery => (delivery.Alert.Id, delivery.Alert.Draft.Daily
                ? PublicationTime.At(delivery.Match.At).Day.DayNumber.ToString(CultureInfo.InvariantCulture) : "match " + delivery.Match.Id.ToString(CultureInfo.InvariantCulture))))
            {
                var alert = mail.First().Alert;
                // A digest holds all of its day, however many runs it takes to send the others.
                var matches = alert.Draft.Daily ? book.FoundOn(alert, PublicationTime.At(mail.First().Match.At).Day) : [.. mail.Select(delivery => delivery.Match)];
                if (await route.SendAsync(AlertMail.Of(alert, matches, options.Smtp?.From ?? Sender, options.PublicUrl, time.GetUtcNow()), cancellation) is DeliveryResult.Refused refused)
                {
                    foreach (var delivery in mail) await PutOffAsync("email", delivery, refused, cancellation);
                    failed++;
                    continue;
                }
                await book.DeliveredAsync("email", [.. matches], cancellation);
                mailed++;
            }
        }
        finally
        {
            await route.EndAsync();
        }
        return (mailed, failed);
    }

    private async Task PutOffAsync(string channel, AlertDelivery delivery, DeliveryResult.Refused refused, CancellationToken cancellation)
    {
        var final = refused.Final || delivery.Attempts + 1 >= MostAttempts;
        await book.FailedAsync(channel, delivery.Match, refused.Reason, final ? null : time.GetUtcNow() + Pause(delivery.Attempts), cancellation);
        if (channel == "webhook") ApiMeters.Delivered(final ? "given_up" : "put_off");
    }

    private static TimeSpan Pause(int attempts) => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(attempts * 2, 20)));
}
