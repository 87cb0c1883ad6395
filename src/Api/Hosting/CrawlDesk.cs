using NewsMiner.Crawler.Scheduling;

namespace NewsMiner.Api.Hosting;

/// <summary>Where routes reach the schedule of the running crawl; empty in a server that crawls nothing.</summary>
internal sealed class CrawlDesk
{
    private volatile CrawlSchedule? schedule;

    /// <summary>The schedule, or null where this server crawls nothing.</summary>
    public CrawlSchedule? Schedule => schedule;

    /// <summary>Lets the routes reach a schedule until the answer is disposed.</summary>
    public IDisposable Open(CrawlSchedule running)
    {
        schedule = running;
        return new Opened(this);
    }

    private sealed class Opened(CrawlDesk desk) : IDisposable
    {
        public void Dispose() => desk.schedule = null;
    }
}
