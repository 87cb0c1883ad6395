using System.Globalization;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Crawler.Scheduling;

/// <summary>A span of hours of the Tehran day, half-open; it may pass midnight. Iran keeps UTC+03:30 all year.</summary>
internal readonly record struct TehranHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads <c>22:00-06:30</c>, or gives null.</summary>
    public static TehranHours? Parse(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2
            && TimeOnly.TryParseExact(parts[0].Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(parts[1].Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) && from != to
            ? new(from, to)
            : null;
    }

    /// <summary>When the hours that hold <paramref name="instant"/> end, or null where it lies outside of them.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant)
    {
        var local = instant.ToOffset(PublicationTime.TehranOffset);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (!time.IsBetween(From, To)) return null;
        var left = To - time;
        return instant + (left < TimeSpan.Zero ? left + TimeSpan.FromDays(1) : left);
    }
}
