using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.Extractor.Articles;

/// <summary>When an article appeared: its day in Asia/Tehran, and the instant where the source gives one.</summary>
[JsonConverter(typeof(PublicationTimeConverter))]
public readonly record struct PublicationTime(DateOnly Day, DateTimeOffset? Instant)
{
    /// <summary>Iran's offset from UTC since 1 Mehr 1401, all year.</summary>
    public static readonly TimeSpan TehranOffset = new(3, 30, 0);

    /// <summary>
    /// The offset of Tehran's clocks at a local time: an hour more from the second day of Farvardin to the end of Shahrivar in the years in which Iran kept
    /// summer time, 1370 to 1384 and 1387 to 1401 (IANA time zone database, Asia/Tehran).
    /// </summary>
    public static TimeSpan OffsetOn(DateTime local)
    {
        var day = JalaliDate.From(DateOnly.FromDateTime(local));
        var isSummer = day.Year is (>= 1370 and <= 1384) or (>= 1387 and <= 1401) && day.Month <= 6 && (day.Month, day.Day) != (1, 1);
        return isSummer ? TehranOffset + TimeSpan.FromHours(1) : TehranOffset;
    }

    /// <summary>The Tehran day of an instant.</summary>
    public static PublicationTime At(DateTimeOffset instant) =>
        new(DateOnly.FromDateTime(instant.ToOffset(OffsetOn(instant.ToOffset(TehranOffset).DateTime)).DateTime), instant.ToUniversalTime());

    /// <summary>A day whose hour nobody states.</summary>
    public static PublicationTime On(DateOnly day) => new(day, null);

    /// <summary>Reads <c>2024-12-31</c> or an ISO 8601 instant with its offset; null where the text is neither.</summary>
    public static PublicationTime? Parse(string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return On(day);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? At(instant) : null;
    }

    /// <summary>The ISO 8601 form: the instant in UTC where it is known, else the day.</summary>
    public override string ToString() => Instant is { } instant
        ? instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
        : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Reads and writes a <see cref="PublicationTime"/> as its <see cref="PublicationTime.ToString">ISO 8601 form</see>.</summary>
public sealed class PublicationTimeConverter : JsonConverter<PublicationTime>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The string is neither a day nor an instant.</exception>
    public override PublicationTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PublicationTime.Parse(reader.GetString()) ?? throw new JsonException($"'{reader.GetString()}' is neither a day (2024-12-31) nor an ISO 8601 instant");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PublicationTime value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
