namespace NewsMiner.Crawler.Scheduling;

/// <summary>The time zone of all schedules; Iran has kept UTC+03:30 without summer time since 2022.</summary>
internal static class TehranZone
{
    /// <summary>The zone as the system knows it, so that a schedule that was saved finds it again by name.</summary>
    /// <exception cref="InvalidOperationException">The system has no time zone data; the message says what to install.</exception>
    public static TimeZoneInfo Find() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Tehran", out var zone) ? zone
            : throw new InvalidOperationException("the time zone Asia/Tehran is not known here: install the system's time zone data (tzdata)");
}
