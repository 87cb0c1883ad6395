using Microsoft.Data.Sqlite;

namespace NewsMiner.Api.Alerts;

/// <summary>Runs the alerts while the server runs.</summary>
internal sealed partial class AlertWorker(AlertRun run, TimeProvider time, ILogger<AlertWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await run.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
            {
                // What was not sent is still in the store; the next run takes it up.
                Failed(log, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "alerts could not be run, they will be in 15 s: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
