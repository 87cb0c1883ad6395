using Microsoft.Data.Sqlite;

namespace NewsMiner.Api.Alerts;

/// <summary>Runs the alerts while the server runs.</summary>
internal sealed partial class AlertWorker(AlertRun run, TimeProvider time, ILogger<AlertWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do await RunOnceAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was not sent is still in the store.
        }
    }

    private async Task RunOnceAsync(CancellationToken stop)
    {
        try
        {
            await run.RunAsync(stop);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            // The next run takes up what was not sent.
            Failed(log, failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "alerts could not be run, they will be in 15 s: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
