using System.Globalization;

namespace NewsMiner.Crawler.Robots;

/// <summary>A span of hours of the day in UTC, as <c>Visit-time: 0600-0845</c> asks; it may pass midnight. Not part of RFC 9309.</summary>
public sealed record RobotsHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads <c>0600-0845</c>, or gives null.</summary>
    public static RobotsHours? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && Read(parts[0]) is { } from && Read(parts[1]) is { } to && from != to ? new(from, to) : null;
    }

    /// <summary>When the hours next begin, or null where <paramref name="instant"/> lies within them.</summary>
    public DateTimeOffset? BeginAfter(DateTimeOffset instant)
    {
        var now = TimeOnly.FromDateTime(instant.UtcDateTime);
        return now.IsBetween(From, To) ? null : instant + (From - now);
    }

    private static TimeOnly? Read(string text) =>
        TimeOnly.TryParseExact(text, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>What <c>Request-rate: 100/15m 0600-0845</c> asks: so many requests a period, where hours are given only within them.</summary>
public sealed record RequestRate(int Requests, TimeSpan Period, RobotsHours? Hours = null);
