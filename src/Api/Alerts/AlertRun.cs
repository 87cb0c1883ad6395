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
internal sealed class AlertRun(AlertBook book, WebhookSender webhooks, MailSpool mails, ServerOptions options, TimeProvider time)
{
    /// <summary>Runs after which a webhook that never answers is given up: about two days.</summary>
    public const int MostAttempts = 12;

    private const int AtOnce = 8;

    private const int Batch = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public async Task<AlertRunReport> RunAsync(CancellationToken cancellation)
    {
        var found = await book.LookAsync(time.GetUtcNow(), time.Today(), cancellation);
        var (posted, failed) = await PostAsync(cancellation);
        return new(found, posted, options.MailFolder is null ? 0 : await MailAsync(cancellation), failed);
    }

    private async Task<(int Posted, int Failed)> PostAsync(CancellationToken cancellation)
    {
        var (posted, failed) = (0, 0);
        await Parallel.ForEachAsync(book.Pending("webhook", time.GetUtcNow(), Batch), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (delivery, stop) =>
        {
            switch (await webhooks.SendAsync(delivery, stop))
            {
                case WebhookResult.Refused refused:
                    var final = refused.Final || delivery.Attempts + 1 >= MostAttempts;
                    await book.FailedAsync("webhook", delivery.Match, refused.Reason, final ? null : time.GetUtcNow() + Pause(delivery.Attempts), stop);
                    ApiMeters.Delivered(final ? "given_up" : "put_off");
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

    private async Task<int> MailAsync(CancellationToken cancellation)
    {
        var mailed = 0;
        var pending = book.Pending("email", time.GetUtcNow(), Batch);
        foreach (var mail in pending.GroupBy(delivery => (delivery.Alert.Id, delivery.Alert.Draft.Daily
            ? PublicationTime.At(delivery.Match.At).Day.DayNumber.ToString(CultureInfo.InvariantCulture) : "match " + delivery.Match.Id.ToString(CultureInfo.InvariantCulture))))
        {
            var alert = mail.First().Alert;
            // A digest holds all of its day, however many runs it takes to send the others.
            var matches = alert.Draft.Daily ? book.FoundOn(alert, PublicationTime.At(mail.First().Match.At).Day) : [.. mail.Select(delivery => delivery.Match)];
            await mails.WriteAsync(alert, matches, time.GetUtcNow(), cancellation);
            await book.DeliveredAsync("email", [.. matches], cancellation);
            mailed++;
        }
        return mailed;
    }

    private static TimeSpan Pause(int attempts) => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(attempts * 2, 20)));
}
