using System.Collections.Concurrent;
using NewsMiner.Crawler.Scheduling;
using NewsMiner.Crawler.Sources;

namespace NewsMiner.Crawler.Tests.Scheduling;

/// <summary>When sources are crawled, by a clock the tests move.</summary>
public sealed class CrawlScheduleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-schedule-");
    private readonly ConcurrentQueue<string> crawled = new();

    [Fact]
    public async Task TimesAreTehranTimesAllYear()
    {
        foreach (var month in new[] { 1, 7 })
        {
            var time = new ManualTime(new(2026, month, 10, 0, 0, 0, TimeSpan.Zero));
            await using var schedule = await OpenAsync(time, Source("yazd", "0 0 6 * * ?"));
            // Six in the morning in Tehran is half past two UTC, in winter and in summer.
            Assert.Equal(new DateTimeOffset(2026, month, 10, 2, 30, 0, TimeSpan.Zero), (await schedule.StateAsync(default)).Single().Next);
            Clear();
        }
    }

    [Fact]
    public async Task ASourceIsCrawledAtItsTimes()
    {
        var time = new ManualTime(new(2026, 3, 1, 0, 0, 30, TimeSpan.Zero));
        await using var schedule = await OpenAsync(time, Source("a", "0 0/30 * * * ?"), Source("b", "0 15 * * * ?"));
        await schedule.StartAsync(default);
        // From one crawl to the next: a clock that runs on while the scheduler is behind would have it make two crawls one.
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(30), () => crawled.Contains("a"));
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(15), () => crawled.Contains("b"));
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(15), () => crawled.Count(id => id == "a") >= 2);
        Assert.Equal(2, crawled.Count(id => id == "a"));
        Assert.Equal(1, crawled.Count(id => id == "b"));
    }

    [Fact]
    public async Task MissedTimesAreMadeGoodByOneCrawlAfterARestart()
    {
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 30, TimeSpan.Zero);
        await using (await OpenAsync(new(start), Source("a", "0 0/30 * * * ?"))) { }
        // Six hours and twelve crawls later.
        var time = new ManualTime(start.AddHours(6));
        await using var schedule = await OpenAsync(time, Source("a", "0 0/30 * * * ?"));
        await schedule.StartAsync(default);
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(5), () => !crawled.IsEmpty);
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(5), () => false, waits: 100);
        Assert.Single(crawled);
    }

    [Fact]
    public async Task ASourceNeverOverlapsItself()
    {
        var (running, most) = (0, 0);
        var gate = new SemaphoreSlim(0);
        var time = new ManualTime(new(2026, 3, 1, 0, 0, 30, TimeSpan.Zero));
        await using var schedule = await CrawlSchedule.OpenAsync(File, [Source("a", "0 0/5 * * * ?")], async (occasion, stop) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            crawled.Enqueue(occasion.Source);
            await gate.WaitAsync(stop);
            Interlocked.Decrement(ref running);
        }, time, default);
        await schedule.StartAsync(default);
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(21), () => !crawled.IsEmpty);
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(21), () => false, waits: 100);
        Assert.Equal((1, 1), (crawled.Count, most));
        gate.Release(100);
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(12), () => crawled.Count > 1);
        Assert.True(crawled.Count > 1);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task APauseOutlivesARestartAndATriggerDoesNotWait()
    {
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 30, TimeSpan.Zero);
        await using (var before = await OpenAsync(new(start), Source("a", "0 0/5 * * * ?"))) await before.PauseAsync("a", default);
        var time = new ManualTime(start.AddMinutes(1));
        await using var schedule = await OpenAsync(time, Source("a", "0 0/5 * * * ?"));
        await schedule.StartAsync(default);
        Assert.True((await schedule.StateAsync(default)).Single().Paused);
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(16), () => false, waits: 100);
        Assert.Empty(crawled);
        Assert.True(await schedule.TriggerAsync("a", default));
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(2), () => !crawled.IsEmpty);
        Assert.Equal(["a by hand"], crawled);
        Assert.False(await schedule.TriggerAsync("nobody", default));
        await schedule.ResumeAsync("a", default);
        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(11), () => crawled.Count > 1);
        Assert.True(crawled.Count > 1);
    }

    [Fact]
    public async Task ChangedAndGoneSourcesAreFollowed()
    {
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 30, TimeSpan.Zero);
        await using (await OpenAsync(new(start), Source("a", "0 0/30 * * * ?"), Source("b", "0 0/30 * * * ?"))) { }
        await using var schedule = await OpenAsync(new(start), Source("a", "0 0 12 * * ?"));
        var state = (await schedule.StateAsync(default)).Single();
        Assert.Equal(("a", start.Date.AddHours(8.5)), (state.Source, state.Next!.Value.UtcDateTime));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string File => Path.Combine(folder.FullName, "schedule.db");

    private void Clear()
    {
        foreach (var file in folder.GetFiles()) file.Delete();
    }

    private Task<CrawlSchedule> OpenAsync(ManualTime time, params CrawlSource[] sources) => CrawlSchedule.OpenAsync(File, sources, (occasion, _) =>
    {
        crawled.Enqueue(occasion.ByHand ? occasion.Source + " by hand" : occasion.Source);
        return Task.CompletedTask;
    }, time, default);

    private static CrawlSource Source(string id, string schedule) => new() { Id = id, Outlet = id, Site = new("http://outlet.example/"), Feeds = ["/rss"], Schedule = schedule };

    /// <summary>Moves the clock, at most so far, and then waits for the scheduler to come after.</summary>
    private static async Task AdvanceUntilAsync(ManualTime time, TimeSpan by, Func<bool> done, int waits = 1000)
    {
        for (var moved = TimeSpan.Zero; moved < by && !done(); moved += TimeSpan.FromSeconds(15)) await time.AdvanceAsync(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15));
        for (var i = 0; i < waits && !done(); i++) await Task.Delay(20);
    }
}
