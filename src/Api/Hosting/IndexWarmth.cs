using NewsMiner.Index;

namespace NewsMiner.Api.Hosting;

/// <summary>Asks the index what readers ask first, so that what it holds in memory is there before they do.</summary>
internal sealed class IndexWarmth(NewsIndex index) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server does not wait for it.
        await Task.Yield();
        try
        {
            index.Search(new() { Limit = 1 }, stoppingToken);
            index.SearchFacts(new() { Limit = 1 }, stoppingToken);
            index.Complete("مد", 1);
        }
        catch (Exception late) when (late is OperationCanceledException or Microsoft.Data.Sqlite.SqliteException or ObjectDisposedException)
        {
            // Readers make it themselves when they come.
        }
    }
}
