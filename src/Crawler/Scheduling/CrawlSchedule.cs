using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsMiner.Crawler.Sources;
using Quartz;

namespace NewsMiner.Crawler.Scheduling;

/// <summary>
/// When each source is crawled: a job a source on its own cron expression in Tehran time, kept in a file, so that pauses and missed times
/// outlive a restart. A source never overlaps itself; however many of its times were missed, it is crawled once for them.
/// </summary>
public sealed class CrawlSchedule : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly IScheduler scheduler;

    private CrawlSchedule(ServiceProvider services, IScheduler scheduler) => (this.services, this.scheduler) = (services, scheduler);

    /// <summary>Opens the schedule and makes it that of <paramref name="sources"/>; it runs from <see cref="StartAsync"/> on.</summary>
    /// <param name="file">The file of the schedule, made where it is missing.</param>
    /// <param name="sources">The sources; one whose schedule changed gets the new one, one that is gone or disabled is dropped.</param>
    /// <param name="crawl">Crawls a source.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up opening.</param>
    public static async Task<CrawlSchedule> OpenAsync(string file, IReadOnlyList<CrawlSource> sources, Func<CrawlOccasion, CancellationToken, Task> crawl, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton(new SourceCrawl(crawl))
            .AddQuartz(quartz =>
            {
                quartz.UseTimeProvider(time);
                quartz.UsePersistentStore(store =>
                {
                    store.UseSqlite(SqliteFactory.Instance, connection);
                    store.UseSystemTextJsonSerializer();
                    store.ProvisionSchema();
                });
            })
            .BuildServiceProvider();
        try
        {
            var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellation).ConfigureAwait(false);
            var schedule = new CrawlSchedule(services, scheduler);
            await schedule.AdoptAsync([.. sources.Where(source => source.Enabled)], time, cancellation).ConfigureAwait(false);
            return schedule;
        }
        catch
        {
            await services.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Begins to crawl at the sources' times.</summary>
    public async Task StartAsync(CancellationToken cancellation) => await scheduler.Start(cancellation).ConfigureAwait(false);

    /// <summary>Crawls a source now, whatever its schedule; false where it is not scheduled.</summary>
    public async Task<bool> TriggerAsync(string source, CancellationToken cancellation)
    {
        if (!await scheduler.Exists(new JobKey(source), cancellation).ConfigureAwait(false)) return false;
        await scheduler.TriggerJob(new JobKey(source), cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Leaves a source alone until it is resumed, also after a restart.</summary>
    public async Task PauseAsync(string source, CancellationToken cancellation) => await scheduler.PauseTrigger(new TriggerKey(source), cancellation).ConfigureAwait(false);

    /// <summary>Ends a pause; what was missed meanwhile is made good by one crawl.</summary>
    public async Task ResumeAsync(string source, CancellationToken cancellation) => await scheduler.ResumeTrigger(new TriggerKey(source), cancellation).ConfigureAwait(false);

    /// <summary>When each source was last and will next be crawled.</summary>
    public async Task<IReadOnlyList<ScheduledSource>> StateAsync(CancellationToken cancellation)
    {
        var states = new List<ScheduledSource>();
        foreach (var key in await KeysAsync(cancellation).ConfigureAwait(false))
        {
            if (await scheduler.GetTrigger(key, cancellation).ConfigureAwait(false) is not { } trigger) continue;
            var paused = await scheduler.GetTriggerState(key, cancellation).ConfigureAwait(false) == TriggerState.Paused;
            states.Add(new(key.Name, trigger.PreviousFireTimeUtc, trigger.NextFireTimeUtc, paused));
        }
        return [.. states.OrderBy(state => state.Source, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await scheduler.Shutdown(waitForJobsToComplete: true).ConfigureAwait(false);
        await services.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AdoptAsync(IReadOnlyList<CrawlSource> sources, TimeProvider time, CancellationToken cancellation)
    {
        var zone = TehranZone.Find();
        foreach (var source in sources)
        {
            var known = await scheduler.GetTrigger(new TriggerKey(source.Id), cancellation).ConfigureAwait(false) as ICronTrigger;
            if (known?.CronExpressionString == source.Schedule) continue;
            var job = JobBuilder.Create<CrawlJob>().WithIdentity(source.Id).StoreDurably().Build();
            var trigger = TriggerBuilder.Create(time).WithIdentity(source.Id).ForJob(job).StartAt(time.GetUtcNow())
                .WithCronSchedule(source.Schedule, cron => cron.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
            if (known is not null) await scheduler.DeleteJob(new JobKey(source.Id), cancellation).ConfigureAwait(false);
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellation).ConfigureAwait(false);
        }
        var wanted = sources.Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var key in await KeysAsync(cancellation).ConfigureAwait(false))
        {
            if (!wanted.Contains(key.Name)) await scheduler.DeleteJob(new JobKey(key.Name), cancellation).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyCollection<TriggerKey>> KeysAsync(CancellationToken cancellation) =>
        [.. (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), cancellation).ConfigureAwait(false)).Where(key => key.Group == TriggerKey.DefaultGroup)];
}

/// <summary>A source's place in the schedule.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Last">When it was last crawled by schedule.</param>
/// <param name="Next">When it will be crawled next.</param>
/// <param name="Paused">Whether it is left alone until it is resumed.</param>
public sealed record ScheduledSource(string Source, DateTimeOffset? Last, DateTimeOffset? Next, bool Paused);

/// <summary>Why a source is crawled now.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="ByHand">Whether somebody asked for it, rather than its schedule.</param>
public readonly record struct CrawlOccasion(string Source, bool ByHand);

/// <summary>What crawls a source.</summary>
internal sealed record SourceCrawl(Func<CrawlOccasion, CancellationToken, Task> RunAsync);

/// <summary>The job of one source; the scheduler never runs it twice at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class CrawlJob(SourceCrawl crawl) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await crawl.RunAsync(new(context.JobDetail.Key.Name, ByHand: context.Trigger is not ICronTrigger), cancellationToken).ConfigureAwait(false);
}
