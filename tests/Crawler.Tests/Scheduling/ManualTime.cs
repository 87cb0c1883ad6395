namespace NewsMiner.Crawler.Tests.Scheduling;

/// <summary>A clock that stands still until a test moves it; its timers run when their time comes.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock moving = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (moving) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves the clock in steps, so that what a timer starts may set the next.</summary>
    public async Task AdvanceAsync(TimeSpan by, TimeSpan step)
    {
        for (var left = by; left > TimeSpan.Zero; left -= step)
        {
            List<Alarm> due;
            lock (moving)
            {
                now += left < step ? left : step;
                due = [.. alarms.Where(alarm => alarm.At <= now)];
                foreach (var alarm in due) alarm.Rang(now);
            }
            foreach (var alarm in due) alarm.Ring();
            await Task.Delay(5);
        }
    }

    private sealed class Alarm(ManualTime time, Action ring) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset At { get; private set; } = DateTimeOffset.MaxValue;

        public void Ring() => ring();

        public void Rang(DateTimeOffset now) => At = period > TimeSpan.Zero ? now + period : DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            var now = false;
            lock (time.moving)
            {
                period = newPeriod;
                At = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.now + dueTime;
                if (!time.alarms.Contains(this)) time.alarms.Add(this);
                if (dueTime == TimeSpan.Zero)
                {
                    now = true;
                    Rang(time.now);
                }
            }
            if (now) ThreadPool.QueueUserWorkItem(_ => ring());
            return true;
        }

        public void Dispose()
        {
            lock (time.moving) time.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
