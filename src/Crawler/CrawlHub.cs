using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace NewsMiner.Crawler;

/// <summary>Passes the events of a crawl on to everyone who listens; a listener who cannot keep up misses the oldest.</summary>
public sealed class CrawlHub : IProgress<CrawlEvent>
{
    /// <summary>The events kept for a listener who is behind.</summary>
    private const int Behind = 1000;

    private readonly ConcurrentDictionary<Channel<CrawlEvent>, bool> listeners = new();

    /// <inheritdoc/>
    public void Report(CrawlEvent value)
    {
        foreach (var listener in listeners.Keys) listener.Writer.TryWrite(value);
    }

    /// <summary>The events from now on, until the listener stops.</summary>
    public async IAsyncEnumerable<CrawlEvent> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<CrawlEvent>(new BoundedChannelOptions(Behind) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        listeners[channel] = true;
        try
        {
            await foreach (var happened in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false)) yield return happened;
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }
}
